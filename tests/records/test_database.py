"""The database comes up to date wherever it is opened, and its failures read as one plain sentence."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext

from interview.arrangement import Arrangement
from interview.events import CandidateTyped
from records.database import check, connect, open_database, read, write
from records.errors import DatabaseBusy, DatabaseUnreachable, DiskFull
from records.invites import Invite, Invites
from records.journal import Journal, find_interview, utc_now
from records.listing import list_interviews
from records.tables import metadata
from tests.records.samples import begin, persona, spec

ROOT = Path(__file__).parents[2]


@pytest.fixture
def lite(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/data/viva.db"


def test_the_migrations_make_the_tables_the_code_expects(engine: sa.Engine) -> None:
    def ours(thing: object, name: str | None, kind: str, reflected: bool, against: object) -> bool:
        return not (kind == "table" and reflected and name not in metadata.tables)

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, metadata) == []


def test_a_database_of_a_newer_viva_is_left_as_it_is_and_said_so(url: str) -> None:
    engine = open_database(url)
    with write(engine) as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseUnreachable, match="newer Viva"):
        open_database(url)
    with read(engine) as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one() == "9999"
    engine.dispose()


def test_an_interview_from_before_arrangements_has_nothing_agreed(lite: str) -> None:
    Path(lite.removeprefix("sqlite:///")).parent.mkdir()
    engine = connect(lite)
    with write(engine) as connection:
        settings = Config(attributes={"connection": connection})
        settings.set_main_option("script_location", str(ROOT / "records" / "migrations"))
        settings.set_main_option("path_separator", "os")
        command.upgrade(settings, "0003")
    old = sa.Table("interviews", sa.MetaData(), autoload_with=engine)
    made = Invite(
        id="0" * 32, code="c" * 24, spec=spec(), persona=persona(), candidate="", brief=False,
        arrangement=Arrangement(), status="invited", created_at=utc_now(), expires_at=utc_now(), started_at=None,
        ended_at=None, end_reason=None,
    )  # fmt: skip
    rules = made.model_dump(mode="json", include={"spec", "persona"})
    with write(engine) as connection:
        row = made.model_dump(exclude={"spec", "persona", "arrangement"}) | rules
        connection.execute(old.insert().values(**row, spec_name="small", title="A small interview"))
    engine.dispose()
    engine = open_database(lite)
    assert Invites(engine).get(made.id).arrangement == Arrangement()
    engine.dispose()


def test_opening_again_changes_nothing(url: str, engine: sa.Engine) -> None:
    made = Invites(engine).create(spec(), persona())
    again = open_database(url)
    assert Invites(again).get(made.id) == made
    again.dispose()


def test_processes_that_start_together_all_find_it_up_to_date(empty_url: str, tmp_path: Path) -> None:
    code = "import sys; from records.database import open_database; open_database(sys.argv[1]).dispose()"
    command = [sys.executable, "-W", "error", "-c", code, empty_url]
    # From another folder: nothing may depend on where Viva is started.
    processes = [
        subprocess.Popen(command, cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE) for _ in range(3)
    ]
    assert [(process.communicate()[1], process.returncode) for process in processes] == [(b"", 0)] * 3


def test_every_commit_is_flushed_and_what_is_deleted_overwritten(lite: str) -> None:
    engine = open_database(lite)
    with read(engine) as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete")
        }
    engine.dispose()
    full = 2
    assert pragmas == {"journal_mode": "wal", "synchronous": full, "foreign_keys": 1, "secure_delete": 1}


def test_a_database_that_answers_passes_the_check(engine: sa.Engine) -> None:
    check(engine)


def test_readers_are_not_held_up_by_a_writer(lite: str) -> None:
    engine = open_database(lite)
    with write(engine):
        assert list_interviews(engine) == []
    engine.dispose()


def test_a_full_disk_is_named_and_loses_nothing_that_was_kept(lite: str) -> None:
    engine = open_database(lite)
    invite = Invites(engine).create(spec(), persona())
    journal = Journal(engine)
    begin(journal, invite)
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    sa.event.listen(engine, "checkout", lambda c, *_: c.execute(f"PRAGMA max_page_count={pages + 1}"))
    kept: list[int] = []

    def write_on() -> None:
        for at in range(100):
            kept.append(journal.append(invite.id, CandidateTyped(at_ms=at, text="canary " * 500)))

    with pytest.raises(DiskFull, match="free some space"):
        write_on()
    assert [seq for seq, _ in journal.read(invite.id)] == [1, *kept]
    engine.dispose()


def test_a_locked_database_is_named(lite: str, tmp_path: Path) -> None:
    open_database(lite).dispose()
    engine = connect(lite, busy_wait_s=0.05)
    holder = sqlite3.connect(tmp_path / "data" / "viva.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseBusy, match="close other programs"):
        Invites(engine).create(spec(), persona())
    holder.close()
    Invites(engine).create(spec(), persona())
    engine.dispose()


def test_an_interview_that_another_writer_holds_is_waited_for_and_then_named(
    url: str, engine: sa.Engine, journal: Journal, live: str
) -> None:
    hasty = connect(url, busy_wait_s=0.05)
    said = CandidateTyped(at_ms=1, text="hello")
    with write(engine) as connection:
        find_interview(connection, live, lock=True)
        with pytest.raises(DatabaseBusy):
            Journal(hasty).append(live, said)
    assert Journal(hasty).append(live, said) == 2
    hasty.dispose()


def test_an_error_does_not_quote_what_was_to_be_written(engine: sa.Engine) -> None:
    with pytest.raises(Exception, match="refused") as caught, write(engine) as connection:
        connection.execute(sa.text("INSERT INTO nowhere VALUES (:said)"), {"said": "canary"})
    assert "canary" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "viva.db").write_bytes(b"not a database, but long enough to be taken for one" * 50)
    with pytest.raises(DatabaseUnreachable, match="no SQLite file"):
        open_database(f"sqlite:///{tmp_path}/viva.db")


@pytest.mark.parametrize(
    ("url", "mend"),
    [
        ("nonsense", "sqlite:////path"),
        ("mysql://host/viva", "sqlite:////path"),
        ("sqlite://", "give a file"),
        ("sqlite:////proc/none/viva.db", "VIVA_DATA_DIR"),
        ("postgresql://viva@127.0.0.1:9/viva", "VIVA_DATABASE_URL"),
    ],
)
def test_a_url_that_leads_nowhere_names_the_mend(url: str, mend: str) -> None:
    with pytest.raises(DatabaseUnreachable, match=mend):
        open_database(url)
