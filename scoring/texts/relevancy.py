"""The form `relevancy` as text, in the layout of the source's sample: its paragraphs are not broken into lines."""

from collections.abc import Iterator

from scoring.shown import SAY_SO, STATUSES, Report, clock, job_lines, marked, safe
from scoring.texts.layout import RULE, block, closing, heading, interview_lines, title_block


def lines(report: Report) -> Iterator[str]:
    """The whole report."""
    yield from title_block(report)
    for number, question in enumerate(report["questions"], 1):
        yield ""
        yield from heading(f"QUESTION {number}: {question['id']}")
        yield from _question(question, report)
    yield ""
    yield from _summary(report)
    # Not before the questions, as in the other forms: the sample goes from its title straight to the first.
    yield from block("THE INTERVIEW")
    yield from interview_lines(report)
    yield from closing(report)


def _question(question: Report, report: Report) -> Iterator[str]:
    yield from (safe(question["question"]), "", "Candidate Answer:", safe(marked(question)) or "(none)", "")
    spread = "" if question["uncertainty"] is None else f" ± {question['uncertainty']}"
    yield f"Relevancy Score: {_of_100(question['score'])}{spread}"
    for title, key in (("Strengths:", "strengths"), ("Weaknesses:", "weaknesses")):
        yield from ("", title)
        yield from _listed(_remark(row, report) for row in question[key])
    yield from ("", "Improvement Tips:")
    yield from _listed(iter(question["improvement_tips"]))
    yield from ("", "Justification:", question["justification"])
    if question["fit"]:
        yield from ("", "Comes Near the Job Description:")
        yield from _listed(_requirement(fit, report) for fit in question["fit"])


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
    return _cited(row["text"], row["evidence_id"], report, "nearest words " if row["nearest"] else "")


def _requirement(row: Report, report: Report) -> str:
    """A requirement, what became of it, and why or the words it rests on; earlier versions did not judge it."""
    told = f"{STATUSES[row['status']]}: {row['requirement']}" if "status" in row else str(row["requirement"])
    if row.get("reason"):
        told += f" ({row['reason']})"
    lead = "nearest words " if row.get("status") in ("absent", "unscored") else ""
    return _cited(told, row["evidence_id"], report, lead) if row.get("evidence_id") else told


def _cited(text: str, evidence_id: str, report: Report, lead: str = "") -> str:
    return f"{text} ({lead}{evidence_id}, {clock(report['evidence'][evidence_id]['start_ms'])})"


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
    told_of, to_speak_to = job_lines(report)
    if told_of or to_speak_to:
        yield from ("", "The Job Description:")
    if told_of:
        yield from _listed(_requirement(row, report) for row in told_of)
    if to_speak_to:
        yield SAY_SO
        yield from _listed(_requirement(row, report) for row in to_speak_to)
    yield from ("", RULE)
