"""The form `relevancy` as text, in the layout of the source's sample: its paragraphs are not broken into lines."""

from collections.abc import Iterator

from scoring.shown import Report, clock, safe
from scoring.texts.layout import RULE, closing, heading


def lines(report: Report) -> Iterator[str]:
    """The whole report."""
    yield from heading("INTERVIEW REPORT", f"Role: {safe(report['role'])}")
    for note in report["notes"]:
        yield f"Note: {safe(note)}"
    for number, question in enumerate(report["questions"], 1):
        yield ""
        yield from heading(f"QUESTION {number}: {question['id']}")
        yield from _question(question, report)
    yield ""
    yield from _summary(report)
    yield from closing(report)


def _question(question: Report, report: Report) -> Iterator[str]:
    yield from (safe(question["question"]), "", "Candidate Answer:", safe(question["answer"]) or "(none)", "")
    yield f"Relevancy Score: {_of_100(question['score'])}"
    for title, key in (("Strengths:", "strengths"), ("Weaknesses:", "weaknesses")):
        yield from ("", title)
        yield from _listed(_remark(row, report) for row in question[key])
    yield from ("", "Improvement Tips:")
    yield from _listed(iter(question["improvement_tips"]))
    yield from ("", "Justification:", question["justification"])


def _listed(rows: Iterator[str]) -> Iterator[str]:
    none = True
    for row in rows:
        none = False
        yield f"  - {safe(row)}"
    if none:
        yield "  (none)"


def _remark(row: Report, report: Report) -> str:
    """A sentence with the id and the time of the words it rests on."""
    if row["evidence_id"] is None:
        return str(row["text"])
    at = clock(report["evidence"][row["evidence_id"]]["start_ms"])
    return f"{row['text']} ({'nearest words ' if row['nearest'] else ''}{row['evidence_id']}, {at})"


def _of_100(score: int | None) -> str:
    return "unscored" if score is None else f"{score}/100"


def _summary(report: Report) -> Iterator[str]:
    summary = report["summary"]
    yield from heading("OVERALL SUMMARY")
    yield f"Total Questions: {summary['questions']}"
    yield f"Average Relevancy Score: {_of_100(summary['average'])}"
    yield f"Highest Score: {_of_100(summary['highest'])}"
    yield f"Lowest Score: {_of_100(summary['lowest'])}"
    if summary["unscored"]:
        yield f"Unscored Questions, left out of the scores above: {summary['unscored']}"
    yield from ("", RULE)
