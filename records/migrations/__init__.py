"""The tables' history. `upgrade` brings a database to the newest form from wherever Viva is installed and started."""

import logging
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from records.errors import DatabaseUnreachable

# Alembic tells of every plug-in it sets up.
logging.getLogger("alembic").setLevel(logging.WARNING)

_LOCK = 0x76697661
"""Any number of our own: processes that start together upgrade one after the other on Postgres."""


def upgrade(connection: sa.Connection) -> None:
    """Applies what is missing, inside the caller's writing transaction. Raises DatabaseUnreachable."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    try:
        command.upgrade(config, "head")
    except CommandError:
        raise DatabaseUnreachable(
            "The database was written by a newer Viva; install that version again, or put back a copy from before it."
        ) from None
