"""Writes what the embedded model makes of the ends of the shipped interviews' questions: `python -m viva.ends`.

Run it after a change of the model, of the grade's prompt, or of a question or its points; it reads what is new.
"""

import json
import sys

from scoring.reading.anchoring import ends
from scoring.reading.memory import SHIPPED_ENDS, FolderMemory
from scoring.reading.model import Memory, Reading
from scoring.reading.reader import Reader
from viva.catalogue import Catalogue
from viva.cli import EXPECTED
from viva.errors import VivaError
from viva.settings import TREE, Settings, load_settings
from viva.terminal import Steps, err, out, steps
from viva.wiring import scoring_config
from voice.catalogue import MODELS

DEFAULT = Settings.model_fields["llm_weights"].default
"""Whose readings come with Viva."""


class Noting:
    """A memory, and what of it was asked for or kept since."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self.readings: dict[str, Reading] = {}

    def recall(self, key: str) -> Reading | None:
        """See Memory."""
        if (found := self._memory.recall(key)) is not None:
            self.readings[key] = found
        return found

    def keep(self, key: str, reading: Reading) -> None:
        """See Memory."""
        self._memory.keep(key, reading)
        self.readings[key] = reading


def read_ends(reader: Reader, memory: Memory, show: Steps | None = None) -> dict[str, Reading]:
    """Key → reading of both ends of each question that has points; `memory` spares what was read before.

    Raises ModelUnavailable, SpecError.
    """
    noting = Noting(memory)
    reader = reader.remembering(noting)
    catalogue = Catalogue(TREE / "specs", TREE / "prompts")
    for name in catalogue.spec_names:
        for section in catalogue.spec(name).sections:
            for question in section.questions if section.axes and section.coding is None else ():
                points = [each.point for each in section.rubric(question.id) if each.kind != "red_flag"]
                if points:
                    if show:
                        show.at(f"{name}: {question.prompt.shown[:60]}")
                    ends(reader, question.prompt.shown, points, lambda: None)
    return dict(sorted(noting.readings.items()))


def main() -> None:
    """Writes them where scoring looks for them. Raises VivaError where another model would read."""
    from scoring.job import open_reader

    settings = load_settings()
    config = scoring_config(settings)
    reader, _ = open_reader(config)
    if reader is None or config.llm_dir is None or settings.llm_weights != DEFAULT:
        raise VivaError(
            f"the ends are read by {MODELS[DEFAULT].title} in this process; unset VIVA_LLM_BASE_URL and "
            "VIVA_LLM_WEIGHTS, and run `viva setup`"
        )
    with steps() as show:
        found = read_ends(reader, FolderMemory(settings.cache / "readings"), show)
    SHIPPED_ENDS.write_text(json.dumps(found, indent=0) + "\n", encoding="utf-8")
    out.print(f"{SHIPPED_ENDS}: {len(found)} readings")


if __name__ == "__main__":
    try:
        main()
    except EXPECTED as error:
        err.print(f"ends: {error}", markup=False)
        sys.exit(1)
