"""The review pages: the login, the list, and one interview with sound, words, code and report."""

from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.pages import story
from tests.pages.conftest import PASSWORD, Site, until

pytestmark = pytest.mark.browser

AT = "document.querySelector('audio')?.currentTime"


def test_the_login_refuses_a_wrong_password_and_shows_nothing(site: Site, page: Page) -> None:
    invite = site.finished
    page.goto(f"/review/{invite.id}")
    page.get_by_label("Password").fill("not the password")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_text("Robin")).to_have_count(0)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Robin")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Password")).to_be_visible()


def test_an_invite_is_made_and_its_link_opens(site: Site, reviewer: Page) -> None:
    reviewer.get_by_role("button", name="New invite").click()
    reviewer.get_by_label("Candidate’s name").fill("Grace")
    reviewer.get_by_role("button", name="Make the invite").click()
    link = reviewer.get_by_label("Send this link to Grace").input_value()
    assert link.startswith(f"{site.url}/i/")
    reviewer.get_by_role("button", name="Close").click()
    expect(reviewer.get_by_role("link", name="Grace")).to_be_visible()
    reviewer.goto(link)
    expect(reviewer.get_by_text("Hello Grace")).to_be_visible()


def test_a_click_on_a_line_plays_from_there_and_the_line_is_marked(site: Site, reviewer: Page) -> None:
    invite = site.finished
    reviewer.goto(f"/review/{invite.id}")
    answer = reviewer.get_by_role("listitem").filter(has=reviewer.get_by_role("button", name=story.ANSWERS[4]))
    answer.get_by_role("button").click()
    until(reviewer, f"!document.querySelector('audio').paused && {AT} > 40")
    expect(answer).to_have_attribute("aria-current", "true")

    reviewer.get_by_role("button", name="Pause").click()
    reviewer.locator("h1").click()
    reviewer.keyboard.press("ArrowLeft")
    expect(answer).not_to_have_attribute("aria-current", "true")
    reviewer.keyboard.press("Space")
    until(reviewer, "!document.querySelector('audio').paused")


def test_a_quote_in_the_report_plays_from_its_second(site: Site, reviewer: Page) -> None:
    invite = site.finished
    reviewer.goto(f"/review/{invite.id}")
    quote = reviewer.get_by_role("region", name="Report").get_by_role("button", name=story.ANSWERS[3])
    quote.click()
    begins_ms = next(line["start_ms"] for line in _timeline(reviewer, invite.id) if line["text"] == story.ANSWERS[3])
    until(reviewer, f"{AT} >= {begins_ms / 1000 - 0.01} && {AT} < {begins_ms / 1000 + 5}")


def test_a_deep_link_starts_at_its_second(site: Site, reviewer: Page) -> None:
    reviewer.goto(f"/review/{site.finished.id}?t=30")
    until(reviewer, f"{AT} === 30")
    expect(reviewer.get_by_text("0:30", exact=False).first).to_be_visible()


def test_the_transcript_is_filtered_by_section_and_the_code_has_its_tests(site: Site, reviewer: Page) -> None:
    reviewer.goto(f"/review/{site.finished.id}")
    transcript = reviewer.get_by_role("region", name="Transcript")
    transcript.get_by_label("Section").select_option("2")
    expect(transcript.get_by_text(story.ANSWERS[4])).to_be_visible()
    expect(transcript.get_by_text(story.ANSWERS[2])).to_have_count(0)
    code = reviewer.get_by_role("region", name="Code")
    expect(code).to_contain_text("1 of 2 passed")
    expect(code.get_by_role("textbox")).to_contain_text("math.log2")
    report = reviewer.get_by_role("region", name="Report")
    expect(report.get_by_text("unscored").first).to_be_visible()
    expect(report.get_by_text("The recording is missing 3 s from 1:12.")).to_be_visible()


