"""Listens again, without a caller waiting, to what was not heard clearly in the call.

What is clear then is judged by its new words. What is not stays in the transcript, marked, and nothing rests on it.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from interview.events import Word as TimedWord
from scoring.reading.model import Memory
from scoring.transcript import Clause, SectionAnswer
from voice import weights
from voice.stt import Recognizer
from voice.transcript import Word

WEAK = 0.6
"""A clause whose words' confidence is less on average was not heard clearly: half way between clear speech, where
Whisper's words average above 0.8, and noise and crosstalk, where they average below 0.4."""
LONGEST_MS = 26_000
"""Whisper's window, less the silence it needs. Unclear clauses so near to each other are heard in one go."""
MARGIN_MS = 150
"""Words whose middle is so far outside a clause's times still belong to it: two alignments differ by about as much."""
MOST = 24
"""Windows heard again in one interview, the earliest: some 1.5 s each; with more, nobody understands the microphone."""
_RATE_PER_MS = 16

Sound = NDArray[np.float32]


class Ear(Protocol):
    """Whoever hears without hurry."""

    @property
    def name(self) -> str:
        """The model, as the report names it."""

    def hear(self, sound: Sound) -> Sequence[Word]:
        """The words in at most 28 s of sound, shape (samples,), 16 kHz. Raises WeightsError."""


class UnhurriedEar:
    """Whisper with the whole window and a beam; loaded when it is first needed."""

    def __init__(self, model: str, cache_dir: Path, threads: int) -> None:
        """`model`: the name of a model that set-up brings, or a folder."""
        self.name = model
        self._cache_dir, self._threads = cache_dir, threads
        self._recognizer: Recognizer | None = None

    def hear(self, sound: Sound) -> Sequence[Word]:
        """See Ear."""
        if self._recognizer is None:
            self._recognizer = Recognizer(weights.locate(self.name, self._cache_dir), self._threads)
        return self._recognizer.decode_unhurried(sound).words


def weak(clause: Clause) -> bool:
    """Whether a clause was not heard clearly."""
    return clause.confidence is not None and clause.confidence < WEAK


def marked(clauses: Iterable[Clause]) -> dict[Clause, Clause]:
    """The weak ones and what becomes of them where nobody listens again."""
    return {
        clause: clause.model_copy(update={"heard": clause.text, "shaky": True}) for clause in clauses if weak(clause)
    }


def hear_again(
    clauses: Iterable[Clause], sound: Sound, ear: Ear, memory: Memory, before: Callable[[], None]
) -> dict[Clause, Clause]:
    """The weak clauses and what they are after the second hearing; calls `before` each time it listens.

    Raises WeightsError.
    """
    heard = marked(clauses)
    for window in _windows(list(heard))[:MOST]:
        before()
        start, end = _span(window, len(sound) // _RATE_PER_MS)
        words = _words(sound[start * _RATE_PER_MS : end * _RATE_PER_MS], ear, memory)
        for clause in window:
            heard[clause] = _second(heard[clause], [word.later(start / 1000) for word in words])
    return heard


def with_second_hearing(answer: SectionAnswer, heard: Mapping[Clause, Clause]) -> SectionAnswer:
    """The answer with its weak clauses as they are now."""
    return answer.model_copy(update={"clauses": tuple(heard.get(clause, clause) for clause in answer.clauses)})


def _windows(clauses: Sequence[Clause]) -> list[list[Clause]]:
    """The clauses in groups that fit into one window, in the order of time."""
    groups: list[list[Clause]] = []
    for clause in sorted(clauses, key=lambda clause: clause.start_ms):
        if groups and clause.end_ms - groups[-1][0].start_ms <= LONGEST_MS:
            groups[-1].append(clause)
        else:
            groups.append([clause])
    return groups


def _span(window: Sequence[Clause], length_ms: int) -> tuple[int, int]:
    """From and to, in ms: the clauses in the middle of as much sound as fits, for what is around them helps."""
    start, end = window[0].start_ms, min(max(clause.end_ms for clause in window), window[0].start_ms + LONGEST_MS)
    spare = (LONGEST_MS - (end - start)) // 2
    start = max(0, start - spare)
    return start, min(length_ms, start + LONGEST_MS)


def _words(sound: Sound, ear: Ear, memory: Memory) -> list[Word]:
    """What is heard, once: a scoring that was cut off, or is done again, takes what was heard the first time."""
    told = f"{ear.name} {sound.shape}".encode()
    key = hashlib.sha256(told + np.round(sound * 32767).astype("<i2").tobytes()).hexdigest()
    kept = memory.recall(key)
    if kept is None:
        kept = {f"{word.start_s:.2f} {word.end_s:.2f} {word.text}": word.confidence for word in ear.hear(sound)}
        memory.keep(key, kept)
    return [_word(line, confidence) for line, confidence in kept.items()]


def _word(line: str, confidence: float) -> Word:
    start, end, text = line.split(" ", 2)
    return Word(text, float(start), float(end), confidence)


def _second(clause: Clause, words: Sequence[Word]) -> Clause:
    """A marked clause with what was heard in its time; clear, that becomes its text."""
    first, last = clause.start_ms - MARGIN_MS, clause.end_ms + MARGIN_MS
    within = [word for word in words if first <= 500 * (word.start_s + word.end_s) <= last]
    if not within:
        return clause
    said = " ".join(word.text for word in within)
    confidence = sum(word.confidence for word in within) / len(within)
    if confidence < WEAK:
        return clause.model_copy(update={"heard_again": said})
    changes = {"text": said, "heard_again": said, "confidence": confidence, "words": tuple(map(_timed, within))}
    return clause.model_copy(update={**changes, "shaky": False})


def _timed(word: Word) -> TimedWord:
    """On the recording's clock."""
    start_ms, end_ms = round(1000 * word.start_s), round(1000 * word.end_s)
    return TimedWord(text=word.text, start_ms=start_ms, end_ms=end_ms, confidence=word.confidence)
