"""What a database does to a program now and then."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.pool import PoolProxiedConnection


@contextmanager
def unconfirmed(engine: sa.Engine) -> Iterator[None]:
    """The first commit in this block on such a database, through this engine or another, is made, and the connection
    dies before its answer."""
    dialect = type(engine.dialect)
    commit = dialect.do_commit
    lost = False

    def once_without_answer(self: DefaultDialect, connection: PoolProxiedConnection) -> None:
        nonlocal lost
        commit(self, connection)
        if not lost:
            lost = True
            raise engine.dialect.loaded_dbapi.OperationalError("the connection is gone")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dialect, "do_commit", once_without_answer)
        yield
    assert lost
