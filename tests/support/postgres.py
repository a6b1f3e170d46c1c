"""A Postgres server of the tests' own: nothing in it is kept, and nobody else reaches it."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

DEBIANS = Path("/usr/lib/postgresql")
"""Where Debian keeps the server's programs, a folder for each version; they are on nobody's PATH."""
OWNER = "viva"
START_S = 30
STOP_S = 10
CLUSTER = ("-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
# A power cut would only cost what is thrown away anyhow.
OPTIONS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "shared_buffers=16MB")


def programs() -> Path | None:
    """The folder of `initdb` and `postgres`: the PATH's, or else the newest; None where there is no server."""
    found = sorted(DEBIANS.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    on_path = shutil.which("initdb")
    if on_path is not None:
        found.append(Path(on_path).resolve())
    return found[-1].parent if found else None


def _account() -> pwd.struct_passwd:
    """Who the server runs as: Postgres refuses root."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names["postgres"] if "postgres" in names else names["nobody"]


@contextmanager
def serving(binaries: Path) -> Iterator[sa.URL]:
    """Runs the server while the block runs, behind a socket in a folder of its own."""
    account = _account()
    with tempfile.TemporaryDirectory(prefix="viva-postgres-") as made:
        folder = Path(made)
        os.chown(folder, account.pw_uid, account.pw_gid)
        data, log = folder / "data", folder / "postgres.log"
        with log.open("wb") as out:
            how: dict[str, Any] = {"cwd": folder, "stdout": out, "stderr": out}
            if os.geteuid() == 0:  # others may not even ask for the identity they have
                how |= {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": ()}
            subprocess.run([binaries / "initdb", "-D", data, *CLUSTER], check=True, **how)
            options = [word for option in OPTIONS for word in ("-c", option)]
            process = subprocess.Popen([binaries / "postgres", "-D", data, "-k", folder, *options], **how)
        try:
            url = sa.URL.create("postgresql", username=OWNER, database="postgres", query={"host": made})
            _await(url, process, log)
            yield url
        finally:
            process.send_signal(signal.SIGQUIT)  # at once: there is nothing to save
            try:
                process.wait(STOP_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _await(url: sa.URL, process: "subprocess.Popen[bytes]", log: Path) -> None:
    engine = sa.create_engine(url.set(drivername="postgresql+psycopg"), poolclass=sa.NullPool)
    until = time.monotonic() + START_S
    while True:
        try:
            engine.connect().close()
        except sa.exc.OperationalError:
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"the Postgres server did not start: {log.read_text()}") from None
            time.sleep(0.05)
        else:
            return
