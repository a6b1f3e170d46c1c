"""What the embedded language model reads in one go, and what it says where it has no weights."""

from pathlib import Path

import pytest

from scoring.errors import ModelUnavailable
from scoring.reading.embedded import BATCH_TOKENS, EmbeddedModel, batches
from scoring.reading.model import Forgetful


def test_only_ends_of_equal_length_share_a_batch_and_no_batch_is_long() -> None:
    lengths = [40, 50, 40, 60, 50, *[40] * 20, 2 * BATCH_TOKENS]
    found = list(batches(lengths))
    assert sorted(place for batch in found for place in batch) == list(range(len(lengths)))
    for batch in found:
        assert len({lengths[place] for place in batch}) == 1
        assert sum(lengths[place] for place in batch) <= BATCH_TOKENS or len(batch) == 1
    assert len(next(batch for batch in found if 0 in batch)) == BATCH_TOKENS // 40


@pytest.mark.parametrize("files", [{}, {"model.bin": "torn", "tokenizer.json": "{"}])
def test_a_folder_without_a_model_is_told_with_its_mend(tmp_path: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        (tmp_path / name).write_text(content)
    model = EmbeddedModel(tmp_path, "qwen")
    with pytest.raises(ModelUnavailable, match="run `viva setup`"):
        model.choose("system", "beginning", ["end"], ("yes", "no"), Forgetful(), lambda: None)
