"""What is known about this one interview that decides what is asked: derived from the journal, kept nowhere else."""

import hashlib
from typing import Final

from interview import coverage
from interview.events import Band
from interview.spec import Conditions, Fact, Question, Section, Spec
from interview.state import State
from interview.words import phrase, plain

WORTH: Final[dict[Band, float]] = {"correct": 1.0, "incomplete": 0.6, "incorrect": 0.0}
"""What a verdict counts towards a judged fact; an unclear one counts nothing, and is left out."""


def facts(spec: Spec, state: State) -> dict[str, str]:
    """Fact id → option, for every fact of the spec."""
    given = state.arrangement.facts
    return {fact.id: given[fact.id] if fact.id in given else _settle(fact, spec, state) for fact in spec.facts}


def holds(when: Conditions, known: dict[str, str]) -> bool:
    """Whether all conditions are met."""
    return all(known[fact] in allowed for fact, allowed in when.items())


def eligible(section: Section, spec: Spec, state: State) -> list[Question]:
    """The section's questions that may still be asked, the next one first; none when it is not held at all."""
    known = facts(spec, state)
    if not holds(section.when, known):
        return []
    asked = {question for where, question in state.prompts if where == section.id}
    fresh = [q for q in section.questions if q.id not in asked and holds(q.when, known)]
    match section.draw:
        case "shuffled":
            return sorted(fresh, key=lambda q: _drawn(state, q.id))
        case "said":
            said = plain(" ".join(state.said.values()))
            return sorted(fresh, key=lambda q: -sum(len(phrase(word).findall(said)) for word in q.about))
        case "first":
            return fresh


def _settle(fact: Fact, spec: Spec, state: State) -> str:
    match fact.source:
        case "given":
            return fact.default
        case "drawn":
            return fact.options[_drawn(state, fact.id) % len(fact.options)].id
        case "heard":
            return _heard(fact, state)
        case "judged":
            return _judged(fact, spec, state)


def _heard(fact: Fact, state: State) -> str:
    """The option named by the longest phrase: "senior staff engineer" before "senior"."""
    said = plain(state.said.get(fact.section, "") if fact.section else " ".join(state.said.values()))
    named = [(len(way), option.id) for option in fact.options for way in option.heard if phrase(way).search(said)]
    return max(named)[1] if named else fact.default


def _judged(fact: Fact, spec: Spec, state: State) -> str:
    ids = [section.id for section in spec.sections]
    # Settled once its section is over: what comes after must not turn the interview round.
    last = ids.index(fact.section) if fact.section else len(ids)
    asked = [(where, question) for where, question in state.prompts if ids.index(where) <= last]
    shares = [found for where, question in asked if (found := _share(spec, state, where, question)) is not None]
    if not shares:
        return fact.default
    mean = sum(shares) / len(shares)
    return max((option for option in fact.options if option.from_share <= mean), key=lambda o: o.from_share).id


def _share(spec: Spec, state: State, section_id: str, question_id: str) -> float | None:
    """How good the answers to one question were, 0 to 1; None when nothing can be said about it."""
    section = spec.section(section_id)
    verdicts = [j.band for j in state.judged if (j.section, j.question) == (section_id, question_id)]
    if section.judged:
        known = [WORTH[band] for band in verdicts if band in WORTH]
        return known[-1] if known else None
    if section.coding or section.takes_questions:
        return None
    return coverage.standing(section.rubric(question_id), state.said.get(section_id, ""))


def _drawn(state: State, what: str) -> int:
    """A number that differs between interviews and is the same within one."""
    return int.from_bytes(hashlib.sha256(f"{state.interview_id}:{what}".encode()).digest()[:6])
