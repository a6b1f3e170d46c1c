"""What a recognizer wrote, in plain words, and a short notation for patterns over them."""

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

DROPPED: Final = frozenset(
    (
        "uh um uhm er erm ah eh hmm hm mm mhm please maybe perhaps kindly possibly really actually quite basically "
        "honestly very"
    ).split()
)
"""Words that carry no request, wherever they stand."""
ASSENT: Final = re.compile(r"\buh[ -]+huh\b", re.IGNORECASE)
"""Assent, while "huh" alone asks to hear it again."""

_SPELLINGS: Final[Mapping[str, str]] = {
    "can't": "can not", "cant": "can not", "cannot": "can not", "won't": "will not", "wanna": "want to",
    "gonna": "going to", "gotta": "got to", "gimme": "give me", "lemme": "let me", "dunno": "i do not know",
    "let's": "let us", "lets": "let us", "dont": "do not", "didnt": "did not", "im": "i am", "ive": "i have",
    "whats": "what is", "thats": "that is", "youre": "you are", "ok": "okay", "mike": "mic", "microphone": "mic",
    "someone": "somebody", "secs": "seconds", "sec": "second", "mins": "minutes", "min": "minute", "alright": "okay",
    "y'all": "you",
}  # fmt: skip
_ENDINGS: Final[Mapping[str, str]] = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would", "s": "is"}
_MEASURES: Final = frozenset(("a", "one", "two"))
"""Only before these is "just" kept: "just a minute" asks for one, "a minute" may be an answer."""
_LABELS: Final = frozenset(("prompt", "system", "instruction", "instructions", "message", "admin", "override"))
"""A colon after one of these is kept, as the word "colon": "system prompt: ..."."""
_STUTTER_WORDS: Final = 3
"""Said twice in a row, so many words at most are taken as said once: "can you can you repeat"."""


class Word(NamedTuple):
    """One plain word and where it came from."""

    text: str
    start: int
    """Index of its first character in the text it was read from."""


def plain_words(text: str) -> list[Word]:
    """Lower-case words without punctuation, contractions written out, fillers and stutters left out."""
    words: list[Word] = []
    text = ASSENT.sub(lambda found: " " * len(found.group()), text)
    for found in re.finditer(r"[a-z0-9]+(?:['’][a-z]+)?|:", text, re.IGNORECASE):
        for word in _written_out(found.group().lower().replace("’", "'")):
            if word == ":" and not (words and words[-1].text in _LABELS):
                continue
            if words and words[-1].text == "just" and word not in _MEASURES:
                words.pop()
            if word not in DROPPED:
                words.append(Word("colon" if word == ":" else word, found.start()))
    for length in range(_STUTTER_WORDS, 0, -1):
        words = _without_stutters(words, length)
    return words


def pattern(phrases: Iterable[str], parts: Mapping[str, str], between: str = "") -> str:
    """A regular expression over words, each followed by one space, that matches any of `phrases`.

    `(a b|c)` is a choice, which may come again and again with `+` after it; `[a|b]` may be missing, with `*` after it
    it may come again and again. `hints?` is a word with an optional letter, NAME stands for `parts[NAME]`, `..3` for up
    to three words that name a thing, `...3` for any three at most. `between`, itself an expression, may follow on every
    single word.
    """
    return "|".join(_translated(phrase, parts, between) for phrase in phrases)


_TOKEN: Final = re.compile(r"[A-Z_]{2,}|\.{2,3}\d+|[a-z0-9'?]+|[)\]][*+]?|[(|\[]|\s+")
_NO_THING: Final = (
    "i we you they it is are was were be would will can could should do does did has have had so then because but if "
    "which and that first not since when"
).replace(" ", "|")


def _translated(phrase: str, parts: Mapping[str, str], between: str) -> str:
    pieces: list[str] = []
    at = 0
    while at < len(phrase):
        token = _TOKEN.match(phrase, at)
        if token is None:
            raise ValueError(f"'{phrase[at:]}' is no phrase notation; see interview.phrases.pattern.")
        pieces.append(_piece(token.group(), parts, between))
        at = token.end()
    return "".join(pieces)


def _piece(token: str, parts: Mapping[str, str], between: str) -> str:
    match token:
        case "(" | "[":
            return "(?:"
        case "]":
            return ")?"
        case "]*" | ")*":
            return ")*"
        case ")+":
            return ")+"
        case ")" | "|":
            return token
    if token.isspace():
        return ""
    if token.startswith("..."):
        return rf"(?:\S+ ){{0,{token[3:]}}}"
    if token.startswith(".."):
        return rf"(?:(?!(?:{_NO_THING}) )\S+ ){{0,{token[2:]}}}"
    if token.isupper():
        return f"(?:{_translated(parts[token], parts, between)})"
    return f"{token} {between}"


def _written_out(word: str) -> list[str]:
    if word in _SPELLINGS:
        return _SPELLINGS[word].split()
    stem, apostrophe, ending = word.partition("'")
    if apostrophe and ending == "t" and stem.endswith("n"):
        return [stem[:-1], "not"]
    if apostrophe and ending in _ENDINGS:
        return [_SPELLINGS.get(stem, stem), _ENDINGS[ending]]
    return [word]


def _without_stutters(words: list[Word], length: int) -> list[Word]:
    """Where `length` words are said twice in a row, only the second time stays."""
    kept: list[Word] = []
    for word in words:
        kept.append(word)
        if [w.text for w in kept[-length:]] == [w.text for w in kept[-2 * length : -length]]:
            again = kept[-length:]
            # The words begin where they were first begun.
            start = kept[-2 * length].start
            del kept[-2 * length :]
            kept += [again[0]._replace(start=start), *again[1:]]
    return kept
