"""Patience tried on silences that were heard once."""

from bench.silences import Met, tried


def met(lasts_s: float | None, *known_after_s: float, sounded: tuple[float, ...] = (0.5,)) -> Met:
    return Met(
        speaker="a",
        lasts_s=lasts_s,
        known_after_s=known_after_s or (0.5,) * len(sounded),
        said="It was a queue.",
        sounded_over=sounded,
        typical_words=4,
        own_pauses_s=(),
    )


def test_a_pause_is_cut_into_by_patience_that_ends_in_it_and_within_the_time_that_counts() -> None:
    pauses = [met(1.0), met(2.0), met(3.0), met(None)]
    assert [line.split(",")[0] for line in tried(pauses, lambda _: 1.5)[:3]] == [
        "within 1 s: 0 of 3",
        "within 2 s: 2 of 2",
        "within 3 s: 1 of 1",
    ]


def test_nothing_is_decided_before_it_is_known() -> None:
    assert "taken after 0.80 s" in tried([met(1.0), met(None, 0.8)], lambda _: 0.35)[-1]


def test_the_second_look_decides_where_the_first_would_let_the_silence_be_beyond_it() -> None:
    ends = [met(None, 0.3, 0.6, sounded=(first, second)) for first, second in ((0.9, 0.1), (0.1, 0.9), (0.1, 0.1))]
    lines = [tried([end], lambda silence: 0.35 if silence.sounded_over == 0.9 else 2.0)[-1] for end in ends]
    assert [line.split()[4] for line in lines] == ["0.35", "0.60", "2.00"]
