"""The candidate's words by section and question, cut into clauses that can be evidence: verbatim, with their times."""

import re
from collections.abc import Callable, Sequence

from pydantic import Field

from interview.events import CandidateSpoke, CandidateTyped, Event, Line, LineStarted, Word
from interview.model import Frozen
from interview.requests import answer_before, recognise
from interview.spec import Spec

LONGEST_CLAUSE_WORDS = 26
"""A longer stretch without an end of sentence is cut at a comma or a conjunction."""
SHORTEST_CLAUSE_WORDS = 4
"""A shorter one is kept together with what follows: 'Yes.' alone is evidence of nothing."""

_SENTENCE_END = re.compile(r"(?<=[.?!;])\s+|\n+")
_JOINT = re.compile(
    r"(?<=,)\s+|\s+(?=(?:and|but|because|so|then|which|while|whereas|although|if|when|or)\s)", re.IGNORECASE
)


class Clause(Frozen):
    """A verbatim piece of one utterance."""

    text: str
    start_ms: int
    end_ms: int
    """Equal to the start for typed words."""
    section: str
    seq: int
    """The journal's number of the utterance."""
    confidence: float | None = None
    """How sure the recognizer was, 0 to 1, the mean over its words; None for typed words."""
    heard: str = ""
    """What was heard in the call, where that was unclear and the clause was listened to again."""
    heard_again: str = ""
    """What was heard then; where it is the clearer of the two, it is the text."""
    shaky: bool = False
    """Unclear even so: it is shown, and nothing is judged by it."""
    words: tuple[Word, ...] = Field(default=(), exclude=True, repr=False)
    """Those of the text, with their times; none of typed words. They tell a part's times and stand in no report."""

    def part(self, start: int, end: int) -> "Clause":
        """From one character of the text to another, with its own times and confidence."""
        places = _places(self.text, self.words)
        start_ms, end_ms = _time((start, end), self.text, (self.start_ms, self.end_ms), places)
        words = _within((start, end), places)
        changes = {"text": self.text[start:end], "start_ms": start_ms, "end_ms": end_ms, "words": words}
        return self.model_copy(update={**changes, "confidence": _mean(words) if words else self.confidence})


class SectionAnswer(Frozen):
    """What the candidate answered between one prompt and the next: a section's, or one question's in it."""

    section: str
    start_ms: int | None = None
    """When the prompt began to sound; None when it was never reached."""
    end_ms: int | None = None
    """When the next prompt began, or the journal ended."""
    clauses: tuple[Clause, ...] = ()

    @property
    def text(self) -> str:
        """All clauses, one space between them."""
        return " ".join(clause.text for clause in self.clauses)

    @property
    def unclear(self) -> tuple[tuple[int, int], ...]:
        """From and to in the text, in characters: what was not heard clearly and is judged neither way."""
        found, at = [], 0
        for clause in self.clauses:
            if clause.shaky:
                found.append((at, at + len(clause.text)))
            at += len(clause.text) + 1
        return tuple(found)


Asked = tuple[str, str]
"""A main question: its section's id and its own."""


def answers(spec: Spec, events: Sequence[tuple[int, Event]]) -> dict[str, SectionAnswer]:
    """The candidate's answer to each of the spec's sections, in the spec's order; unreached ones are empty."""
    keys = [(section.id, "") for section in spec.sections]
    by_section = _divided(spec, keys, events, lambda line: (line.section, ""))
    return {section: answer for (section, _), answer in by_section.items()}


def answers_by_question(spec: Spec, events: Sequence[tuple[int, Event]]) -> dict[Asked, SectionAnswer]:
    """The same for each main question: from its prompt to the next, so the answers to its follow-ups too."""
    first = {section.id: section.questions[0].id for section in spec.sections}
    questions = [(section.id, question.id) for section in spec.sections for question in section.questions]
    return _divided(spec, questions, events, lambda line: (line.section, line.question or first.get(line.section, "")))


def _divided(
    spec: Spec, keys: Sequence[Asked], events: Sequence[tuple[int, Event]], key_of: Callable[[Line], Asked]
) -> dict[Asked, SectionAnswer]:
    """The candidate's words by what was asked last when they began; `key_of` names what a prompt asks."""
    starts = _prompt_starts(events, key_of)
    clarifying = {section.id for section in spec.sections if section.clarifying}
    last_ms = max((event.at_ms for _, event in events), default=0)
    found: dict[Asked, list[Clause]] = {key: [] for key in keys}
    for seq, event in events:
        if isinstance(event, CandidateSpoke | CandidateTyped):
            # By when it began: words that were still being recognized when the next prompt sounded belong before it.
            began = event.started_ms if isinstance(event, CandidateSpoke) else event.at_ms
            current = next((key for at, key in reversed(starts) if at <= began), None)
            # "Could you repeat that" and the like are no part of an answer, also at its end.
            if current in found and (end := _answered(event.text, clarifying=current[0] in clarifying)):
                found[current] += cut(event, seq, current[0], end)
    result = {}
    for key in keys:
        start = next((at for at, asked in starts if asked == key), None)
        end_ms = (
            next((at for at, _ in starts if start is not None and at > start), last_ms) if start is not None else None
        )
        clauses = tuple(sorted(found[key], key=lambda clause: clause.start_ms))
        result[key] = SectionAnswer(section=key[0], start_ms=start, end_ms=end_ms, clauses=clauses)
    return result


