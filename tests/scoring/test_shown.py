"""What a report shows claims no more than what it holds."""

import pytest

from scoring.shown import spread


@pytest.mark.parametrize(
    ("uncertainty", "shown"),
    [(None, ""), (0.0, " ± 0.1"), (0.013, " ± 0.1"), (0.1, " ± 0.1"), (0.11, " ± 0.2"), (1.0, " ± 1.0")],
)
def test_wordings_that_agree_are_no_certainty(uncertainty: float | None, shown: str) -> None:
    assert spread(uncertainty) == shown
