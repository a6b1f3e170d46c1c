"""The interpreters that submitted code runs under."""

import shutil
import sys
import sysconfig
from functools import cache
from pathlib import Path

from interview.spec import Language
from scoring.code.walls import Program
from scoring.errors import SandboxUnavailable

_HARNESS = Path(__file__).parent / "harness"


@cache
def program(language: Language) -> Program:
    """How a language is run; SandboxUnavailable when its interpreter is missing."""
    return _python() if language == "python" else _javascript()


def _python() -> Program:
    """This process's own interpreter, without any package installed beside it."""
    base = Path(sys.base_prefix)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    library = Path(sysconfig.get_path("stdlib", vars={"installed_base": str(base), "base": str(base)}))
    inside = f"/opt/run/lib/{version}"
    shared = [path for path in (base / "lib").glob("libpython*.so*") if path.is_file()]
    return Program(
        command=(f"/opt/run/bin/{version}", "-I", "-S", "-B", "/opt/run/call.py"),
        binds=(
            ((base / "bin" / version).resolve(), f"/opt/run/bin/{version}"),
            (library, inside),
            *((path.resolve(), f"/opt/run/lib/{path.name}") for path in shared),
            (_HARNESS / "call.py", "/opt/run/call.py"),
        ),
        hidden=tuple(f"{inside}/{name}" for name in ("site-packages", "dist-packages") if (library / name).is_dir()),
    )


def _javascript() -> Program:
    node = shutil.which("node") or shutil.which("nodejs")
    if node is None:
        raise SandboxUnavailable(
            "JavaScript needs Node.js, which is missing on this machine; install it and score again"
        )
    return Program(
        command=("/opt/run/bin/node", "--max-old-space-size=256", "/opt/run/call.js"),
        binds=((Path(node).resolve(), "/opt/run/bin/node"), (_HARNESS / "call.js", "/opt/run/call.js")),
        caps_address_space=False,
        threads=True,
    )
