"""The form `sections` as text."""

from collections.abc import Iterator

from scoring.shown import WORDS, Report, counts, marked, safe, worth_showing
from scoring.texts.layout import by_status, closing, filled, grades, heading, item, opening, points


def lines(report: Report) -> Iterator[str]:
    """The whole report."""
    yield from opening(report)
    for number, section in enumerate(report["sections"], 1):
        yield from ("", "")
        yield from heading(f"QUESTION {number}: {section['id']} ({section['title']})")
        yield from _section(section, report)
    yield from grades(report)
    yield ""
    yield from _summary(report)
    yield from closing(report)


def _section(section: Report, report: Report) -> Iterator[str]:
    yield from filled("", section["question"])
    yield ""
    yield "Candidate Answer:"
    coding = report["coding"] if report["coding"] and report["coding"]["section"] == section["id"] else None
    if section["answer"]:
        yield from filled("", marked(section))
    if coding:
        yield from _code(coding)
    if not section["answered"]:
        yield "(none)"
    yield ""
    for axis in section["axes"]:
        yield from item(f"{axis['name']}: {WORDS[axis['judgement']]}.", axis["reason"], bullet="")
    yield from by_status([point for axis in section["axes"] for point in worth_showing(axis["points"])], report)
    yield from points("Red flags:", section["red_flags"], report)


def _code(coding: Report) -> Iterator[str]:
    handed_in = "submitted" if coding["submitted"] else "not submitted: the editor's last content"
    yield f"({coding['language']}, {handed_in})"
    yield ""
    yield from (f"    {line}".rstrip() for line in safe(coding["source"]).splitlines())
    yield ""
    if coding["status"] == "unscored":
        yield from filled("Tests:", coding["reason"])
        return
    yield f"Tests: {coding['passed']} of {coding['total']} passed"
    for test in coding["tests"]:
        yield from item("-", f"{test['name']} ({test['group']}): {test['status']}. {test['detail']}".rstrip())


def _summary(report: Report) -> Iterator[str]:
    """Section by section: this form gives no verdict on the whole."""
    yield from heading("OVERALL SUMMARY")
    sections, coding = report["sections"], report["coding"]
    yield f"Total Questions: {len(sections)}"
    yield f"Answered: {sum(section['answered'] for section in sections)}"
    for number, section in enumerate(sections, 1):
        found = [f"{count} {name}" for name, count in counts(section).items()]
        if coding and coding["section"] == section["id"] and coding["status"] == "run":
            found.append(f"{coding['passed']} of {coding['total']} tests passed")
        if flags := len(section["red_flags"]):
            found.append(f"{flags} red flag{'s' * (flags > 1)}")
        yield from item("-", f"Question {number}, {section['title']}: {', '.join(found)}")
