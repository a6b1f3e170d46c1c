"""Hesitations are no part of what is judged."""

import pytest

from scoring.fluent import fluent, fluent_clauses
from scoring.reading.reader import fence


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Um, we used the uh, precision.", "We used the precision."),
        ("We had, you know, a queue, I mean, a log.", "We had, a queue, a log."),
        ("I like it, um, mostly. It makes zero and, no, zero and one.", "I like it, mostly. It makes zero and one."),
        ("We split the the data by, sorry, by time.", "We split the data by time."),
        ("We would, no, we would start small.", "We would start small."),
        ("The cache, let me say that again, the cache is cold.", "The cache is cold."),
        ("Well, it depends and and it varies.", "It depends and it varies."),
        ("erm so we we we shard it", "so we shard it"),
        ("What we, no, wait, there is one. So what I, uh, it grows.", "There is one. It grows."),
        ("How do I put this, um, it overfits.", "It overfits."),
    ],
)
def test_fillers_repeats_and_restarts_are_left_out(said: str, meant: str) -> None:
    assert fluent(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "Latency as well as cost matters, and so does accuracy.",
        "It splits the data again and again and stops.",
        "No, we do not need it, since no index is used.",
        "They look like trees, and I mean trees with a like button.",
        "The codes 1 1 2 and 7 7 7 are reserved.",
        "Humans label the error, then the model learns.",
        "We know you know the answer.",
        "No, wait until it is warm, then measure.",
        "Um",
        "",
    ],
)
def test_what_says_something_stays(said: str) -> None:
    assert fluent(said) == said


def test_a_restart_over_the_ends_of_clauses_is_one_too() -> None:
    clauses = ["We deploy,", "sorry,", "we deploy every night,", "and watch it."]
    assert fluent_clauses(clauses) == ["We deploy every night,", "and watch it."]
    assert fluent_clauses(["We deploy every night,", "and watch it."]) == ["We deploy every night,", "and watch it."]


def test_no_model_is_shown_hesitations() -> None:
    assert fence("Um, we used the the precision.") == "«We used the precision.»"
