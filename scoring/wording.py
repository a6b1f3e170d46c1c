"""Keeps every generated sentence of a report to what was said, not how, nor by what kind of person.

Accent, fluency, pace, fillers, confidence, personality and language proficiency are never judged here, so a sentence
that claims any of them, wherever it comes from, is replaced by a plain one before the report is kept. What people said,
wrote, asked or named is quoted as it stands and not looked at.
"""

import re
from typing import Any

PLAIN = "This sentence was left out because it spoke of more than what was said."

GENERATED = frozenset(
    "gaps_note improvement_tips justification notes point reason recommendation_reason recommendation_rule score_rule "
    "sentence strengths_note text".split()
)
"""Keys of a report's JSON under which sentences of ours stand."""

_SENTENCES = re.compile(r"(?<=[.?!])\s+")
_PERSON = r"\b(candidates?|speakers?|they|he|she|answers?|voice|manner|delivery|responses?)\b"
_TECHNICAL = (
    r"(interval|level|score|bound|band|limit|threshold|estimate|model|prediction|classifier|calibrat|probabilit|"
    r"statistic|region|percent|\d)"
)
_RULES: tuple[tuple[str, str], ...] = (
    ("accent", r"\baccent(s|ed|less)?\b|\b(foreign|regional)[- ]sounding\b"),
    ("fluency", r"\b(dis|non-?)?fluen(t|tly|cy|cies)\b|\b(in)?articulate(ly|ness)?\b|\beloquen(t|tly|ce)\b"),
    ("fluency", r"\bwell[- ]spoken\b|\b(stammer|stutter|mumbl|slurr)\w*|\bhesita(nt|ntly|te|tes|ted|tion|tions)\b"),
    ("fluency", rf"{_PERSON}.{{0,40}}\bpaus(e|es|ed|ing)\b|\b(awkward|long|frequent)\s+(pauses?|silences?)\b"),
    ("pace", r"\b(sp[eo]a?kes?|speaks?|speaking|talks?|talked|talking)\s+(\w+\s+){0,2}(fast|slow|quick|rapid|hast)\w*"),
    ("pace", r"\b(pace|speed|rate|tempo) of (speech|speaking|talking|delivery)\b|\b(fast|slow)[- ](spoken|talking)\b"),
    (
        "pace",
        r"\b(speech|speaking|talking)\s+(rate|pace|speed|tempo)\b|\b(rushed|measured|unhurried) (delivery|pace)\b",
    ),
    ("fillers", r"\bfillers?( words?)?\b|\b(um+|uh+|erm+|hmm+)s?\b|\bverbal tics?\b"),
    ("confidence", rf"\b(un|self-|over-?)?confident(ly)?\b(?!(\W+\w+){{0,3}}\W+\w*{_TECHNICAL})"),
    ("confidence", rf"\b(self-)?confidence\b(?!\W+\w*{_TECHNICAL})(?<!model confidence)(?<!prediction confidence)"),
    ("confidence", r"\b(nervous|anxious|timid|shy|assertive|self-assured|poised|unsure of (him|her|them)sel)\w*"),
    ("personality", r"\bpersonalit(y|ies)\b|\b(charisma|charming|likeable|likable|friendl|enthusias|passionate)\w*"),
    ("personality", r"\b(introver|extrover|arrogan|humble|humility|polite|impolite|rude|lazy|hard-?working|eager)\w*"),
    (
        "personality",
        r"\b(team player|(culture|cultural) fit|demeanou?r|temperament|attitude|energetic)\b",
    ),
    (
        "personality",
        r"\b(is|seems?|appears?|comes across as|sounds?)\s+(\w+\s+)?(smart|bright|intelligent|talented|honest|"
        r"sincere|genuine|mature|curious|calm|cold|warm|pleasant|motivated|driven|sharp)\b",
    ),
    (
        "language proficiency",
        r"\b(native|non-?native) (speaker|english)|\bmother tongue\b|\bpronounc\w+|\bpronunciation\b",
    ),
    (
        "language proficiency",
        r"\bgrammar\b|\bgrammatical\w*|\bspoken language\b|\b(limited|rich|poor|wide) vocabulary\b",
    ),
    (
        "language proficiency",
        r"\b(language|english|verbal|speaking)\s+(skills?|proficien\w+|level|abilit\w+|command)\b",
    ),
    (
        "language proficiency",
        r"\b(good|poor|weak|strong|broken|perfect|excellent|their|his|her|candidate's)\s+english\b",
    ),
    (
        "language proficiency",
        r"\bin (good|poor|clear|plain|broken|perfect|excellent) english\b|\bcommand of (the )?english\b",
    ),
    ("voice", r"\b(tone of voice|sounding voice|(clear|soft|loud|quiet|monotone|shaky) voice|monotone)\b"),
)
RULES = tuple((claim, re.compile(rule, re.IGNORECASE)) for claim, rule in _RULES)


def claims(sentence: str) -> list[str]:
    """What a sentence says beyond what was said, by name, each once; empty for one that may stand."""
    return list(dict.fromkeys(claim for claim, rule in RULES if rule.search(sentence)))


def cleaned(report: Any, key: str = "") -> Any:
    """A report's JSON, or its part under `key`, with every generated sentence that claims too much replaced."""
    if isinstance(report, dict):
        # The table of evidence holds nothing but what was said.
        return {name: part if name == "evidence" else cleaned(part, name) for name, part in report.items()}
    if isinstance(report, list):
        return [cleaned(part, key) for part in report]
    if isinstance(report, str) and key in GENERATED:
        return " ".join(dict.fromkeys(PLAIN if claims(part) else part for part in _SENTENCES.split(report)))
    return report
