"""Signs in the words that a speaker is not done, for when their sound alone says they might be."""

import re

_NEVER_LAST = frozenset(
    "a an and because but or the um uh uhm erm er hmm mm whereas although unless whether my your our their its every "
    "very i we they he she i'd we'd i'll we'll i'm we're it's that's there's".split()
)
"""Nobody ends a turn on these, whatever punctuation the recognizer put after them."""

_SELDOM_LAST = frozenset(
    "about are as at by can could for from has have if in into is like of on should since so than that then to was "
    "well were when where which while who will with would".split()
)
"""A turn may end on these ("I think so."), so they count only when no full stop was heard."""

_COMPLETE = ("think so", "hope so", "guess so", "and so on", "believe so")
_SO = re.compile(r"(?<!think)(?<!hope)(?<!guess)(?<!believe)(?<!do)(?<!did)(?<!or)(?<!not) so$")
"""Whisper sets a full stop after a "so" that leads on, as it does at every end."""

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

_LEAD = r"^(?:and |but |so |or |then |well |now )?"
_OPEN_CLAUSE = re.compile(
    rf"{_LEAD}(?:if|when|whenever|once|unless|although|while|since|before|after|until|suppose|assuming"
    r"|as (?:far|long|soon) as|to (?!be\b)\w+) "
)
_LONGEST_OPEN_CLAUSE = 9
"""A longer sentence of that kind usually has its main clause in it, comma or not."""
_OPEN_PHRASE = re.compile(rf"{_LEAD}(?:in|on|at|for|with|without|from|during|instead of|compared to|depending on) ")
_LONGEST_OPEN_PHRASE = 6
_SUBJECT = re.compile(r"\b(?:i|we|you|they|he|she|it|that|there|people|i'd|we'd|i'll|we'll)\b")

_COUNTED = re.compile(
    r"\b(two|three|four) (?:\w+ )?(?:things|reasons|ways|options|points|parts|steps|problems|questions|approaches)\b"
)
_LAST_OF = {
    "two": re.compile(r"\b(?:second|secondly|other|another|finally|last|lastly)\b"),
    "three": re.compile(r"\b(?:third|thirdly|finally|last|lastly)\b"),
    "four": re.compile(r"\b(?:fourth|finally|last|lastly)\b"),
}
_FIRST_OF = re.compile(r"\b(?:first|firstly|one)\b")
_LONGEST_LIST = 60
"""Words after which a list that was announced counts as told, whatever became of it."""


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
    if _SO.search(plain) or _THINKING.search(plain) or _ANNOUNCES.search(plain):
        return True
    return _awaits_main_clause(sentence, plain) or _list_goes_on(stripped)


def full_stop(text: str) -> bool:
    """Whether the recognizer heard a sentence end there. It sets a stop at every end, and none after half a phrase."""
    return text.rstrip().endswith((".", "?", "!")) and not text.rstrip().endswith("..")


def _awaits_main_clause(sentence: str, plain: str) -> bool:
    words = len(plain.split())
    if "," in sentence or " then " in plain:
        return False
    if _OPEN_CLAUSE.match(plain):
        return words <= _LONGEST_OPEN_CLAUSE
    return bool(_OPEN_PHRASE.match(plain)) and words <= _LONGEST_OPEN_PHRASE and not _SUBJECT.search(plain)


def _list_goes_on(text: str) -> bool:
    """Whether a list was announced, its first item told, and its last one not yet."""
    announced = list(_COUNTED.finditer(text))
    if not announced:
        return False
    since = text[announced[-1].end() :]
    told = _LAST_OF[announced[-1].group(1)].search(since)
    return bool(_FIRST_OF.search(since)) and not told and len(since.split()) <= _LONGEST_LIST
