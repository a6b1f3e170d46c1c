"""Every form of a report on the review page: its own parts, every judgement with its words, and for everyone."""

from importlib.metadata import version

import pytest
from playwright.sync_api import Page, expect

from interview.spec import ReportForm
from scoring.forms.registry import FORMS
from tests.pages.conftest import Site
from tests.pages.reports import reported
from tests.pages.test_access import violations
from tests.scoring.reported import SPECS

pytestmark = pytest.mark.browser

HEADINGS: dict[ReportForm, tuple[str, ...]] = {
    "sections": ("Problem Framing & Success Definition", "Modeling Strategy & Tradeoffs", "Grades of the questions"),
    "rigorous": ("Recommendation: Yes", "Scores", "Strengths", "Gaps", "Red flags", "Grades of the questions"),
    "conversation": ("Strong indicators", "Phase 3: Production & MLOps", "Grades of the questions"),
    "design": ("Key design decisions and their rationale", "Overall assessment of ML systems thinking"),
    "relevancy": ("Average relevancy score: 68/100", "Strengths", "Weaknesses", "Improvement tips", "Justification"),
}
"""Some of what each form has."""


@pytest.mark.parametrize("form", FORMS)
def test_each_form_shows_its_parts_with_the_words_they_rest_on_and_fits_a_phone(
    site: Site, reviewer: Page, form: ReportForm
) -> None:
    reviewer.set_viewport_size({"width": 360, "height": 740})
    reviewer.goto(f"/review/{reported(site, form).id}")
    report = reviewer.get_by_role("region", name="Report")
    for heading in HEADINGS[form]:
        expect(report.get_by_role("heading", name=heading).first).to_be_visible()
    assert report.locator("q").count() > 10
    for folded in report.locator("details").all():
        folded.locator("summary").click()
    assert reviewer.evaluate("document.documentElement.scrollWidth") <= 360
    assert violations(reviewer) == []


def test_words_that_state_nothing_are_named_the_nearest(site: Site, reviewer: Page) -> None:
    reviewer.goto(f"/review/{reported(site, 'sections').id}")
    weak = reviewer.locator(".axis").filter(has=reviewer.get_by_role("heading", name="Practical constraints awareness"))
    expect(weak).to_contain_text("0 of the 5 points")
    expect(weak).to_contain_text("Nearest words to what was not stated:")
    strong = reviewer.locator(".axis").filter(has=reviewer.get_by_role("heading", name="Problem understanding"))
    expect(strong).not_to_contain_text("Nearest words")


@pytest.mark.parametrize("form", FORMS)
def test_a_report_says_how_it_came_about(site: Site, reviewer: Page, form: ReportForm) -> None:
    reviewer.goto(f"/review/{reported(site, form).id}")
    about = reviewer.locator("details").filter(has_text="About this report")
    expect(about.locator("dl")).not_to_be_visible()
    about.locator("summary").click()
    for told in (
        f"{form}, version 1, ", f"Viva {version('viva')}", "Viva 0.0.9", f"{SPECS[form]} ",
        "recognizer: whisper-base; voice: piper-joe",
        "follow_up 0123456789ab", "llm: qwen2.5-coder-1.5b-instruct", "point 0123456789ab", "Calibration",
    ):  # fmt: skip
        expect(about).to_contain_text(told)


def test_words_that_were_not_heard_clearly_are_marked_where_they_are_quoted(site: Site, reviewer: Page) -> None:
    reviewer.goto(f"/review/{reported(site, 'design', unclear='e1').id}")
    quotes = reviewer.locator(".quote")
    expect(quotes.filter(has_text="not heard clearly").first).to_be_visible()
    assert 0 < quotes.filter(has_text="not heard clearly").count() < quotes.count()


def test_the_job_description_s_lines_are_told_of_with_what_to_speak_to(site: Site, reviewer: Page) -> None:
    reviewer.goto(f"/review/{reported(site, 'relevancy').id}")
    open_ = reviewer.locator("details").filter(has_text="The job description")
    open_.locator("summary").click()
    expect(open_).to_contain_text("If you have done any of this, say so:")
    lines = open_.get_by_role("listitem")
    expect(lines.filter(has_text="maintain quantum annealing hardware")).to_contain_text("comes near it")
    expect(lines.filter(has_text="compute features from events").get_by_role("button")).to_be_visible()
