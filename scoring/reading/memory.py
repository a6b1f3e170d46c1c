"""Where readings of a language model are kept: the records hold an interview's own, a folder here those that hold
nothing of a candidate, and those of measurements. Some of the former come with Viva."""

import json
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from scoring.reading.model import Memory, Reading

SHIPPED_ENDS = Path(__file__).parent.parent / "calibrations" / "ends.json"
"""Key → reading, of what is the same for all who score the shipped interviews with the embedded model: the ends of
their questions, for which a first interview of half an hour would need 57 s (two cores of an Intel Xeon, 30 November
2026, `python -m bench.scoring.time`). Written by `python -m viva.ends`; what is not in it, or no longer as it was, is
read as it comes up."""


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


class SharedMemory:
    """For readings without a word of a candidate: they come with Viva, or are made once for all interviews. Each
    interview keeps them, too, so that its scores stay what they were whatever becomes of the others."""

    def __init__(self, own: Memory, folder: Path, shipped: Path = SHIPPED_ENDS) -> None:
        """`own` is the interview's; the folder is made when it is needed, and one that cannot be is done without."""
        self._own, self._folder, self._shipped = own, folder, shipped

    def recall(self, key: str) -> Reading | None:
        """See Memory."""
        found = self._own.recall(key)
        if found is None:
            found = _shipped(self._shipped).get(key) or self._made(key)
            if found is not None:
                self._own.keep(key, found)
        return found

    def _made(self, key: str) -> Reading | None:
        with suppress(OSError):
            return FolderMemory(self._folder).recall(key)
        return None

    def keep(self, key: str, reading: Reading) -> None:
        """See Memory."""
        self._own.keep(key, reading)
        with suppress(OSError):
            FolderMemory(self._folder).keep(key, reading)


@cache
def _shipped(path: Path) -> Mapping[str, Reading]:
    """None where the file cannot be read: they are read anew."""
    found: dict[str, Reading] = {}
    with suppress(OSError, ValueError):
        found = json.loads(path.read_text(encoding="utf-8"))
    return found
