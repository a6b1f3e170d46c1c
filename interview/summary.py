"""The spoken summary at the end of an interview that has one: authored sentences around authored words for points."""

from collections.abc import Iterator

from interview import coverage
from interview.spec import Indicator, Spec, SummaryPart
from interview.state import State

MOST_POINTS = 3
"""A listener keeps three things in mind, and the sentence stays short enough to be spoken."""


def sentences(spec: Spec, state: State) -> list[str]:
    """The sentences to say, in the spec's order; without the parts that have nothing to say."""
    met, missing = _points(spec, state)
    return [said for part in spec.summary if (said := _sentence(part, met if part.names == "met" else missing, spec))]


def _sentence(part: SummaryPart, points: list[Indicator], spec: Spec) -> str:
    named = [point.spoken for point in points if point.axis in part.axes and point.spoken]
    for count in range(min(MOST_POINTS, len(named)), 0, -1):
        sentence = part.said.format(points=listed(named[:count]))
        if len(sentence.split()) <= spec.conduct.max_words:
            return sentence
    return part.otherwise


def listed(things: list[str]) -> str:
    """As they are said in one breath: "a, b and c"."""
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"


def _points(spec: Spec, state: State) -> tuple[list[Indicator], list[Indicator]]:
    """The strong points of the questions that were asked: those touched on, and the others."""
    met: list[Indicator] = []
    missing: list[Indicator] = []
    for section_id in dict.fromkeys(section for section, _ in state.prompts):
        strong = [point for point in _asked(spec, state, section_id) if point.kind != "red_flag"]
        touched = coverage.touched(strong, state.said.get(section_id, ""))
        met += touched
        missing += [point for point in strong if point not in touched]
    return met, missing


def _asked(spec: Spec, state: State, section_id: str) -> Iterator[Indicator]:
    section = spec.section(section_id)
    yield from section.indicators
    for where, question in state.prompts:
        if where == section_id:
            yield from section.question(question).indicators
