"""Whether an indicator's point is one claim: an answer that states half of a compound one cannot be judged.

Told by the words alone. Of a point two nouns with a conjunction between them count as two claims, but for fixed
expressions; of a wording only what is surely two, and where a noun in the plural looks like a verb that errs too.
"""

import re

_FINITE = (
    r"(?:is|are|was|were|has|have|had|can|cannot|could|may|might|must|will|would|should|does|did|do|needs?|names?|says?|"
    r"tells?|explains?|recites?|makes?|keeps?|takes?|gets?|decides?|costs?|stays?|goes|looks?|works?)"
)
_DOES = (
    r"(?:argues|asks|builds|checks|chooses|cites|compares|considers|defines|describes|discusses|distinguishes|"
    r"evaluates|explains|gives|identifies|justifies|knows|lists|measures|mentions|monitors|names|notes|observes|"
    r"outlines|picks|points|proposes|raises|recommends|reports|says|separates|shows|states|suggests|tells|tests|"
    r"understands|uses|weighs)"
)
"""What a point says a candidate does."""
_NO_NOUN = (
    r"(?:adapts|allows|avoids|becomes|catches|causes|costs|depends|detects|explains|finds|gives|harms|helps|hurts|"
    r"improves|increases|keeps|lets|loses|lowers|makes|needs|predicts|prevents|protects|reduces|removes|requires|"
    r"retrains|saves|shrinks|slows|speeds|stays|stops|takes|tells|validates)"
)
"""Verbs that, behind a conjunction, are hardly ever nouns in the plural."""
_ALSO = r"(?:and|but)\s(?:also\s|then\s|thus\s|thereby\s|therefore\s|later\s)?"
_PARTICIPLE = (
    r"(?:\w+ed|built|chosen|cut|done|found|given|kept|known|made|put|read|run|sent|set|shown|split|told|written)"
)
_HOW = r"(?:after|as|at|before|by|during|for|from|in|into|on|through|to|using|via|when|with)"
_PASSIVE = rf"\b(?:is|are|was|were|be|been|gets?)\s(?:\w+\s)?{_PARTICIPLE}\s{_HOW}\b"
"""With words of its own: in "compared and rejected for a reason" the two share theirs."""
_NO_JOINT = r"(?:(?!\b(?:and|or|but)\b).)"
_WITHOUT_REST = (
    r"(?:(?!\b(?:as|at|because|between|by|for|from|how|if|in|of|on|that|to|what|when|where|which|who|why|with)\b)"
    r"[\w' ,/-])+"
)
"""A noun with its adjectives, or a list of such: a list within what a preposition or a clause adds is one thing."""

_SURE = (
    re.compile(r";\s"),
    re.compile(rf"^the candidate {_DOES}\b.+\b{_ALSO}{_DOES}\s", re.IGNORECASE),
    re.compile(rf"{_PASSIVE}.+\b{_ALSO}{_PARTICIPLE}\s(?:{_HOW}|\w+ly)\b", re.IGNORECASE),
)
_JOINTS = (
    # Two clauses with a verb each. Two nouns, adjectives or adverbs may share a verb: "speed or cost decides".
    re.compile(rf"\b{_FINITE}\b.+?,?\s(?:and|or|but)\s(?:also\s)?{_NO_JOINT}*\b{_FINITE}\b", re.IGNORECASE),
    re.compile(rf"\w\s{_ALSO}{_NO_NOUN}\b(?!-)", re.IGNORECASE),
    re.compile(rf"{_PASSIVE}.+\b{_ALSO}{_PARTICIPLE}\.?$", re.IGNORECASE),
    re.compile(
        rf"^the candidate (?!compares|distinguishes|separates|weighs){_DOES} {_WITHOUT_REST}\band\s", re.IGNORECASE
    ),
)
_CLAUSES = re.compile(
    r"\band (?:how|who|whom|(?:no|every)body(?! else's))\b|,\s(?:and\s)?so\b|,\swhich\b", re.IGNORECASE
)
"""A second thing to tell, or what follows from the first: an answer may hold one without the other."""
_LIST = re.compile(
    r"\bbetween\b[^,.]+\band\b|\bboth\b[^,.]+\band\b|\bwhether\b|\bwhat\b|\bwhich\b|\bas well\b|"
    r"\b(?:pros and cons|strengths and weaknesses|advantages and (?:disadvantages|drawbacks)|trial and error|"
    r"cause and effect|supply and demand|research and development|mean and (?:variance|standard deviation)|"
    r"train(?:ing)? and (?:test|validation) (?:splits?|sets?|data))\b",
    re.IGNORECASE,
)
"""Fixed expressions in which a conjunction joins no claims."""
_SENTENCES = re.compile(r"[.?!]\s+(?=[A-Z])")


def compound(point: str) -> bool:
    """Whether a point joins claims, of which an answer might state one alone."""
    clauses = _LIST.sub(" ", point)
    return bool(_CLAUSES.search(point) or surely_compound(point)) or any(joint.search(clauses) for joint in _JOINTS)


def surely_compound(wording: str) -> bool:
    """The same of a wording, which may bring its reason along, or what follows, as people do when they speak."""
    return bool(_SENTENCES.search(wording)) or any(joint.search(_LIST.sub(" ", wording)) for joint in _SURE)
