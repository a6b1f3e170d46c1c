"""What is heard: words with times, and the text they make."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Word:
    """One word with its punctuation, recognized or synthesized."""

    text: str
    start_s: float
    """Seconds since the start of the sound it is in: the clip for `Recognizer`, the stream for a transcriber, the line
    for a voice."""
    end_s: float
    confidence: float
    """The recognizer's mean probability of the word's tokens, 0 to 1; 1 for what a voice was given to say."""

    def later(self, seconds: float) -> "Word":
        """The same word on a clock that started `seconds` earlier."""
        return Word(self.text, self.start_s + seconds, self.end_s + seconds, self.confidence)


@dataclass(frozen=True)
class Transcript:
    """The words of one piece of sound; empty where nobody spoke."""

    words: tuple[Word, ...] = ()
    audio_s: float = 0.0
    """How much sound it covers."""
    no_speech_prob: float = 0.0
    """Whisper's probability that nobody spoke, 0 to 1."""
    avg_logprob: float = 0.0
    """Mean log probability of the tokens; speech in clear sound lies above -0.7."""
    text: str = field(init=False)
    """The words with single spaces between them."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", " ".join(word.text for word in self.words))
