"""Whether an indicator's point is one claim: an answer that states half of a compound one cannot be judged."""

import re

_FINITE = (
    r"(?:is|are|was|were|has|have|had|can|cannot|could|may|might|must|will|would|should|does|did|do|needs?|names?|says?|"
    r"tells?|explains?|recites?|makes?|keeps?|takes?|gets?|decides?|costs?|stays?|goes|looks?|works?)"
)
_JOINTS = (
    re.compile(r";\s"),
    # Two clauses with a verb each. Two nouns, adjectives or adverbs may share a verb: "speed or cost decides".
    re.compile(rf"\b{_FINITE}\b.+?,?\s(?:and|or|but)\s(?:also\s)?(?:(?!\b(?:and|or)\b).)*\b{_FINITE}\b", re.IGNORECASE),
)
_CLAUSES = re.compile(
    r"\band (?:how|who|whom|(?:no|every)body(?! else's))\b|,\s(?:and\s)?so\b|,\swhich\b", re.IGNORECASE
)
"""A second thing to tell, or what follows from the first: an answer may hold one without the other."""
_LIST = re.compile(
    r"\bbetween\b[^,.]+\band\b|\bboth\b[^,.]+\band\b|\bwhether\b|\bwhat\b|\bwhich\b|\bas well\b", re.IGNORECASE
)
"""Fixed expressions in which a conjunction joins no claims."""


def compound(point: str) -> bool:
    """Whether a point joins claims, of which an answer might state one alone."""
    return bool(_CLAUSES.search(point)) or any(joint.search(_LIST.sub(" ", point)) for joint in _JOINTS)
