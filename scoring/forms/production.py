"""Whether the candidate has deployed and monitored models in production, from what they told of it."""

from typing import Literal

from interview.model import Frozen
from scoring.findings import Findings
from scoring.forms.evidence import EvidenceTable
from scoring.forms.points import Flag, Point, cited, flag, point
from scoring.judge import JudgedPoint

QUESTION = "production_experience"
"""The question that asks for it."""
AXIS = "production_readiness"
"""Its points on this axis tell it: that an account comes with figures, a point of another axis, tells of no model."""

SENTENCES = {
    "shown": "The candidate tells of models of their own in production.",
    "in part": "The candidate tells of models in production, but not all that was looked for.",
    "denied": "The candidate tells that they have brought no model to production.",
    "not shown": "The answer tells of no model of the candidate's own in production.",
    "unscored": "Nothing that was said tells whether the candidate has deployed or monitored models in production.",
}


class ProductionExperience(Frozen):
    """The answer to the source's question, with the points it rests on."""

    status: Literal["shown", "in part", "denied", "not shown", "unscored"]
    sentence: str
    points: tuple[Point, ...]
    red_flags: tuple[Flag, ...]
    """Raised: that there was none."""
    evidence: tuple[str, ...]


def production_experience(findings: Findings, table: EvidenceTable) -> ProductionExperience:
    """From the points of the question on it; unscored when it was not asked or not answered."""
    judged, raised = _judged(findings)
    status: Literal["shown", "in part", "denied", "not shown", "unscored"]
    told = [p for p in judged if p.status != "unscored"]
    met = [p for p in told if p.status == "met"]
    if raised:
        status = "denied"
    elif not any(p.evidence for p in told):
        status = "unscored"
    elif len(met) * 2 > len(judged):
        status = "shown"
    elif met or any(p.status == "partly" for p in told):
        status = "in part"
    else:
        status = "not shown"
    points = tuple(point(p, table) for p in judged)
    flags = tuple(flag(p, table) for p in raised)
    return ProductionExperience(
        status=status,
        sentence=SENTENCES[status],
        points=points,
        red_flags=flags,
        evidence=cited((*flags, *points)),
    )


def _judged(findings: Findings) -> tuple[list[JudgedPoint], list[JudgedPoint]]:
    """The question's judged points about production, and its raised red flags."""
    judged: list[JudgedPoint] = []
    raised: list[JudgedPoint] = []
    for section in findings.began.spec.sections:
        own = {i.id for q in section.questions if q.id == QUESTION for i in q.indicators if i.axis == AXIS}
        found = findings.judged[section.id]
        judged += [p for axis in found.axes for p in axis.points if p.indicator.id in own]
        raised += [p for p in found.red_flags if p.indicator.id in own]
    return judged, raised
