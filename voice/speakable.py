"""Written lines as ML engineers say them: acronyms, code, symbols and units into words the voice reads right.

Plain numbers stay figures: the voice's own front end (espeak-ng) reads those well. What it gets wrong is here.
"""

import re
import unicodedata
from collections.abc import Callable

from voice.terms import AS_WRITTEN, CURRENCIES, LETTERS, PLAIN, RATES, SYMBOLS, TERMS, UNITS, WORDS_IN_CAPITALS

PUNCTUATION = ".,!?;:'\"()-"
"""All that is left beside letters, figures and spaces: espeak-ng takes it for pauses and melody."""


def _any_of(words: dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


_LINK = re.compile(r"https?://\S+")
_TAG = re.compile(r"</?[a-z][^<>]*>")
_MARKUP = re.compile(r"\*\*|(?<!\w)__|__(?!\w)|^#+\s+|`|^\s*[-*•]\s+", re.MULTILINE)
_TERM = re.compile(rf"(?<!\w)(?:{_any_of(TERMS)})(?!\w)", re.I)
_CALL = re.compile(r"\b([A-Za-z_][\w.]*)\(\)")
_IDENTIFIER = re.compile(
    r"\b[A-Za-z]\w*(?:_\w+)+\b|\b[a-z]{2,}(?:[A-Z]+[a-z0-9]*)+\b|\b[A-Z][a-z]{2,}(?:[A-Z][a-z0-9]+)+\b"
    r"|\b[A-Z]{2,}[a-z]{2,}\w*\b"
)
_DOTTED = re.compile(r"(?<=[a-z_])\.(?=[a-z_])")
_OF = re.compile(r"\b([A-Za-z]|log|exp)\((?=\w)")
_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_MEASURE = re.compile(
    rf"\b({_NUMBER})(?:\s?(req/sec|req/s|tok/s|ms|µs|min|hr|[kKmMgGtT]B|[KMG]iB|[kKMG]bps|[kMG]?Hz|fps|rpm|QPS|qps|RPS|rps"
    r"|[sh])|([kKMBx]))\b"
)
_RATE = re.compile(rf"(?<=[a-z]{{2}})/({_any_of(RATES)})\b")
_EXPONENT = re.compile(r"\b(\d(?:\.\d+)?)e([-+]?)0*(\d+)\b")
_RATIO = re.compile(r"\b(\d[\d,]*)\s*:\s*(\d[\d,]*)\b")
_FRACTION = re.compile(r"\b(\d+)/(\d+)\b")
_PARTS = {2: "half", 3: "third", 4: "quarter"}
_RANGE = re.compile(r"(?<=\d)\s*[–-]\s*(?=[\d$€£])")
_MINUS = re.compile(r"(?<![\w.)'\"-])-(?=\.?\d)")
_MONEY = re.compile(rf"([$€£])\s?({_NUMBER})(?: to [$€£]?({_NUMBER}))?( (?:thousand|million|billion))?")
_PERCENTILE = re.compile(r"\b([pP])(\d{2,3})\b")
_LETTER_NUMBER = re.compile(r"\b([A-Za-z]{1,3})(\d{1,3})\b")
_CAPITALS = re.compile(r"\b([A-Z][A-Z0-9]{1,5})(s?)\b")
_SLASH = re.compile(r"(?<=[A-Za-z0-9])/(?=[A-Za-z])")


def speakable(text: str) -> str:
    """The line as it is to be said: letters, figures, spaces and `PUNCTUATION`. Ordinary English passes unchanged."""
    for say in _STEPS:
        text = say(text)
    return re.sub(r"[ \t]{2,}", " ", text).replace(" ,", ",").replace(",,", ",").strip()


def _plain(text: str) -> str:
    text = _LINK.sub("the link", text.translate(PLAIN))
    return _MARKUP.sub("", _TAG.sub("", text))


def _terms(text: str) -> str:
    return _TERM.sub(lambda found: found[0] if found[0] in AS_WRITTEN else TERMS[found[0].lower()], text)


def _identifiers(text: str) -> str:
    text = _CALL.sub(r"\1", text)
    text = _IDENTIFIER.sub(lambda found: _split(found[0]), text)
    return _OF.sub(r"\1 of (", _DOTTED.sub(" dot ", text))


def _split(identifier: str) -> str:
    """snake_case and camelCase into words."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})", " ", identifier.replace("_", " "))
    return (
        spaced if spaced.isupper() else " ".join(w if w.isupper() and len(w) > 1 else w.lower() for w in spaced.split())
    )


def _numbers(text: str) -> str:
    text = re.sub(r"(?<=\d)_(?=\d{3})", "", text)
    text = _EXPONENT.sub(_power, text)
    text = _RATIO.sub(r"\1 to \2", text)
    text = _FRACTION.sub(_part, text)
    text = _RANGE.sub(" to ", text)
    text = _MINUS.sub("minus ", text)
    text = _MEASURE.sub(_measure, text)
    text = _RATE.sub(lambda f: f" {RATES[f[1]]}", text)
    text = _MONEY.sub(lambda f: f"{f[2]}{f' to {f[3]}' if f[3] else ''}{f[4] or ''} {CURRENCIES[f[1]]}", text)
    text = _PERCENTILE.sub(lambda f: f"P {f[2]}", text)
    return _LETTER_NUMBER.sub(lambda f: f"{f[1] if len(f[1]) == 3 and f[1].islower() else _spelled(f[1])} {f[2]}", text)


def _power(found: re.Match[str]) -> str:
    times = "" if found[1] == "1" else f"{found[1]} times "
    return f"{times}ten to the {'minus ' if found[2] == '-' else ''}{found[3]}"


def _part(found: re.Match[str]) -> str:
    """1/2 is a half and 9/10 nine over ten, but 80/20 and 24/7 are said one after the other."""
    above, below = int(found[1]), int(found[2])
    if above >= below:
        return f"{found[1]} {found[2]}"
    return f"{above} {_PARTS[below]}{'s' if above > 1 else ''}" if below in _PARTS else f"{above} over {below}"


def _measure(found: re.Match[str]) -> str:
    unit = UNITS[(found[2] or found[3]).lower()]
    first, _, rest = unit.partition(" ")
    if found[1] == "1" and first not in ("times", "hertz"):
        first = f"{first[:-3]}y" if first.endswith("ies") else first.removesuffix("s")
    return f"{found[1]} {first} {rest}".rstrip()


def _symbols(text: str) -> str:
    for pattern, words in SYMBOLS:
        text = re.sub(pattern, words, text)
    for letter, word in LETTERS.items():
        text = re.sub(rf"\s*{letter}\s*", f" {word} ", text) if letter in text else text
    return _SLASH.sub(" or ", text)


def _capitals(text: str) -> str:
    """Spell out what is written in capitals: ROC as R O C, LLMs as L L Ms."""
    return _CAPITALS.sub(
        lambda found: found[0] if found[1] in WORDS_IN_CAPITALS else f"{_spelled(found[1])}{found[2]}", text
    )


def _spelled(letters: str) -> str:
    return " ".join(letters.upper())


def _swept(text: str) -> str:
    """Drops what nobody can say, so that nothing is read out by the name of its character."""
    return "".join(sign if _sayable(sign) else " " for sign in unicodedata.normalize("NFKC", text))


def _sayable(sign: str) -> bool:
    return sign.isspace() or sign.isdecimal() or sign in PUNCTUATION or unicodedata.category(sign)[0] in "LM"


_STEPS: tuple[Callable[[str], str], ...] = (_plain, _terms, _identifiers, _numbers, _symbols, _capitals, _swept)
