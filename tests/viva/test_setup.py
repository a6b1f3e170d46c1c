"""Set-up goes on after an interruption, and a step that fails says which and why."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from viva.settings import TREE

pytestmark = pytest.mark.slow


def make(folder: Path, target: str) -> subprocess.CompletedProcess[str]:
    """One target of the Makefile in another folder, with no package index to ask."""
    outside = os.environ | {"PIP_NO_INDEX": "1", "MAKEFLAGS": ""}
    command = ["make", target, f"PYTHON={sys.executable}"]
    return subprocess.run(command, cwd=folder, env=outside, capture_output=True, text=True, check=False)


def test_an_environment_cut_short_is_completed_and_a_failing_step_is_named(tmp_path: Path) -> None:
    shutil.copy(TREE / "Makefile", tmp_path)
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "dev.txt").write_text(f"nobody-has-this==1.0 --hash=sha256:{'0' * 64}\n")
    (tmp_path / "pyproject.toml").write_text("")
    # As a Ctrl-C leaves it: the interpreter is there and pip is not yet.
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", tmp_path / ".venv"], check=True)

    failed = make(tmp_path, ".venv/packages.stamp")
    assert failed.returncode != 0
    assert "making a Python environment" in failed.stdout
    assert "No matching distribution found for nobody-has-this==1.0" in failed.stderr
    assert "this step failed: installing the pinned Python packages" in failed.stderr
    assert "build/log/pip.log; mend it and run make again" in failed.stderr
    assert "No module named pip" not in failed.stderr

    again = make(tmp_path, ".venv/packages.stamp")
    assert "making a Python environment" not in again.stdout, "what is done is not done twice"
