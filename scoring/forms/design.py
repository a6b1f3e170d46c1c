"""The form `design`: the seven parts of the source's output, in words alone.

The source forbids numerical scores, so this form gives none in any guise: no grade, probability, share or count,
neither in a sentence nor in a key of the JSON. What digits remain say when and what, never how good: the times that
play the evidence (only in the evidence table), the interview's time and length, and the ids, versions and hashes by
which this report can be told from another. Words that were said or that the invite named stay as they are.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from pydantic import Field

from interview.model import Frozen
from interview.spec import Axis, Section, SummaryPart
from scoring.findings import Findings, Passage
from scoring.forms.evidence import EvidenceTable
from scoring.forms.head import Report, head
from scoring.forms.reach import left_open
from scoring.judge import JudgedPoint, judge_axis
from scoring.transcript import Clause

PARTS: dict[str, tuple[str, str, str]] = {
    "Key design decisions and their rationale": (
        "These decisions came with a reason.",
        "These decisions came up, with a reason in part.",
        "No decision came with a reason that was said.",
    ),
    "ML approach and modeling choices": (
        "The approach to modeling covers these points.",
        "The approach to modeling covers these points in part.",
        "The approach to modeling stayed open.",
    ),
    "System architecture strengths": (
        "These parts carry the architecture.",
        "These parts of the architecture came up in part.",
        "The parts of the architecture stayed open.",
    ),
    "Production readiness considerations": (
        "These needs of production were considered.",
        "These needs of production were considered in part.",
        "The needs of production stayed open.",
    ),
    "Strengths demonstrated": (
        "These strengths rest on what was said.",
        "These strengths show in part.",
        "No strength rests on what was said.",
    ),
    "Areas that could be explored further": (
        "These areas were not, or only in part, spoken about.",
        "These areas were not, or only in part, spoken about.",
        "Every area that could be judged was spoken about.",
    ),
    "Overall assessment of ML systems thinking": (
        "Of the life of a machine learning system, the design takes in most of what could be judged.",
        "Of the life of a machine learning system, the design takes in some of what could be judged.",
        "Of the life of a machine learning system, the design takes in little of what could be judged.",
    ),
}
"""The source's seven parts, and what each says of points that are shown, shown in part, or missing."""
OTHERS = ("These points are shown.", "These points are shown in part.", "None of the points looked for is shown.")
"""For a part that a spec adds to the seven."""
UNSCORED = "Nothing that was said lets this part be judged."
IN_PART = "Not all of this part could be judged."
"""Said where a part claims more than its list: that something was not said, or how much of the whole was."""
OPEN = "Not, or not wholly, asked and answered: {}."
DEGREE = {"strong": 0, "adequate": 1, "weak": 2}


class Finding(Frozen):
    """One point in words."""

    point: str
    status: Literal["shown", "in part", "not shown", "red flag"]
    evidence_id: str | None
    """The words that state it; of one that is not shown the nearest ones, null when none come near."""


class Part(Frozen):
    """One of the seven."""

    title: str
    status: Literal["judged", "unscored"]
    sentence: str
    findings: tuple[Finding, ...]
    evidence: tuple[str, ...]


class Quoted(Clause):
    """Words that a finding rests on; how sure the recognizer was of them is a number and stays out."""

    confidence: None = Field(default=None, exclude=True)


class Unclear(Passage):
    """Words that were not heard clearly, without that number."""

    confidence: None = Field(default=None, exclude=True)


class DesignReport(Report):
    """The whole report."""

    form: Literal["design"] = "design"
    evidence: Mapping[str, Quoted]
    hearing: tuple[Unclear, ...]
    parts: tuple[Part, ...]


def build(findings: Findings) -> DesignReport:
    """The report from what scoring found."""
    table = EvidenceTable()
    still = left_open(findings)
    parts = tuple(_part(part, findings, still, table) for part in findings.began.spec.summary)
    notes = (*findings.notes, *([OPEN.format("; ".join(section.title for section in still))] if still else ()))
    common = head(findings, table)
    common["evidence"] = {id: Quoted(**_plain(clause)) for id, clause in table.rows.items()}
    common["hearing"] = tuple(Unclear(**_plain(passage)) for passage in findings.hearing)
    return DesignReport(parts=parts, **common | {"notes": notes})


def _plain(words: Clause | Passage) -> dict[str, Any]:
    """All but how sure the recognizer was."""
    return words.model_dump(exclude={"confidence"})


def _part(part: SummaryPart, findings: Findings, still: Sequence[Section], table: EvidenceTable) -> Part:
    wanted = [
        p
        for section in findings.judged.values()
        for axis in section.axes
        if axis.axis.id in part.axes
        for p in axis.points
    ]
    judged = [p for p in wanted if p.status != "unscored"]
    found = judge_axis(Axis(id=part.axes[0], name=part.title), judged)
    if found.judgement is None:
        return Part(title=part.title, status="unscored", sentence=UNSCORED, findings=(), evidence=())
    whole = part.title == list(PARTS)[-1]
    if part.names == "missing":
        raised = [p for section in findings.judged.values() for p in section.red_flags]
        kept = [*(p for p in judged if p.status in ("absent", "partly")), *raised]
        degree = 0 if kept else 2
    else:
        kept = [p for p in judged if p.status in ("met", "partly")]
        degree = DEGREE[found.judgement] if whole else 0 if any(p.status == "met" for p in kept) else 1 if kept else 2
    claims = whole or part.names == "missing" or not kept
    open_ = len(judged) < len(wanted) or any(axis.id in part.axes for section in still for axis in section.axes)
    rows = tuple(_finding(p, table) for p in _once(kept))
    return Part(
        title=part.title,
        status="judged",
        sentence=PARTS.get(part.title, OTHERS)[degree] + (f" {IN_PART}" if claims and open_ else ""),
        findings=rows,
        evidence=tuple(dict.fromkeys(row.evidence_id for row in rows if row.evidence_id)),
    )


def _once(points: Iterable[JudgedPoint]) -> list[JudgedPoint]:
    """A section's point is judged with each of its questions; a reader wants it once."""
    return list({p.indicator.point: p for p in points}.values())


def _finding(judged: JudgedPoint, table: EvidenceTable) -> Finding:
    status: Literal["shown", "in part", "not shown", "red flag"] = "shown"
    if judged.indicator.kind == "red_flag":
        status = "red flag"
    elif judged.status != "met":
        status = "in part" if judged.status == "partly" else "not shown"
    return Finding(
        point=judged.indicator.point,
        status=status,
        evidence_id=table.id(judged.evidence) if judged.evidence else None,
    )
