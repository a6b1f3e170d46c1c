"""The candidate's page: the consent gate, the way into the call, the editor's text."""

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from interview.arrangement import Arrangement
from interview.events import CandidateTyped, CodeChanged, CodeRefused, HoldSet
from records.erasure import erase
from records.journal import Journal
from records.recordings import Recordings
from tests.pages.conftest import Site, agree
from tests.scoring.reported import shipped

pytestmark = pytest.mark.browser

WATCH_MICROPHONE = """
window.asked = 0;
const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
navigator.mediaDevices.getUserMedia = (...args) => { window.asked += 1; return open(...args); };
"""


def test_nothing_is_opened_or_sent_before_consent(site: Site, page: Page) -> None:
    invite = site.invite()
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    page.add_init_script(WATCH_MICROPHONE)
    page.goto(f"/i/{invite.code}")

    begin = page.get_by_role("button", name="Begin the interview")
    begin.click()
    expect(page.get_by_role("alert")).to_contain_text("tick the box")
    assert page.evaluate("window.asked") == 0
    assert sockets == []
    assert site.invites.get(invite.id).started_at is None

    page.get_by_label("I agree that this interview is recorded").check()
    with page.expect_websocket(lambda socket: socket.url.startswith(site.livekit_url)):
        begin.click()
    assert site.invites.get(invite.id).started_at is not None


def test_the_sound_check_moves_the_meter_and_stays_in_the_page(site: Site, page: Page) -> None:
    invite = site.invite()
    sockets: list[str] = []
    page.on("websocket", lambda socket: sockets.append(socket.url))
    page.goto(f"/i/{invite.code}")
    page.get_by_role("button", name="Check my microphone").click()
    expect(page.get_by_text("Your microphone works.")).to_be_visible()
    expect(page.get_by_role("combobox", name="Microphone")).to_have_value("default")
    assert sockets == []


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        ("NotAllowedError", "allow it in the site settings"),
        ("NotFoundError", "plug one in"),
        ("NotReadableError", "close other programs"),
    ],
)
def test_a_microphone_that_fails_names_the_mend_and_typing_stays_possible(
    site: Site, page: Page, error: str, sentence: str
) -> None:
    page.add_init_script(
        f"navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', '{error}'));"
    )
    page.goto(f"/i/{site.invite().code}")
    page.get_by_role("button", name="Check my microphone").click()
    expect(page.get_by_text(sentence)).to_be_visible()
    expect(page.get_by_role("button", name="Begin the interview")).to_be_disabled()
    page.get_by_label("Go on without a microphone").check()
    expect(page.get_by_role("button", name="Begin, typing my answers")).to_be_enabled()


def test_a_silent_microphone_is_noticed(site: Site, page: Page) -> None:
    silent = "() => Promise.resolve(new AudioContext().createMediaStreamDestination().stream)"
    page.add_init_script(f"navigator.mediaDevices.getUserMedia = {silent};")
    page.goto(f"/i/{site.invite().code}")
    page.get_by_role("button", name="Check my microphone").click()
    # The page listens for five seconds before it says so.
    expect(page.get_by_text("check that it isn't muted")).to_be_visible(timeout=15_000)


def test_links_that_lead_nowhere_say_so(site: Site, page: Page) -> None:
    page.goto("/i/AAAAAAAAAAAAAAAAAAAAAAAA")
    expect(page.get_by_role("heading", level=1)).to_have_text("This link leads to no interview")
    invite = site.invite()
    site.invites.claim(invite.code, "another browser")
    page.goto(f"/i/{invite.code}")
    expect(page.get_by_role("heading", level=1)).to_have_text("This interview is open in another browser")
    page.goto(f"/i/{site.finished.code}")
    expect(page.get_by_role("heading", level=1)).to_have_text("This interview is over")


