"""Every page for everyone: axe's rules, and no sideways scrolling on a narrow phone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.pages.conftest import PASSWORD, ROOT, Site, agree

pytestmark = pytest.mark.browser

AXE = Path(ROOT / "web" / "ui" / "node_modules" / "axe-core" / "axe.min.js")


def violations(page: Page) -> list[tuple[str, list[Any]]]:
    """The rules of axe that this page breaks, and where."""
    page.evaluate(AXE.read_text())
    found: list[dict[str, Any]] = page.evaluate("axe.run().then(({violations}) => violations)")
    return [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found]


def _welcome(site: Site, page: Page) -> None:
    page.goto(f"/i/{site.invite().code}")
    page.get_by_role("button", name="Check my microphone").click()
    page.get_by_text("Your microphone works.").wait_for()


def _trouble(_: Site, page: Page) -> None:
    page.goto("/i/AAAAAAAAAAAAAAAAAAAAAAAA")
    page.get_by_role("heading", level=1).wait_for()


def _call(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    interviewer = site.interviewer(invite)
    interviewer.open()
    interviewer.ask("1")
    interviewer.hear("It ranks items.")
    page.get_by_text("It ranks items.").wait_for()


def _coding(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    interviewer = site.interviewer(invite)
    interviewer.open()
    interviewer.ask("coding")
    page.get_by_role("textbox", name="Your Python code").wait_for()


def _ended(site: Site, page: Page) -> None:
    invite = site.invite()
    agree(page, invite)
    site.interviewer(invite).end()
    page.get_by_role("heading", name="That was the interview").wait_for()


def _login(_: Site, page: Page) -> None:
    page.goto("/review")
    page.get_by_label("Password").wait_for()


def _list(site: Site, page: Page) -> None:
    assert site.finished
    _login(site, page)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Robin").first.wait_for()


def _interview(site: Site, page: Page) -> None:
    _list(site, page)
    page.goto(f"/review/{site.finished.id}")
    page.get_by_role("region", name="Code").get_by_role("textbox").wait_for()
    page.get_by_role("heading", name="Reflection & Judgment").wait_for()
    page.get_by_text("Every reply").click()


PAGES: dict[str, Callable[[Site, Page], None]] = {
    "welcome": _welcome,
    "trouble": _trouble,
    "call": _call,
    "coding": _coding,
    "ended": _ended,
    "login": _login,
    "list": _list,
    "interview": _interview,
}


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_a_narrow_phone_needs_no_sideways_scrolling(
    site: Site, chromium: Browser, name: str, colours: Literal["light", "dark"]
) -> None:
    context = chromium.new_context(
        base_url=site.url, viewport={"width": 360, "height": 740}, color_scheme=colours, bypass_csp=True
    )
    context.grant_permissions(["microphone"], origin=site.url)
    page = context.new_page()
    PAGES[name](site, page)
    width = page.evaluate("document.documentElement.scrollWidth")
    found = violations(page)
    context.close()
    assert width <= 360
    assert found == []
