"""A real application over a real SQLite journal, and browsers for it."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa
from fastapi import FastAPI
from fastapi.testclient import TestClient
from pydantic import SecretStr

from records.database import connect, open_database
from records.invites import Invite, Invites
from records.journal import Journal
from tests.web import world
from web.app import create_app
from web.config import WebConfig

PASSWORD = "correct horse battery"
SITE = "http://testserver"


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database brought up to date, to copy: the migrations take most of a test's time."""
    file = tmp_path_factory.mktemp("empty") / "viva.db"
    engine = open_database(f"sqlite:///{file}")
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return file


@pytest.fixture
def config(tmp_path: Path, empty_database: Path) -> WebConfig:
    """Settings for a server whose LiveKit does not answer: nothing may depend on it."""
    shutil.copy(empty_database, tmp_path / "viva.db")
    pages = tmp_path / "dist"
    (pages / "assets").mkdir(parents=True)
    (pages / "index.html").write_text("<!doctype html><title>Viva</title>")
    (pages / "assets" / "app-1a2b.js").write_text("export {}")
    return WebConfig(
        data_dir=tmp_path,
        database_url=f"sqlite:///{tmp_path}/viva.db",
        public_url=SITE,
        # Port 9 is "discard": nothing listens there.
        livekit_url="ws://127.0.0.1:9",
        livekit_api_key="testkey",
        livekit_api_secret=SecretStr("s" * 32),
        session_secret=SecretStr("t" * 32),
        review_password=SecretStr(PASSWORD),
        ui_dir=pages,
        specs=(world.spec(),),
        personas=(world.persona(),),
        versions={"viva": "test"},
    )


@pytest.fixture
def app(config: WebConfig) -> FastAPI:
    return create_app(config)


@pytest.fixture
def engine(app: FastAPI, config: WebConfig) -> Iterator[sa.Engine]:
    """The same database, as the agent and the scorer would open it."""
    engine = connect(config.database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def journal(engine: sa.Engine) -> Journal:
    return Journal(engine)


@pytest.fixture
def invites(engine: sa.Engine) -> Invites:
    return Invites(engine)


Browser = Callable[[], TestClient]


@pytest.fixture
def browser(app: FastAPI) -> Iterator[Browser]:
    """New browsers, each with cookies of its own, before one running server."""
    with TestClient(app, base_url=SITE) as first:

        def another() -> TestClient:
            client = TestClient(app, base_url=SITE, headers={"Origin": SITE})
            # The server runs in one event loop, as in life; by itself each client would start its own.
            client.portal = first.portal
            return client

        yield another


@dataclass
class Candidate:
    """One browser that joined, and its interview."""

    client: TestClient
    invite: Invite
    token: str

    def url(self, route: str) -> str:
        """An address of this interview."""
        return f"/api/interviews/{self.invite.id}/{route}"


@pytest.fixture
def join(browser: Browser, invites: Invites) -> Callable[[], Candidate]:
    """Joins a new interview in a new browser."""

    def joins() -> Candidate:
        invite = invites.create(world.spec(), world.persona(), "Ada")
        client = browser()
        joined = client.post(f"/api/join/{invite.code}")
        assert joined.status_code == 200, joined.text
        return Candidate(client, invite, joined.json()["token"])

    return joins


@pytest.fixture
def ada(join: Callable[[], Candidate]) -> Candidate:
    """A candidate who joined and has not agreed yet."""
    return join()


@pytest.fixture
def begun(ada: Candidate) -> Candidate:
    """A candidate who agreed to be recorded."""
    assert ada.client.post(ada.url("consent"), json={"recording": True}).status_code == 200
    return ada


@pytest.fixture
def interviewer(begun: Candidate, journal: Journal) -> world.Interviewer:
    """The interviewer of that interview, who has not entered yet."""
    return world.Interviewer(journal, begun.invite.id, begun.invite.spec)


@pytest.fixture
def coding(begun: Candidate, interviewer: world.Interviewer) -> Candidate:
    """A candidate with the editor open."""
    interviewer.open()
    interviewer.ask("1")
    interviewer.hear("I would use a heap.")
    interviewer.ask("coding")
    return begun


@pytest.fixture
def reviewer(browser: Browser) -> TestClient:
    """A signed-in browser of the hiring team."""
    client = browser()
    assert client.post("/api/review/login", json={"password": PASSWORD}).status_code == 204
    return client
