"""The real server with the built pages, and Chromium before it."""

import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
import sqlalchemy as sa
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pydantic import SecretStr

from interview.persona import Persona
from interview.spec import Spec
from records.database import connect
from records.invites import Invite, Invites
from records.journal import Journal
from tests.pages import story
from tests.web.world import Interviewer
from viva.catalogue import Catalogue
from web.app import create_app
from web.config import WebConfig

ROOT = Path(__file__).parents[2]
BUILT = ROOT / "web" / "ui" / "dist"
CHROMIUM = Path("/usr/bin/chromium")
PASSWORD = "correct horse battery"
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
]


@dataclass
class Site:
    """A running server and the journal behind it."""

    url: str
    livekit_url: str
    data_dir: Path
    engine: sa.Engine
    spec: Spec
    persona: Persona

    @property
    def invites(self) -> Invites:
        """To make invites with."""
        return Invites(self.engine)

    def invite(self, candidate: str = "Robin") -> Invite:
        """A new invite to the whole interview."""
        return self.invites.create(self.spec, self.persona, candidate)

    def interviewer(self, invite: Invite) -> Interviewer:
        """Writes what the agent would write; after consent."""
        return Interviewer(Journal(self.engine), invite.id, invite.spec)

    @cached_property
    def finished(self) -> Invite:
        """An interview that was held, recorded and reported on; one for all tests, which only read it."""
        return story.finished(self.engine, self.invites, self.invite("Robin"), self.data_dir)


def _free_socket() -> socket.socket:
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    return listening


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The server, with real pages, a real journal, and no call server: these tests hold no call."""
    if not (BUILT / "index.html").is_file():
        pytest.fail("The pages are not built; run `npm ci && npm run build` in web/ui.")
    data_dir = tmp_path_factory.mktemp("pages")
    listening = _free_socket()
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    catalogue = Catalogue(ROOT / "specs", ROOT / "prompts")
    spec, persona = catalogue.interview("mle-v1")
    config = WebConfig(
        data_dir=data_dir,
        database_url=f"sqlite:///{data_dir}/viva.db",
        public_url=url,
        # Port 9 is "discard": nothing listens there.
        livekit_url="ws://127.0.0.1:9",
        livekit_api_key="testkey",
        livekit_api_secret=SecretStr("s" * 32),
        session_secret=SecretStr("t" * 32),
        review_password=SecretStr(PASSWORD),
        ui_dir=BUILT,
        specs=(spec,),
        personas=(persona,),
    )
    server = uvicorn.Server(uvicorn.Config(create_app(config), log_config=None, access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    while not server.started:
        if not thread.is_alive():
            pytest.fail("The server did not start; run tests/web to see why.")
        time.sleep(0.02)
    engine = connect(config.database_url)
    yield Site(url, config.livekit_url, data_dir, engine, spec, persona)
    engine.dispose()
    server.should_exit = True
    thread.join()


# Not for the session: while Playwright runs, no other test can run an event loop.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium, whose microphone is a synthetic one that beeps."""
    if not CHROMIUM.exists():
        pytest.fail("Chromium is missing; install it with `apt-get install chromium`.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def window(chromium: Browser, site: Site) -> Iterator[BrowserContext]:
    """A browser with no past, allowed to use its microphone."""
    context = chromium.new_context(base_url=site.url, viewport={"width": 1280, "height": 800})
    context.grant_permissions(["microphone"], origin=site.url)
    yield context
    context.close()


@pytest.fixture
def page(window: BrowserContext) -> Page:
    """Its first tab."""
    page = window.new_page()
    page.set_default_timeout(15_000)
    return page


@pytest.fixture
def reviewer(page: Page) -> Page:
    """The same, signed in to the review pages."""
    page.goto("/review")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Interviews", exact=True).wait_for()  # the login's says "Review interviews"
    return page


def until(page: Page, claim: str, within_s: float = 15) -> None:
    """Waits for a JavaScript expression to hold. The pages' content policy forbids `wait_for_function` its eval."""
    give_up = time.monotonic() + within_s
    while not page.evaluate(claim):
        if time.monotonic() > give_up:
            pytest.fail(f"never came to hold: {claim}")
        page.wait_for_timeout(50)


def agree(page: Page, invite: Invite) -> None:
    """Opens the link and consents, typing instead of talking."""
    page.goto(f"/i/{invite.code}")
    page.get_by_label("Go on without a microphone").check()
    page.get_by_label("I agree that this interview is recorded").check()
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("toolbar", name="Call controls").wait_for()
