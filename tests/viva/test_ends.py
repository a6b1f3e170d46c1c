"""What the embedded model makes of the ends of the shipped questions comes with Viva."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from scoring.reading.memory import SHIPPED, FolderMemory, SharedMemory
from scoring.reading.model import Before, Forgetful, Memory, Reading, with_memory
from scoring.reading.prompts import read_grade_prompt, read_prompt, read_sentence_prompt
from scoring.reading.reader import ModelReader
from viva.ends import read_ends
from viva.settings import TREE, Settings
from voice.catalogue import MODELS


class Recalled:
    """A model that reads nothing: all must be there already."""

    name = MODELS[Settings.model_fields["llm_weights"].default].int8

    def choose(
        self, system: str, beginning: str, ends: Sequence[str], words: Sequence[str], memory: Memory, before: Before
    ) -> list[Reading]:
        def ask(missing: Sequence[str]) -> Iterator[tuple[str, Reading]]:
            raise AssertionError(f"not read yet, run `python -m viva.ends`: {beginning}")
            yield

        return with_memory(self.name, system, beginning, ends, words, memory, ask)

    def rest(self) -> None:
        return


def test_the_ends_of_every_shipped_question_come_with_viva(tmp_path: Path) -> None:
    folder = TREE / "prompts" / "scoring"
    point = read_prompt(folder, "point")
    grade, sentence = read_grade_prompt(folder, "grade", point), read_sentence_prompt(folder, "sentence")
    reader = ModelReader(Recalled(), point, grade, sentence, common=tmp_path / "common")
    shipped = json.loads(SHIPPED.read_text(encoding="utf-8"))
    assert read_ends(reader, FolderMemory(tmp_path / "own")) == shipped, "each of them, and no more"
    # An interview keeps what it was scored by.
    assert {path.stem for path in (tmp_path / "own").iterdir()} == shipped.keys()


def test_what_comes_with_viva_is_recalled_and_what_does_not_is_kept_for_all(tmp_path: Path) -> None:
    shipped = tmp_path / "ends.json"
    shipped.write_text('{"there": {"0": 0.25}}', encoding="utf-8")
    memory = SharedMemory(Forgetful(), tmp_path / "common", shipped)
    assert memory.recall("there") == {"0": 0.25}
    assert memory.recall("new") is None
    memory.keep("new", {"0": 0.5})
    assert SharedMemory(Forgetful(), tmp_path / "common", shipped).recall("new") == {"0": 0.5}
    assert [path.name for path in (tmp_path / "common").iterdir()] == ["new.json"]
