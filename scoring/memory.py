"""Where readings of a language model are kept: a folder here, for measurements; the records hold an interview's own."""

import json
from pathlib import Path

from scoring.model import Reading


class FolderMemory:
    """A file for each reading, named by its key."""

    def __init__(self, folder: Path) -> None:
        """Makes the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder

    def recall(self, key: str) -> Reading | None:
        """See Memory."""
        try:
            reading: Reading = json.loads((self._folder / f"{key}.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        return reading

    def keep(self, key: str, reading: Reading) -> None:
        """See Memory."""
        path = self._folder / f"{key}.json"
        if not path.exists():
            part = path.with_suffix(".part")
            part.write_text(json.dumps(reading), encoding="utf-8")
            part.replace(path)