def test_the_page_shows_the_question_the_problem_and_both_sides_captions(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    interviewer = site.interviewer(invite)
    interviewer.open()
    interviewer.ask("1")
    expect(page.get_by_role("heading", name="Question")).to_be_visible()
    expect(page.locator(".question")).to_contain_text(invite.spec.section("1").prompt.shown)
    expect(page.get_by_text("Section 1 of 5")).to_be_visible()
    problem = page.get_by_role("button", name="The problem")
    expect(page.get_by_text(invite.spec.context.shown[0].body)).to_be_visible()
    problem.click()
    expect(page.get_by_text(invite.spec.context.shown[0].body)).to_be_hidden()

    page.get_by_label("Your answer in writing").fill("It ranks items for long-term value.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("It ranks items for long-term value.")


def test_whoever_asks_to_type_can_type_at_once_on_a_phone_too(site: Site, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    invite = site.invite()
    agree(page, invite)
    interviewer = site.interviewer(invite)
    interviewer.open()
    interviewer.ask("1")
    expect(page.locator(".question")).to_be_visible()
    page.get_by_role("button", name="Hide").click()
    page.get_by_role("button", name="Type").click()
    answer = page.get_by_label("Your answer in writing")
    expect(answer).to_be_focused()
    expect(answer).to_be_in_viewport()


def test_a_task_that_was_handed_in_is_no_open_question(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    interviewer = site.interviewer(invite)
    interviewer.open()
    interviewer.ask("coding")
    page.get_by_role("button", name="Submit code").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Submit").click()
    expect(page.get_by_text("Your code, as submitted")).to_be_visible()
    expect(page.locator(".question")).to_have_count(0)
    interviewer.ask("4")
    expect(page.locator(".question")).to_contain_text(invite.spec.section("4").prompt.shown)


def test_a_moment_is_asked_for_and_given_back(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    page.get_by_role("button", name="Give me a moment").click()
    expect(page.get_by_text("Take your time")).to_be_visible()
    page.get_by_role("button", name="I’m ready").click()
    expect(page.get_by_text("Take your time")).to_be_hidden()
    holds = [event.on for _, event in Journal(site.engine).read(invite.id) if isinstance(event, HoldSet)]
    assert holds == [True, False]


def test_the_interviewer_waits_while_an_answer_is_written_and_a_reload_keeps_it(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    interviewer = site.interviewer(invite)
    interviewer.open()
    interviewer.ask("1")
    answer = page.get_by_label("Your answer in writing")
    answer.press_sequentially("It ranks")
    expect(page.get_by_text("Take your time")).to_be_visible()
    page.reload()
    expect(answer).to_have_value("It ranks")
    answer.press_sequentially(" items.")
    answer.press("Enter")
    expect(page.get_by_role("log")).to_contain_text("It ranks items.")
    expect(answer).to_have_value("")
    expect(page.get_by_text("Take your time")).to_be_hidden()


def test_an_answer_whose_receipt_was_lost_is_sent_again_and_stands_once(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    interviewer = site.interviewer(invite)
    interviewer.open()
    interviewer.ask("1")

    def lose_the_answer(route: Route) -> None:
        assert route.fetch().status == 204
        route.fulfill(status=503, body="")

    page.route("**/say", lose_the_answer, times=1)
    answer = page.get_by_label("Your answer in writing")
    answer.fill("It ranks items.")
    answer.press("Enter")
    expect(page.get_by_text("The server could not answer just now")).to_be_visible()
    answer.press("Enter")
    expect(answer).to_have_value("")
    typed = [event.text for _, event in Journal(site.engine).read(invite.id) if isinstance(event, CandidateTyped)]
    assert typed == ["It ranks items."]


def test_a_reload_keeps_place_and_code_and_does_not_ask_for_consent_again(site: Site, page: Page) -> None:
    invite = site.invite()
    page.add_init_script(WATCH_MICROPHONE)
    agree(page, invite)
    interviewer = site.interviewer(invite)
    interviewer.open()
    interviewer.ask("coding")
    editor = page.get_by_role("textbox", name="Your Python code")
    editor.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("# first thought")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()

    page.reload()
    expect(editor).to_contain_text("# first thought")
    expect(page.get_by_label("I agree that this interview is recorded")).to_have_count(0)
    # Who types is not asked for a microphone either.
    expect(page.get_by_label("Your answer in writing")).to_be_visible()
    assert page.evaluate("window.asked") == 0

    # What the server never got comes from the browser's own copy.
    page.route("**/code/changes", lambda route: route.abort())
    editor.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" and a second")
    expect(page.get_by_text("Kept in this browser")).to_be_visible()
    page.reload()
    expect(editor).to_contain_text("# first thought and a second")
    page.unroute("**/code/changes")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    assert _written(site, invite.id).endswith("and a second")


def test_code_is_saved_while_somebody_types_without_a_pause(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    interviewer = site.interviewer(invite)
    interviewer.open()
    interviewer.ask("coding")
    editor = page.get_by_role("textbox", name="Your Python code")
    editor.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("# " + "x" * 20, delay=200)
    saved = [event for _, event in Journal(site.engine).read(invite.id) if isinstance(event, CodeChanged)]
    assert any(event.source.endswith("x") for event in saved)


def test_code_of_five_megabytes_is_told_to_be_too_long_at_once(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    interviewer = site.interviewer(invite)
    interviewer.open()
    interviewer.ask("coding")
    page.get_by_role("textbox", name="Your Python code").fill("x" * 5_000_000)
    expect(page.get_by_text("the code is too long")).to_be_visible()
    page.get_by_role("button", name="Submit code").click()
    asked = page.get_by_role("alertdialog")
    asked.get_by_role("button", name="Submit").click()
    expect(asked).to_contain_text("larger than this server takes; shorten it")
    refused = [event for _, event in Journal(site.engine).read(invite.id) if isinstance(event, CodeRefused)]
    assert [(event.told_size, event.submitted) for event in refused] == [("over 655 kB", False), ("over 655 kB", True)]


def test_what_is_typed_in_a_second_tab_wins_in_both(site: Site, page: Page, window: BrowserContext) -> None:
    invite = site.invite()
    agree(page, invite)
    interviewer = site.interviewer(invite)
    interviewer.open()
    interviewer.ask("coding")
    first = page.get_by_role("textbox", name="Your Python code")
    first.click()
    page.keyboard.press("Control+a")
    # The first tab's text does not reach the server, and is tried again and again.
    page.route("**/code/changes", lambda route: route.abort())
    page.keyboard.type("first = 1")
    expect(page.get_by_text("Kept in this browser")).to_be_visible()

    other = window.new_page()
    other.goto(f"/i/{invite.code}")
    second = other.get_by_role("textbox", name="Your Python code")
    expect(second).to_have_text("first = 1")
    second.click()
    other.keyboard.press("Control+a")
    other.keyboard.type("second = 2")
    expect(other.get_by_text("Saved", exact=True)).to_be_visible()
    expect(first).to_have_text("second = 2")
    page.unroute("**/code/changes")
    first.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("2")
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    assert _written(site, invite.id) == "second = 22"


def test_each_language_keeps_its_text_and_submitting_asks_first(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    interviewer = site.interviewer(invite)
    interviewer.open()
    interviewer.ask("coding")
    page.get_by_role("textbox", name="Your Python code").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("dcg = sum")
    page.get_by_role("button", name="JavaScript").click()
    javascript = page.get_by_role("textbox", name="Your JavaScript code")
    expect(javascript).to_contain_text("function dcg")
    page.get_by_role("button", name="Python").click()
    python = page.get_by_role("textbox", name="Your Python code")
    expect(python).to_have_text("dcg = sum")

    # Escape, then Tab, leaves the editor.
    python.click()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(python).not_to_be_focused()

    page.get_by_role("button", name="Submit code").click()
    dialog = page.get_by_role("alertdialog")
    dialog.get_by_role("button", name="Go back").click()
    expect(dialog).to_be_hidden()
    page.get_by_role("button", name="Submit code").click()
    dialog.get_by_role("button", name="Submit").click()
    expect(page.get_by_text("Your code, as submitted").or_(page.get_by_text("Your answer is in"))).to_be_visible()
    assert _written(site, invite.id) == "dcg = sum"


def test_leaving_asks_first_and_ends_on_the_goodbye(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    page.get_by_role("button", name="Leave").click()
    page.get_by_role("button", name="Leave for good").click()
    expect(page.get_by_role("heading", name="You left the interview")).to_be_focused()
    expect(page.get_by_text("You may close this tab")).to_be_visible()


def test_code_that_never_reached_the_server_is_shown_at_the_end_to_be_copied(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    interviewer = site.interviewer(invite)
    interviewer.open()
    interviewer.ask("coding")
    editor = page.get_by_role("textbox", name="Your Python code")
    editor.click()
    page.keyboard.press("Control+a")
    page.route("**/code/changes", lambda route: route.abort())
    page.keyboard.type("dcg = sum")
    expect(page.get_by_text("Kept in this browser")).to_be_visible()
    interviewer.end()
    expect(page.get_by_role("heading", name="This code did not reach us")).to_be_visible()
    expect(page.get_by_text("What reached us is saved")).to_be_visible()
    code = page.get_by_role("textbox", name="Your code")
    expect(code).to_have_value("dcg = sum")
    page.reload()
    expect(code.or_(page.get_by_role("heading", name="This interview is over"))).to_be_visible()


def test_the_welcome_promises_what_the_interview_keeps(site: Site, page: Page) -> None:
    page.goto(f"/i/{site.invite().code}")
    expect(page.get_by_text("One part is written in an editor")).to_be_visible()
    expect(page.get_by_text("gives no hints or verdicts")).to_be_visible()
    rigorous = site.invites.create(shipped("ml-rigorous"), site.persona, arrangement=Arrangement(extra_time=1.5))
    page.goto(f"/i/{rigorous.code}")
    expect(page.get_by_text(f"At most {round(1.5 * rigorous.spec.minutes)} minutes")).to_be_visible()
    expect(page.get_by_text("says what was right or missing")).to_be_visible()
    expect(page.get_by_text("written in an editor")).to_have_count(0)


def test_a_refused_return_says_why_and_not_that_the_line_is_bad(site: Site, page: Page) -> None:
    invite = site.invite()
    page.goto(f"/i/{invite.code}")
    page.get_by_label("Go on without a microphone").check()
    page.get_by_label("I agree that this interview is recorded").check()
    error = {"error": {"code": "too_many_tries", "message": "Too many wrong links; wait a minute."}}
    page.route("**/api/join/*", lambda route: route.fulfill(status=429, json=error))
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("Too many wrong links; wait a minute. This page tries again by itself")).to_be_visible()


def test_the_interviews_end_shows_the_goodbye(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    interviewer = site.interviewer(invite)
    interviewer.open()
    interviewer.end()
    expect(page.get_by_role("heading", name="That was the interview")).to_be_visible()


def test_an_interview_that_is_erased_during_the_call_says_so(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    erase(site.engine, Recordings(site.data_dir / "recordings", site.engine, site.data_dir / "segments"), invite.id)
    expect(page.get_by_role("heading", level=1)).to_have_text("This interview was erased")
    expect(page.get_by_text("nothing of it is kept")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


def _written(site: Site, interview_id: str) -> str:
    sources = [
        getattr(event, "source", "")
        for _, event in Journal(site.engine).read(interview_id)
        if event.type.startswith("code")
    ]
    return sources[-1]
