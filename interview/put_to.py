"""Recognizes by its form alone a question that is put to the interviewer, whatever it is about.

Nobody can list what people ask a stranger. But "do you …", "where are you …", "is my …", as all that is said, can
hardly be an answer to a technical question. What is left out may be thinking aloud in questions ("how do you know it
works?"), an answer put timidly ("is it overfitting?") or the interviewer's own question said after it.
"""

import re
from typing import Final

from interview.persona import Request
from interview.phrases import Word, plain_words

MOST_WORDS: Final = 14
"""A longer turn tells something beside its question."""
OPEN_WORDS: Final = 10
"""The same for a question that addresses nobody."""
TOPIC_WORDS: Final = 6
_TOPIC: Final = re.compile(
    r"\W*(?:and |so |okay |well )*(?:what about|how about|about|as for|regarding|for|one thing|just|you)\b"
)
"""What a question may be led in by: "what about latency, do you have a target"."""
ECHO: Final = 0.6
"""With so many of its words in the open question a turn says that question after the interviewer."""
_BEFORE: Final = (
    r"(?:(?:okay|well|so|and|but|sorry|hey|hi|oh|wait|yes|yeah|no|right|thanks|thank you|excuse me|by the way|then|"
    r"i (?:love|like) (?:it|that|your \S+)) )*"
)
_WH: Final = r"(?:what|which|where|when|who|whose|how)"
_OF_YOU: Final = re.compile(rf"{_BEFORE}(?:do|did|are|were|have|had|is|was) (?:you|your) ")
_WHAT_OF_YOU: Final = re.compile(
    rf"{_BEFORE}(?:what|which|where|when|who|whose|how (?:old|long|many|often|much|is|was|are|were))(?: \S+){{0,3}}? ?"
    r"(?:do|did|are|were|have|had|is|was|will) (?:you|your) "
)
_OF_ME: Final = re.compile(
    rf"{_BEFORE}(?:(?:am|was|did|have|should|must|may|do) i |(?:is|was|does|did|should|would) my "
    r"|(?:are|do|must|may) we (?:allowed|supposed|talking|only|also|still|free|have|need|get|on) )"
)
_OPEN: Final = re.compile(
    rf"{_BEFORE}{_WH} (?!(?:about|if|else|of|(?:\S+ ){{0,3}}(?:do|can|would|could|did) you) )(?:\S+ )*"
)
_AGAIN: Final = re.compile(
    rf"{_BEFORE}{_WH} (?:is|was|are|were|did) (?:the|this|that|it|you|your)(?: \S+){{0,6}}? again "
)
_AT_US: Final = re.compile(r"\b(?:here|we|i|me|are on) $")
"""Ends what is asked about this interview; recognizers leave question marks out at times."""
_ALOUD: Final = re.compile(
    r"\b(?:what|which|who)\b.*\byou\b.*\b(?:use|used|choose|chose|try|tried|do|learn|build|built|measure|pick|picked|"
    r"change|need|train|get|see|find|lose|gain|know|have)\b|\byou\b.*\byou\b|\b(?:users?|they|model) "
)
"""Thought aloud, or the interviewer's own question."""
_ANSWERED: Final = re.compile(r"\b(?:i think|i would|no|yes|is what|because|but|if not|depends)\b")
"""Whoever asks and goes on like this has answered."""
_LIMIT: Final = re.compile(
    rf"{_BEFORE}(?:is|are) there (?:a|an|any|some) (?:\S+ )?(?:constraints?|limits?|limitations?|requirements?|"
    r"deadlines?|restrictions?|targets?|preference|assumptions?|budget)\b.*"
)
_ABOUT: Final[tuple[tuple[Request, re.Pattern[str]], ...]] = (
    ("hint", re.compile(r"\b(?:forgetting|missing|overlooking|even start|start with|begin with|look at)\b")),
    (
        "validation",
        re.compile(
            r"\b(?:agree|convinced|satisfied|happy (?:with|about)|think|believe|buy|right|correct|wrong|mistaken|"
            r"sense|enough|thinking|reasoning)\b"
        ),
    ),
    (
        "clarify",
        re.compile(
            r"\b(?:mean|understand|refer|referring|want|prefer|expect|care|define|assume|require|need|targets?|latency|data|budget|labels?|users|"
            r"traffic|scale|metrics?|limits?|requirements?)\b"
        ),
    ),
    (
        "company",
        re.compile(r"\b(?:team|company|remote|visas?|salary|office|hire|hiring|sponsor|job|role|colleagues)\b"),
    ),
)


def put_to_interviewer(text: str, words: list[Word], asked: str | None = None) -> Request | None:
    """What a turn asks of the interviewer in its only sentence; None when it is no such question.

    `asked`, the question that is open, is what candidates say after the interviewer: where it is not known, questions
    that begin with "what" and the like count for nothing.
    """
    if not 3 <= len(words) <= MOST_WORDS or re.search(r"[.?!;]\s*\w", text):
        return None
    topic, comma, rest = text.rpartition(",")
    if comma and len(topic.split()) <= TOPIC_WORDS and _TOPIC.match(topic.lower()):
        return put_to_interviewer(rest, plain_words(rest), asked)
    spoken = " ".join(word.text for word in words) + " "
    marked = text.rstrip().endswith("?")
    if _LIMIT.fullmatch(spoken):
        return "clarify"
    if _ALOUD.search(spoken):
        return None
    if _OF_YOU.match(spoken):
        return _kind(spoken, "personal")
    if (found := _OF_ME.match(spoken)) and (marked or not ("," in text or _ANSWERED.search(spoken, found.end()))):
        return _kind(spoken, "clarify")
    if asked is None or "," in text or echoed(spoken.split(), asked) >= ECHO:
        return None
    if _AGAIN.fullmatch(spoken):
        return "repeat"
    if _WHAT_OF_YOU.match(spoken):
        return _kind(spoken, "personal")
    if len(words) <= OPEN_WORDS and (marked or _AT_US.search(spoken)) and _OPEN.fullmatch(spoken):
        return _kind(spoken, "clarify")
    return None


def echoed(said: list[str], asked: str) -> float:
    """The share of these words that are in the question that is open."""
    theirs = {word.text for word in plain_words(asked)}
    return sum(word in theirs for word in said) / len(said) if said else 0


def _kind(spoken: str, otherwise: Request) -> Request:
    return next((request for request, about in _ABOUT if about.search(spoken)), otherwise)
