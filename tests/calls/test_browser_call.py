"""A call from Chromium: its own microphone is heard, reloads lose nothing, code is typed and submitted."""

import wave
from collections.abc import AsyncIterator
from pathlib import Path

import numpy as np
import pytest
from playwright.async_api import Page, async_playwright, expect

from interview.events import CandidateSpoke, CodeSubmitted, Ended, LineStarted
from tests.calls.stack import Stack
from tests.calls.watching import Watcher, heard
from tests.pages.conftest import BUILT, CHROMIUM, CHROMIUM_FLAGS
from tests.support.words import word_error_rate
from viva.talker import CandidateVoice
from voice.sound import RATE_HZ

pytestmark = [pytest.mark.call, pytest.mark.models, pytest.mark.browser, pytest.mark.slow]

ANSWER = "I would look at the orders of the past four weeks and bake a bit more on Saturdays."
QUIET_S = 22
"""Before the answer in the microphone's file, which begins anew with every page load: greeting, context and question
come first."""
PATIENCE_MS = 60_000


@pytest.fixture(scope="session")
def microphone(voice: CandidateVoice, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file for Chromium's microphone: quiet, the answer, quiet."""
    path = tmp_path_factory.mktemp("microphone") / "answer.wav"
    quiet = (np.random.default_rng(0).standard_normal(RATE_HZ * QUIET_S) * 12).astype(np.int16)
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes(np.concatenate([quiet, voice.speak(ANSWER), quiet, quiet]).tobytes())
    return path


@pytest.fixture
async def page(stack: Stack, microphone: Path) -> AsyncIterator[Page]:
    """A browser whose microphone plays the file."""
    if not CHROMIUM.exists():
        pytest.fail("Chromium is missing; install it with `apt-get install chromium`.")
    if not (BUILT / "index.html").is_file():
        pytest.fail("The pages are not built; run `npm ci && npm run build` in web/ui.")
    flags = [
        *CHROMIUM_FLAGS,
        f"--use-file-for-fake-audio-capture={microphone}%noloop",
        "--autoplay-policy=no-user-gesture-required",
    ]
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=flags)
        context = await browser.new_context(base_url=stack.settings.site, viewport={"width": 1280, "height": 800})
        await context.grant_permissions(["microphone"], origin=stack.settings.site)
        page = await context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        yield page
        await browser.close()
        expect.set_options(timeout=5_000)


async def test_a_candidate_in_chromium_is_heard_reloads_codes_and_leaves(stack: Stack, page: Page) -> None:
    invite = stack.invite("Robin")
    watcher = Watcher(stack.journal, invite.id)
    spec = invite.spec
    await page.goto(f"/i/{invite.code}")
    await page.get_by_label("I agree that this interview is recorded").check()
    await page.get_by_role("button", name="Begin the interview").click()

    # The interviewer is heard and read, then the candidate.
    captions, question = page.get_by_role("log"), page.locator(".question")
    await expect(captions).to_contain_text(spec.context.spoken)
    await expect(question).to_contain_text(spec.section("1").prompt.shown)
    await expect(captions).to_contain_text("four weeks")
    follow_up = await watcher.line("follow_up", "1")
    asked = (await watcher.events())[follow_up - 1]
    assert isinstance(asked, LineStarted)
    await expect(question).to_contain_text(asked.line.text)

    # A reload comes back to the same question, and the call goes on: the answer to it leads to the code.
    await page.reload()
    await expect(question).to_contain_text(asked.line.text)
    await expect(captions).to_contain_text("four weeks")
    editor = page.get_by_role("textbox", name="Your Python code")
    await editor.click()
    await page.keyboard.press("Control+a")
    await page.keyboard.type("def total(orders): return sum(orders)")
    await expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    await page.reload()
    await expect(editor).to_contain_text("return sum(orders)")
    await page.get_by_role("button", name="Submit code").click()
    await page.get_by_role("alertdialog").get_by_role("button", name="Submit").click()
    await expect(question).to_contain_text(spec.section("2").prompt.shown)

    await page.get_by_role("button", name="Leave").click()
    await page.get_by_role("button", name="Leave for good").click()
    await expect(page.get_by_role("heading", name="You left the interview")).to_be_visible()

    events = await watcher.until(lambda events: events if isinstance(events[-1], Ended) else [])
    assert events[-1] == Ended(at_ms=events[-1].at_ms, reason="left")
    assert sum(isinstance(event, CandidateSpoke) for event in events) >= 2
    assert word_error_rate(f"{ANSWER} {ANSWER}", heard(events)) <= 0.3
    (submitted,) = [event for event in events if isinstance(event, CodeSubmitted)]
    assert submitted.source.strip() == "def total(orders): return sum(orders)"
