"""Written lines as ML engineers say them: acronyms, code, symbols and units into words the voice reads right.

Plain numbers stay figures: the voice's own front end (espeak-ng) reads those well. What it gets wrong is here.
"""

import re
from collections.abc import Callable

_SAID = {
    "a/b": "A B",
    "and/or": "and or",
    "bert": "bert",
    "catboost": "cat boost",
    "cicd": "C I C D",
    "ci/cd": "C I C D",
    "e.g.": "for example,",
    "etc.": "et cetera",
    "i.e.": "that is,",
    "i.i.d.": "I I D",
    "javascript": "java script",
    "json": "jason",
    "k-nn": "K N N",
    "knn": "K N N",
    "lightgbm": "light G B M",
    "lora": "lora",
    "map@k": "map at K",
    "mlops": "M L ops",
    "ndcg": "N D C G",
    "numpy": "num pie",
    "nosql": "no sequel",
    "pytorch": "pie torch",
    "rag": "rag",
    "relu": "ray loo",
    "rmse": "R M S E",
    "scikit-learn": "sy kit learn",
    "shap": "shap",
    "sklearn": "S K learn",
    "smote": "smote",
    "sql": "sequel",
    "tf-idf": "T F I D F",
    "vs": "versus",
    "vs.": "versus",
    "xgboost": "X G boost",
    "yaml": "yammel",
}
"""Terms by their lower-case spelling; what is not here and is all capitals is spelled out."""

_WORDS_IN_CAPITALS = frozenset("A AND CRUD DAG GAN I LASSO LAMP LIME MAP NASA NO NOT OK ONE OR RAM SAAS".split())
"""Said as words, though written in capitals."""

_UNITS = {
    "ms": "milliseconds",
    "µs": "microseconds",
    "s": "seconds",
    "min": "minutes",
    "h": "hours",
    "kb": "kilobytes",
    "mb": "megabytes",
    "gb": "gigabytes",
    "tb": "terabytes",
    "khz": "kilohertz",
    "hz": "hertz",
    "k": "thousand",
    "m": "million",
    "b": "billion",
    "x": "times",
    "qps": "queries a second",
    "rps": "requests a second",
    "req/s": "requests a second",
    "req/sec": "requests a second",
}

_GREEK = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "η": "eta",
    "θ": "theta",
    "λ": "lambda",
    "μ": "mu",
    "π": "pi",
    "σ": "sigma",
    "Σ": "the sum of",
    "∑": "the sum of",
    "τ": "tau",
    "φ": "phi",
    "ω": "omega",
    "∞": "infinity",
    "√": "the square root of",
}

_SYMBOLS = (
    (r"\s*(?:=>|->|→)\s*", " to "),
    (r"\s*(?:<=|≤)\s*", " at most "),
    (r"\s*(?:>=|≥)\s*", " at least "),
    (r"\s*(?:!=|≠)\s*", " is not "),
    (r"\s*={1,3}\s*", " equals "),
    (r"\s*(?:≈|~)\s*", " about "),
    (r"\s+<\s+", " less than "),
    (r"\s+>\s+", " more than "),
    (r"(?<=\w)\s*(?:\^2|²)", " squared"),
    (r"(?<=\w)\s*(?:\^3|³)", " cubed"),
    (r"(?<=\w)\^(?=\w)", " to the power of "),
    (r"(?<=\d)\s*%", " percent"),
    (r"(?<=[\w)])\s*(?:×|·|\*)\s*(?=[\w(])", " times "),
    (r"(?<=\w)\s+\+\s+(?=\w)", " plus "),
    (r"\s*&\s*", " and "),
    (r"(?<=\w)\s?@\s?(?=\w)", " at "),
    (r"\s[–—]\s|—", ", "),
)

