"""The database: SQLite with every commit flushed to disk, or Postgres by URL; one way to read and one to write."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from records.errors import DatabaseBusy, DatabaseUnreachable, DiskFull, RecordsError
from records.migrations import upgrade
from records.queue import prepare

BUSY_WAIT_S = 30
"""How long a writer waits for another before it gives up. DBOS, which shares the SQLite file, waits as long."""

_BEGIN = "viva_begin"
"""The execution option that says how a transaction opens on SQLite."""


def open_database(url: str) -> sa.Engine:
    """The engine for a database brought up to date: Viva's tables and the queue's.

    `url` is `sqlite:////absolute/path/viva.db` or `postgresql://user:password@host/name`. Raises RecordsError.
    """
    engine = connect(url)
    try:
        with write(engine) as connection:
            upgrade(connection)
        with plain_errors():
            prepare(engine.url)
    except BaseException:
        engine.dispose()
        raise
    return engine


def connect(url: str, busy_wait_s: float = BUSY_WAIT_S) -> sa.Engine:
    """The engine alone, for a database that is up to date. Makes a SQLite file's folder when it is missing.

    After `busy_wait_s` behind another writer DatabaseBusy is raised.
    """
    try:
        parsed = sa.make_url(url)
    except ArgumentError:
        raise DatabaseUnreachable(
            "The database URL cannot be read; write sqlite:////path/viva.db or postgresql://…"
        ) from None
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed, busy_wait_s)
    if parsed.get_backend_name() == "postgresql":
        return _postgres(parsed, busy_wait_s)
    raise DatabaseUnreachable(
        "The database URL names neither SQLite nor Postgres; write sqlite:////path/viva.db or postgresql://…"
    )


def _postgres(url: sa.URL, busy_wait_s: float) -> sa.Engine:
    def limit(connection: Any, _record: Any) -> None:
        connection.execute(f"SET lock_timeout = {round(busy_wait_s * 1000)}")
        connection.commit()  # else the pool's rollback takes the setting back

    # hide_parameters: what candidates said must not reach a log by way of an exception.
    engine = sa.create_engine(url.set(drivername="postgresql+psycopg"), hide_parameters=True, pool_pre_ping=True)
    sa.event.listen(engine, "connect", limit)
    return engine


def _sqlite(url: sa.URL, busy_wait_s: float) -> sa.Engine:
    if not url.database or url.database == ":memory:":
        raise DatabaseUnreachable("A database in memory keeps nothing; give a file: sqlite:////path/viva.db")
    try:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise DatabaseUnreachable(
            f"The folder of {url.database} cannot be made; point VIVA_DATA_DIR at a folder you may write to."
        ) from None
    engine = sa.create_engine(
        url, hide_parameters=True, connect_args={"timeout": busy_wait_s, "check_same_thread": False}
    )
    sa.event.listen(engine, "connect", _set_pragmas)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _set_pragmas(connection: Any, _record: Any) -> None:
    # The driver's own transaction handling starts none for reads; _begin starts every one.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        # Flush every commit: NORMAL may lose acknowledged ones when the power fails.
        "synchronous=FULL",
        "foreign_keys=ON",
        # What is deleted is overwritten, so that erasing an interview erases it.
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    # A writer takes the lock at once: one that read first and then wanted to write would fail if another wrote between.
    if opening := connection.get_execution_options().get(_BEGIN, "BEGIN"):
        connection.exec_driver_sql(opening)


@contextmanager
def write(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that writes, committed (and on disk) when the block ends, rolled back when it raises."""
    with (
        plain_errors(),
        engine.connect() as connection,
        connection.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"}).begin(),
    ):
        yield connection


@contextmanager
def read(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that sees one moment of the database."""
    with plain_errors(), engine.connect() as connection, connection.begin():
        yield connection


def check(engine: sa.Engine) -> None:
    """Returns when the database answers. Raises RecordsError."""
    with read(engine) as connection:
        connection.execute(sa.select(1))


def compact(engine: sa.Engine) -> None:
    """Gives up the room of what was deleted; SQLite's file is rewritten and its log emptied. Raises RecordsError."""
    if engine.dialect.name != "sqlite":
        with plain_errors(), engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM")
        return
    # VACUUM refuses to run inside a transaction, so none is opened.
    with plain_errors(), engine.connect().execution_options(**{_BEGIN: ""}) as connection:
        connection.exec_driver_sql("VACUUM")
        blocked = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()[0]
    if blocked:
        raise DatabaseBusy("The database's log could not be emptied while others read it; run the same command again.")


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turns the database's errors into RecordsError. The original is left out: it may quote the values it was about."""
    try:
        yield
    except DBAPIError as error:
        raise _plain(error) from None
    except PoolTimeout:
        raise DatabaseBusy("The database is asked for more at once than it takes; try again in a moment.") from None


def _plain(error: DBAPIError) -> RecordsError:
    cause = error.orig
    name = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None) or type(cause).__name__
    # SQLite's extended codes (SQLITE_BUSY_SNAPSHOT) begin with the plain ones; the numbers are Postgres's, where 57P…
    # means that the server was stopped, with or without a word of warning.
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")) or name == "55P03":
        return DatabaseBusy("The database stayed locked; close other programs that have it open and try again.")
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")) or name == "53100":
        return DiskFull("The disk that holds the records is full or failing; free some space on it and try again.")
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM")):
        return DatabaseUnreachable("The database file cannot be written; give this user write access to VIVA_DATA_DIR.")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DatabaseUnreachable(
            "The database file is damaged or no SQLite file; put back a copy or set another VIVA_DATABASE_URL."
        )
    if name.startswith(("08", "57P")) or name in ("OperationalError", "3D000", "28P01"):
        return DatabaseUnreachable(
            "The database does not let Viva in; check VIVA_DATABASE_URL and that the server runs."
        )
    return RecordsError(f"The database refused a statement ({name}); run `viva doctor` to see what is wrong with it.")
