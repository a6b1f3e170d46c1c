"""The form `sections`: each section's axes with the points and the clauses they rest on. No overall verdict."""

from typing import Any

from interview.spec import Section
from scoring.evidence import Evidence
from scoring.findings import CodeFinding, Findings
from scoring.judge import JudgedAxis, JudgedPoint


class _EvidenceTable:
    """Gives each clause one id, however many points rest on it."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, Any]] = {}
        self._ids: dict[tuple[int, str], str] = {}

    def id(self, evidence: Evidence) -> str:
        clause = evidence.clause
        key = (clause.seq, clause.text)
        if key not in self._ids:
            self._ids[key] = f"e{len(self._ids) + 1}"
            self.rows[self._ids[key]] = clause.model_dump()
        return self._ids[key]


def build(findings: Findings) -> dict[str, Any]:
    """The report as plain JSON."""
    spec, persona, began = findings.began.spec, findings.began.persona, findings.began
    table = _EvidenceTable()
    sections = [_section(section, findings, table) for section in spec.sections]
    return {
        "form": "sections",
        "schema": 1,
        "interview_id": began.interview_id,
        "candidate": began.candidate,
        "spec": {"name": spec.name, "version": spec.version, "title": spec.title, "role": spec.role},
        "persona": {"name": persona.name, "version": persona.version},
        "created_at": findings.created_at.isoformat(),
        "models": findings.models,
        "prompts": findings.prompts,
        "held": {
            "started_at": began.started_at.isoformat(),
            "duration_ms": findings.duration_ms,
            "end_reason": findings.end_reason,
        },
        "notes": list(findings.notes),
        "sections": sections,
        "coding": _coding(findings.code) if findings.code else None,
        "evidence": table.rows,
    }


def _section(section: Section, findings: Findings, table: _EvidenceTable) -> dict[str, Any]:
    answer, judged = findings.answers[section.id], findings.judged[section.id]
    wrote = findings.code is not None and findings.code.section == section.id
    return {
        "id": section.id,
        "title": section.title,
        "question": "\n".join(question.prompt.shown for question in section.questions),
        "answer": answer.text,
        "answer_ms": None if answer.start_ms is None else [answer.start_ms, answer.end_ms],
        "answered": bool(answer.clauses) or wrote,
        "axes": [_axis(axis, table) for axis in judged.axes],
        "red_flags": [_point(point, table) | {"axis": point.indicator.axis} for point in judged.red_flags],
    }


def _axis(judged: JudgedAxis, table: _EvidenceTable) -> dict[str, Any]:
    points = [_point(point, table) for point in judged.points]
    own = [table.id(evidence) for evidence in judged.evidence]
    return {
        "id": judged.axis.id,
        "name": judged.axis.name,
        "status": "unscored" if judged.judgement is None else "scored",
        "judgement": judged.judgement,
        "probability": _rounded(judged.probability),
        "reason": judged.reason,
        "points": points,
        "evidence": list(dict.fromkeys([*own, *(p["evidence_id"] for p in points if p["evidence_id"])])),
    }


def _point(judged: JudgedPoint, table: _EvidenceTable) -> dict[str, Any]:
    return {
        "indicator": judged.indicator.id,
        "point": judged.indicator.point,
        "status": judged.status,
        "probability": _rounded(judged.probability),
        "evidence_id": table.id(judged.evidence) if judged.evidence else None,
    }


def _coding(code: CodeFinding) -> dict[str, Any]:
    return {
        "section": code.section,
        "language": code.answer.language,
        "source": code.answer.source,
        "submitted": code.answer.submitted,
        "status": code.run.status,
        "reason": code.run.reason,
        "tests": [test.model_dump() for test in code.run.tests],
        "passed": code.run.passed(),
        "total": code.run.total(),
    }


def _rounded(probability: float | None) -> float | None:
    # With prompt caching a model's log probabilities vary a little between calls; more digits would be noise.
    return None if probability is None else round(probability, 3)
