"""Real databases: a SQLite file and a Postgres database each test."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from records.database import open_database
from records.invites import Invites
from records.journal import Journal
from records.recordings import Recordings
from tests.records.samples import begin, persona, spec
from tests.support.postgres import programs, serving

# With a server to start and a database to copy for each test, Postgres is for `make test`.
DATABASES = ["sqlite", pytest.param("postgres", marks=pytest.mark.slow)]


@pytest.fixture(scope="session")
def postgres() -> Iterator[sa.URL]:
    """A Postgres server of this session's own; the URL is its owner's."""
    binaries = programs()
    if binaries is None:
        pytest.skip("the tests on Postgres need its server: apt-get install postgresql")
    with serving(binaries) as url:
        yield url


@pytest.fixture(scope="session")
def up_to_date(postgres: sa.URL) -> Iterator[str]:
    """The name of a database to copy: the migrations take most of a test's time."""
    with _database(postgres, "template1") as url:
        open_database(url.render_as_string(hide_password=False)).dispose()
        yield str(url.database)


@contextmanager
def _database(owner: sa.URL, copied_from: str) -> Iterator[sa.URL]:
    """A Postgres database of one's own."""
    server = sa.create_engine(owner.set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    name = f"viva_test_{uuid.uuid4().hex}"
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE {copied_from}")
    yield owner.set(database=name)
    with server.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    server.dispose()


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/data/viva.db"
        return
    with _database(request.getfixturevalue("postgres"), "template1") as url:
        yield url.render_as_string(hide_password=False)


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database to open."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/data/viva.db"
        return
    with _database(request.getfixturevalue("postgres"), request.getfixturevalue("up_to_date")) as url:
        yield url.render_as_string(hide_password=False)


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
