"""What the embedded model makes of the ends of the shipped questions comes with Viva."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from scoring.assessing import Assessor
from scoring.calibrating.calibration import read_calibration
from scoring.calibrating.meter import clauses_of
from scoring.evidence import Finder
from scoring.overlap import Overlap
from scoring.reading.memory import SHIPPED_ENDS, FolderMemory
from scoring.reading.model import Before, Memory, Reading, with_memory
from scoring.reading.prompts import ASKS, read_grade_prompt, read_prompt, read_sentence_prompt
from scoring.reading.reader import DIGITS, ModelReader
from viva.catalogue import Catalogue
from viva.ends import DEFAULT, read_ends
from viva.settings import TREE
from voice.catalogue import MODELS

CATALOGUE = Catalogue(TREE / "specs", TREE / "prompts")


class Counting:
    """A model of the shipped one's name that gives each word the same chance, and counts the grades it is asked for."""

    name = MODELS[DEFAULT].int8

    def __init__(self) -> None:
        self.grades = 0

    def choose(
        self, system: str, beginning: str, ends: Sequence[str], words: Sequence[str], memory: Memory, before: Before
    ) -> list[Reading]:
        def ask(missing: Sequence[str]) -> Iterator[tuple[str, Reading]]:
            self.grades += len(missing) if words == DIGITS else 0
            return ((end, dict.fromkeys(words, 1 / len(words))) for end in missing)

        return with_memory(self.name, system, beginning, ends, words, memory, ask)

    def rest(self) -> None:
        return


def reader(model: Counting, common: Path) -> ModelReader:
    folder = TREE / "prompts" / "scoring"
    point = read_prompt(folder, "point")
    return ModelReader(
        model, point, read_grade_prompt(folder, "grade", point), read_sentence_prompt(folder, "sentence"), common=common
    )


def test_the_ends_of_every_shipped_question_are_there_and_no_others(tmp_path: Path) -> None:
    model = Counting()
    shipped = json.loads(SHIPPED_ENDS.read_text(encoding="utf-8"))
    assert read_ends(reader(model, tmp_path / "common"), FolderMemory(tmp_path / "own")) == shipped
    assert model.grades == 0, "run `python -m viva.ends`"
    # An interview keeps what it was scored by.
    assert {path.stem for path in (tmp_path / "own").iterdir()} == shipped.keys()


@pytest.mark.parametrize("name", CATALOGUE.spec_names)
def test_of_a_shipped_question_the_model_grades_the_answer_alone(name: str, tmp_path: Path) -> None:
    spec = CATALOGUE.spec(name)
    finder = Finder(spec, [])
    graded = 0
    for section in spec.sections:
        for question in section.questions if section.axes and section.coding is None else ():
            model = Counting()
            own = FolderMemory(tmp_path / f"{section.id}-{question.id}")
            asked = reader(model, tmp_path / "common").remembering(own)
            assessor = Assessor(finder, Overlap(finder), read_calibration(), asked)
            said = clauses_of("There was a heron by the river when we rowed home in the evening.")
            assessor.assess(question.prompt.shown, section.rubric(question.id), said)
            assert model.grades == (ASKS if section.rubric(question.id) else 0)
            graded += bool(model.grades)
    assert graded > 0
