"""Real databases: a SQLite file each test, and a Postgres database each where VIVA_TEST_POSTGRES_URL names a server."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from records.database import open_database
from records.invites import Invites
from records.journal import Journal
from records.recordings import Recordings
from tests.records.samples import begin, persona, spec

POSTGRES = os.environ.get("VIVA_TEST_POSTGRES_URL", "")


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/data/viva.db"
        return
    if not POSTGRES:
        pytest.skip("set VIVA_TEST_POSTGRES_URL to a Postgres server to run this on it too")
    server = sa.create_engine(sa.make_url(POSTGRES).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    name = f"viva_test_{uuid.uuid4().hex}"
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield sa.make_url(POSTGRES).set(database=name).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


@pytest.fixture
def engine(url: str) -> Iterator[sa.Engine]:
    """An opened database."""
    engine = open_database(url)
    yield engine
    engine.dispose()


@pytest.fixture
def journal(engine: sa.Engine) -> Journal:
    return Journal(engine)


@pytest.fixture
def invites(engine: sa.Engine) -> Invites:
    return Invites(engine)


@pytest.fixture
def recordings(engine: sa.Engine, tmp_path: Path) -> Recordings:
    return Recordings(tmp_path / "data" / "recordings", engine)


@pytest.fixture
def live(invites: Invites, journal: Journal) -> str:
    """The id of an interview whose candidate has consented."""
    invite = invites.create(spec(), persona(), "Ada Canary")
    begin(journal, invite)
    return invite.id