def _answered(text: str, *, clarifying: bool) -> int:
    """Up to which character an utterance may answer; 0: it only asks.

    Instructions to the interviewer stay in: the grader's own check notes them. So do questions about the task where
    asking them is what is to be shown.
    """
    request = recognise(text)
    answer = text if request == "manipulation" or (clarifying and request == "clarify") else answer_before(text)
    return text.find(answer) + len(answer) if answer else 0


def cut(event: CandidateSpoke | CandidateTyped, seq: int, section: str, end: int | None = None) -> list[Clause]:
    """An utterance's clauses, or those of its first `end` characters; each one's text is a slice of the utterance's."""
    spans = _spans(event.text[:end])
    if isinstance(event, CandidateTyped):
        times = [(event.at_ms, event.at_ms)] * len(spans)
        words: list[tuple[Word, ...]] = [()] * len(spans)
    else:
        places = _places(event.text, event.words)
        times = [_time(span, event.text, (event.started_ms, event.ended_ms), places) for span in spans]
        words = [_within(span, places) for span in spans]
    return [
        Clause(
            text=event.text[a:b],
            start_ms=start,
            end_ms=end,
            section=section,
            seq=seq,
            confidence=_mean(within),
            words=within,
        )
        for (a, b), (start, end), within in zip(spans, times, words, strict=True)
    ]


def _prompt_starts(events: Sequence[tuple[int, Event]], key_of: Callable[[Line], Asked]) -> list[tuple[int, Asked]]:
    """When each prompt first sounded, in order of time; one that is repeated changes nothing."""
    starts: dict[Asked, int] = {}
    for _, event in events:
        if isinstance(event, LineStarted) and event.line.kind == "prompt" and event.line.section:
            starts.setdefault(key_of(event.line), event.at_ms)
    return sorted((at, asked) for asked, at in starts.items())


def _spans(text: str) -> list[tuple[int, int]]:
    """Where the clauses of a text begin and end."""
    sentences = _split(text, (0, len(text)), _SENTENCE_END)
    pieces = [piece for sentence in sentences for piece in _shorten(text, sentence)]
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and len(text[slice(*joined[-1])].split()) < SHORTEST_CLAUSE_WORDS:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    if len(joined) > 1 and len(text[slice(*joined[-1])].split()) < SHORTEST_CLAUSE_WORDS:
        joined[-2:] = [(joined[-2][0], joined[-1][1])]
    return joined


def _split(text: str, span: tuple[int, int], at: re.Pattern[str]) -> list[tuple[int, int]]:
    """The span cut wherever the pattern matches, without blank pieces."""
    start, stop = span
    edges = [start, *(edge for match in at.finditer(text, start, stop) for edge in match.span()), stop]
    pieces = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        stripped = text[a:b].strip()
        if stripped:
            begin = text.index(stripped, a)
            pieces.append((begin, begin + len(stripped)))
    return pieces


def _shorten(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """A span in pieces of bearable length, cut at the joint nearest to the middle, or in the very middle."""
    words = [(span[0] + m.start(), span[0] + m.end()) for m in re.finditer(r"\S+", text[slice(*span)])]
    if len(words) <= LONGEST_CLAUSE_WORDS:
        return [span]
    middle = len(words) // 2
    joints = {match.end() for match in _JOINT.finditer(text, *span)}
    places = [n for n in range(4, len(words) - 4) if words[n][0] in joints] or [middle]
    place = min(places, key=lambda n: abs(n - middle))
    left, right = (span[0], words[place - 1][1]), (words[place][0], span[1])
    return [*_shorten(text, left), *_shorten(text, right)]


def _places(text: str, words: Sequence[Word]) -> list[tuple[int, Word]]:
    """Where each recognized word stands in the text; words that cannot be found there are left out."""
    found, cursor = [], 0
    for word in words:
        at = text.find(word.text.strip(), cursor) if word.text.strip() else -1
        # Far ahead it is another occurrence, and taking it would skip everything between.
        if 0 <= at <= cursor + 40:
            found.append((at, word))
            cursor = at + len(word.text.strip())
    return found


def _within(span: tuple[int, int], places: Sequence[tuple[int, Word]]) -> tuple[Word, ...]:
    """A span's words."""
    return tuple(word for at, word in places if span[0] <= at < span[1])


def _time(
    span: tuple[int, int], text: str, whole: tuple[int, int], places: Sequence[tuple[int, Word]]
) -> tuple[int, int]:
    """A span's start and end from its words; without words, in proportion to its place in the text, which is as long
    as `whole` says."""
    if within := _within(span, places):
        return within[0].start_ms, max(within[-1].end_ms, within[0].start_ms)
    per_character = (whole[1] - whole[0]) / max(1, len(text))
    return round(whole[0] + span[0] * per_character), round(whole[0] + span[1] * per_character)


def _mean(words: Sequence[Word]) -> float | None:
    """How sure the recognizer was of them; None where there are none."""
    return sum(word.confidence for word in words) / len(words) if words else None
