"""What the embedded language model reads in one go."""

from scoring.reading.batches import BATCH_TOKENS, HELD_TOKENS, batches


def test_only_ends_of_equal_length_share_a_batch_and_no_batch_is_long() -> None:
    lengths = [40, 50, 40, 60, 50, *[40] * 20, 2 * BATCH_TOKENS]
    found = list(batches(lengths, beginning=100))
    assert sorted(place for batch in found for place in batch) == list(range(len(lengths)))
    for batch in found:
        assert len({lengths[place] for place in batch}) == 1
        assert sum(lengths[place] for place in batch) <= BATCH_TOKENS or len(batch) == 1
    assert len(next(batch for batch in found if 0 in batch)) == BATCH_TOKENS // 40


def test_a_long_beginning_is_not_held_for_many_ends_at_once() -> None:
    for beginning, expected in ((1400, 2), (300, 8), (2 * HELD_TOKENS, 1)):
        found = list(batches([50] * 8, beginning))
        assert sorted(place for batch in found for place in batch) == list(range(8))
        assert max(map(len, found)) == expected
        assert all(len(batch) * (beginning + 50) <= HELD_TOKENS or len(batch) == 1 for batch in found)
