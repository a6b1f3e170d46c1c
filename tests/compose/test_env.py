"""deploy/make_env.py: keys of one's own, private, and never over what is there."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

from deploy.healthy import connected
from viva import secrets
from viva.settings import TREE, Settings


def make_env(folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a copy of the program in a tree of its own."""
    (folder / "deploy").mkdir(exist_ok=True)
    shutil.copy(TREE / "deploy/make_env.py", folder / "deploy")
    shutil.copy(TREE / ".env.example", folder)
    command = [sys.executable, "-I", str(folder / "deploy/make_env.py")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_written_env_is_private_and_accepted(tmp_path: Path) -> None:
    assert make_env(tmp_path).returncode == 0
    written = tmp_path / ".env"
    assert written.stat().st_mode & 0o777 == 0o600
    given = Settings(_env_file=written, data_dir=tmp_path / "data")
    assert secrets.complete(given) == given
    assert not (tmp_path / "data").exists()


def test_every_secret_is_another_one(tmp_path: Path) -> None:
    make_env(tmp_path)
    made = re.findall(r"^(VIVA_\w+)=([0-9a-f]{64})$", (tmp_path / ".env").read_text(), re.MULTILINE)
    assert [name for name, _ in made] == [
        "VIVA_LIVEKIT_API_KEY",
        "VIVA_LIVEKIT_API_SECRET",
        "VIVA_SESSION_SECRET",
        "VIVA_REVIEW_PASSWORD",
        "VIVA_POSTGRES_PASSWORD",
    ]
    assert len({value for _, value in made}) == len(made)


def test_an_env_that_is_there_stays(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("mine")
    refused = make_env(tmp_path)
    assert refused.returncode == 1
    assert "is there already and stays as it is" in refused.stderr
    assert (tmp_path / ".env").read_text() == "mine"


def test_what_compose_takes_from_the_env_stands_in_the_sample() -> None:
    taken = set(re.findall(r"\$\{(VIVA_\w+)", (TREE / "docker-compose.yml").read_text()))
    named = set(re.findall(r"^(?:# )?(VIVA_\w+)=", (TREE / ".env.example").read_text(), re.MULTILINE))
    assert taken - named == {"VIVA_IMAGE_TAG"}
    assert "VIVA_PROXY_ADDRESSES" in taken


def test_only_a_live_connection_to_the_port_counts() -> None:
    head = "  sl  local_address rem_address   st tx_queue rx_queue\n"
    live = "   0: 040012AC:A1B2 030012AC:1538 01 00000000:00000000\n"
    closing = "   1: 040012AC:A1B2 030012AC:1538 06 00000000:00000000\n"
    other = "   2: 040012AC:1538 030012AC:1F9A 01 00000000:00000000\n"
    assert connected(5432, head + closing + live)
    assert not connected(5432, head + closing + other)


def test_the_scorer_reads_its_own_model_unless_the_operator_has_a_server() -> None:
    services = yaml.safe_load((TREE / "docker-compose.yml").read_text())["services"]
    told = {
        name: each["environment"].get("VIVA_LLM_BASE_URL") for name, each in services.items() if "environment" in each
    }
    embedded, served = "${VIVA_LLM_BASE_URL:-}", "${VIVA_LLM_BASE_URL:-http://llm:8090/v1}"
    assert {name: url for name, url in told.items() if url} == {
        "scorer": embedded,
        **dict.fromkeys(("web", "worker", "doctor"), served),
    }
