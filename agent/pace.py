"""How long the candidate waits: from the last word to the interviewer's first sound, and what the time went to."""

import time


class Pace:
    """Follows one reply after another. All times are wall-clock seconds since the epoch."""

    def __init__(self) -> None:
        self._last_word: float | None = None
        self._heard = self._turn_ended = 0.0
        self._decided: dict[str, float] = {}
        """By text: when it was settled that a line which has not begun yet will be said."""

    def heard(self, last_word: float, decided: float) -> None:
        """An utterance: when the voice fell silent and when its text was final."""
        self._last_word, self._heard = last_word, decided

    def turn_ended(self) -> None:
        """The floor is the interviewer's, now."""
        self._turn_ended = time.time()

    def decided(self, text: str) -> None:
        """A line with this text is to be said, decided now."""
        self._decided[text] = time.time()

    def first_sound(self, text: str, at: float) -> tuple[int | None, dict[str, int]]:
        """Latency in ms and its parts, for the first line after a turn; (None, {}) for lines that answer nothing."""
        last_word, decided = self._last_word, self._decided.pop(text, None)
        if last_word is None or self._turn_ended < last_word:
            return None, {}
        self._last_word = None
        parts = {
            "transcription": self._heard - last_word,
            "endpointing": self._turn_ended - last_word,
            "reply": at - self._turn_ended,
        }
        if decided is not None:
            parts["question_ready"] = decided - last_word
        return _ms(at - last_word), {name: _ms(seconds) for name, seconds in parts.items()}


def _ms(seconds: float) -> int:
    return max(0, round(seconds * 1000))
