"""With the network cut to loopback a call is held all the same: nothing needs another host."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from viva.settings import TREE

pytestmark = [pytest.mark.call, pytest.mark.models, pytest.mark.slow]

CUT = ["unshare", "--net", "--", "sh", "-c", 'ip link set lo up && exec "$0" "$@"']


def missing() -> str:
    """What this machine lacks to cut a network off; empty when it can."""
    if absent := [program for program in ("unshare", "ip") if not shutil.which(program)]:
        return f"{' and '.join(absent)} missing; install util-linux and iproute2"
    if subprocess.run([*CUT, "true"], capture_output=True, check=False).returncode:
        return "this user may not make a network namespace; run the tests as root"
    return ""


@pytest.mark.skipif(bool(missing()), reason=missing())
def test_a_call_is_held_without_any_network_but_loopback(data_folder: Path) -> None:
    held = subprocess.run(
        [*CUT, sys.executable, "-m", "tests.calls.alone", str(data_folder)],
        cwd=TREE, env=dict(os.environ), capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert held.returncode == 0, held.stdout[-2000:] + held.stderr[-2000:]
    told = json.loads(held.stdout.splitlines()[-1])
    assert told["interfaces"] == ["lo"]
    assert told["lines"][:3] == ["greeting", "context", "prompt"]
    assert "follow_up" in told["lines"]
    assert told["word_error_rate"] <= 0.3
    assert told["reason"] == "left"