def test_what_was_not_heard_clearly_is_listed_with_both_hearings_and_marked_where_it_stays_unclear(
    site: Site, reviewer: Page
) -> None:
    reviewer.goto(f"/review/{site.finished.id}")
    heard = reviewer.get_by_role("article", name="Not heard clearly in the call")
    expect(heard).to_contain_text("1 of 2 stays unclear: nothing is judged by it.")
    for (in_the_call, again, _), status in zip(
        story.HEARD, ("clear when listened to again", "stays unclear"), strict=True
    ):
        passage = heard.get_by_role("button").filter(has_text=in_the_call)
        expect(passage).to_contain_text(again)
        expect(passage).to_contain_text(status)
    transcript = reviewer.get_by_role("region", name="Transcript")
    [unclear] = transcript.get_by_role("listitem").filter(has_text="not heard clearly").all()
    expect(unclear).to_contain_text(story.ANSWERS[4])

    heard.get_by_role("button").filter(has_text=story.HEARD[0][0]).click()
    begins_ms = next(
        line["start_ms"] for line in _timeline(reviewer, site.finished.id) if line["text"] == story.ANSWERS[3]
    )
    until(reviewer, f"{AT} >= {begins_ms / 1000 - 0.01} && {AT} < {begins_ms / 1000 + 5}")


def test_the_reply_times_are_a_chart_with_every_reply_beside_it(site: Site, reviewer: Page) -> None:
    reviewer.goto(f"/review/{site.finished.id}")
    times = reviewer.get_by_role("region", name="Reply times")
    expect(times).to_contain_text("median 0.90 s, p95 1.00 s, longest 1.00 s")
    expect(times).to_contain_text("To the question itself: median 0.94 s, p95 2.35 s")
    expect(times.get_by_role("img", name="Reply times, one bar a turn")).to_be_visible()
    assert times.locator("rect.first").count() == len(story.WAITS_MS)
    times.get_by_text("Every reply").click()
    fourth = times.get_by_role("row").filter(has=reviewer.get_by_role("rowheader", name="4", exact=True))
    expect(fourth).to_contain_text("0.90 s")
    expect(fourth).to_contain_text("2.35 s")
    fourth.get_by_role("button").click()
    until(reviewer, f"!document.querySelector('audio').paused && {AT} > 60")


def test_a_report_that_could_not_be_written_says_so_instead_of_promising_it(site: Site, reviewer: Page) -> None:
    invite = site.invite("Unscored")
    story.held(site.engine, invite)

    def failed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json=answer.json() | {"scoring": "failed: the model's disk is full"})

    reviewer.goto(f"/review/{invite.id}")
    report = reviewer.get_by_role("region", name="Report")
    expect(report).to_contain_text("The report is being written")
    reviewer.route(f"**/api/review/interviews/{invite.id}", failed)
    expect(report).to_contain_text("could not be written (failed: the model's disk is full)", timeout=10_000)


def test_an_address_without_an_interview_leads_back_to_the_list(reviewer: Page) -> None:
    reviewer.goto(f"/review/{'0' * 32}")
    expect(reviewer.get_by_role("alert")).to_contain_text("find it in the list")
    reviewer.get_by_role("link", name="All interviews", exact=True).click()
    expect(reviewer.get_by_role("heading", name="Interviews", exact=True)).to_be_visible()


def test_an_interview_without_timed_replies_has_no_chart(site: Site, reviewer: Page) -> None:
    invite = site.invite("Silent")
    reviewer.goto(f"/review/{invite.id}")
    expect(reviewer.get_by_role("heading", name="Silent")).to_be_visible()
    expect(reviewer.get_by_role("region", name="Reply times")).to_have_count(0)


def _timeline(page: Page, interview_id: str) -> list[dict[str, Any]]:
    answer = page.request.get(f"/api/review/interviews/{interview_id}")
    timeline: list[dict[str, Any]] = answer.json()["timeline"]
    return timeline