_MARKUP = re.compile(r"\*\*|__|^#+\s+|`|^\s*[-*•]\s+", re.MULTILINE)
_CALL = re.compile(r"\b([A-Za-z_][\w.]*)\(\)")
_IDENTIFIER = re.compile(
    r"\b[A-Za-z]\w*(?:_\w+)+\b|\b[a-z]{2,}(?:[A-Z]+[a-z0-9]*)+\b|\b[A-Z][a-z]{2,}(?:[A-Z][a-z0-9]+)+\b"
)
_DOTTED = re.compile(r"(?<=[a-z_])\.(?=[a-z_])")
_PERCENTILE = re.compile(r"\b([pP])(\d{2,3})\b")
_LETTER_NUMBER = re.compile(r"\b([A-Za-z]{1,3}|log)(\d{1,2})\b")
_RANGE = re.compile(r"(?<=\d)\s*[–-]\s*(?=\d)")
_RATIO = re.compile(r"\b(\d[\d,]*)\s*:\s*(\d[\d,]*)\b")
_MONEY = re.compile(r"\$\s?(\d[\d,.]*\d|\d)( (?:thousand|million|billion))?")
_MEASURE = re.compile(
    r"\b(\d+(?:,\d{3})*(?:\.\d+)?)\s?(req/sec|req/s|ms|µs|min|[kKmMgGtT]B|kHz|Hz|qps|QPS|rps|RPS|[xskKMBh])\b"
)
_EXPONENT = re.compile(r"\b(\d(?:\.\d+)?)e(-?)(\d+)\b")
_CAPITALS = re.compile(r"\b([A-Z][A-Z0-9]{1,5})(s?)\b")
_TERM = re.compile("|".join(rf"(?<![\w]){re.escape(t)}(?![\w])" for t in sorted(_SAID, key=len, reverse=True)), re.I)
_RATIO_SLASH = re.compile(r"(?<=[A-Za-z0-9])/(?=[A-Za-z])")


def speakable(text: str) -> str:
    """The line as it is to be said. Ordinary English passes unchanged; saying it again changes nothing more."""
    for say in _STEPS:
        text = say(text)
    return re.sub(r"[ \t]{2,}", " ", text).replace(" ,", ",").replace(",,", ",").strip()


def _terms(text: str) -> str:
    return _TERM.sub(lambda found: _SAID[found[0].lower()], text)


def _identifiers(text: str) -> str:
    text = _CALL.sub(r"\1", text)
    text = _IDENTIFIER.sub(lambda found: _split(found[0]), text)
    return _DOTTED.sub(" dot ", text)


def _split(identifier: str) -> str:
    """snake_case and camelCase into words."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", identifier.replace("_", " "))
    return (
        spaced if spaced.isupper() else " ".join(w if w.isupper() and len(w) > 1 else w.lower() for w in spaced.split())
    )


def _numbers(text: str) -> str:
    text = _EXPONENT.sub(lambda f: f"{f[1]} times ten to the {'minus ' if f[2] else ''}{f[3]}", text)
    text = _RATIO.sub(r"\1 to \2", text)
    text = _RANGE.sub(" to ", text)
    text = _MEASURE.sub(lambda f: f"{f[1]} {_UNITS[f[2].lower()]}", text)
    text = _MONEY.sub(lambda f: f"{f[1]}{f[2] or ''} dollars", text)
    text = _PERCENTILE.sub(lambda f: f"P {f[2]}", text)
    return _LETTER_NUMBER.sub(lambda f: f"{f[1] if f[1] == 'log' else ' '.join(f[1].upper())} {f[2]}", text)


def _symbols(text: str) -> str:
    for pattern, words in _SYMBOLS:
        text = re.sub(pattern, words, text)
    for letter, word in _GREEK.items():
        text = re.sub(rf"\s*{letter}\s*", f" {word} ", text) if letter in text else text
    return _RATIO_SLASH.sub(" or ", text)


def _capitals(text: str) -> str:
    """Spell out what is written in capitals: ROC as R O C, LLMs as L L Ms."""
    return _CAPITALS.sub(
        lambda found: found[0] if found[1] in _WORDS_IN_CAPITALS else f"{' '.join(found[1])}{found[2]}", text
    )


_STEPS: tuple[Callable[[str], str], ...] = (
    lambda text: _MARKUP.sub("", text),
    _terms,
    _identifiers,
    _numbers,
    _symbols,
    _capitals,
)
