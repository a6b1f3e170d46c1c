"""Signs in the words that a speaker is not done, for when their sound alone says they might be."""

import re

_NEVER_LAST = frozenset(
    "a an and because but or the um uh uhm erm er hmm mm whereas although unless whether my your our their its".split()
)
"""Nobody ends a turn on these, whatever punctuation the recognizer put after them."""

_SELDOM_LAST = frozenset(
    "about are as at by can could for from has have if in into is like of on should since so than that then to was "
    "well were when where which while who will with would".split()
)
"""A turn may end on these ("I think so."), so they count only when no full stop was heard."""

_COMPLETE = ("think so", "hope so", "guess so", "and so on", "believe so")

_THINKING = re.compile(
    r"\b(?:let me (?:think|see|check)(?: about (?:that|it|this))?|let's see|hold on|hang on"
    r"|(?:give me (?:a|one)|just a|one) (?:second|moment|minute|sec)|how (?:do|should|can) i (?:put|say) (?:this|it)"
    r"|what else|you know|i mean|sort of|kind of|for example|for instance|such as|first of all|on (?:the )?one hand)"
    r"(?: (?:please|here|now|first))?$"
)

_ANNOUNCES = re.compile(
    r"\b(?:there are|there's|i (?:would|will|have)|i'd|we have) (?:\w+ )?"
    r"(?:a few|a couple of|several|two|three|four|five) (?:\w+ )?"
    r"(?:things|reasons|ways|options|points|parts|steps|problems|questions|approaches)$"
)

_OPEN_CLAUSE = re.compile(r"^(?:and |but |so |or )?(?:if|when|once|unless|although|while|since) ")
_LONGEST_OPEN_CLAUSE = 9
"""A longer sentence of that kind usually has its main clause in it, comma or not."""


def unfinished(text: str) -> bool:
    """Whether the words end where people go on: mid-clause, on a filler, on a list just announced, or asking for time.

    `text` is what the recognizer understood of the turn so far, with its punctuation. Empty text is not unfinished.
    """
    stripped = text.strip().lower()
    if not stripped:
        return False
    if stripped.endswith((",", "...", "…", "-", "–", "—", ":", ";")):
        return True
    stopped = stripped.endswith((".", "?", "!"))
    sentence = re.split(r"(?<=[.?!])\s+", stripped)[-1]
    plain = re.sub(r"[^\w' ]+", " ", sentence).strip()
    last = plain.split()[-1] if plain else ""
    if last in _NEVER_LAST or (last in _SELDOM_LAST and not stopped and not plain.endswith(_COMPLETE)):
        return True
    if _THINKING.search(plain) or _ANNOUNCES.search(plain):
        return True
    has_main_clause = "," in sentence or " then " in plain or len(plain.split()) > _LONGEST_OPEN_CLAUSE
    return bool(_OPEN_CLAUSE.match(plain)) and not has_main_clause
