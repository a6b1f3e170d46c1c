"""docker-compose.yml from a fresh clone: it builds, ends healthy, passes its doctor, holds a call, and keeps shut."""

import asyncio
import json
import os
import re
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest

from viva import ports
from viva.caller import Caller
from viva.settings import TREE
from viva.talker import CandidateVoice

pytestmark = [pytest.mark.compose, pytest.mark.timeout(1500)]

TAG = "compose-test"
"""The image's tag, so that an operator's own stays what it is."""
SERVICES = {"livekit", "door", "postgres", "web", "worker", "scorer", "llm"}


@dataclass(frozen=True)
class Stack:
    """One checkout with its .env, as a Compose project of its own."""

    folder: Path
    project: str
    site: str

    def compose(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Runs `docker compose ARGUMENTS` there. Only the file .env may fill in the variables."""
        outside = {name: value for name, value in os.environ.items() if not name.startswith(("VIVA_", "COMPOSE_"))}
        command = ["docker", "compose", "--project-name", self.project, *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=outside, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )

    def done(self, *arguments: str) -> str:
        """What the command printed; fails the test with its output and the services' logs when it did not work."""
        run = self.compose(*arguments)
        if run.returncode:
            logs = self.compose("logs", "--no-color", "--tail", "30").stdout
            pytest.fail(
                f"docker compose {' '.join(arguments)}\n{run.stdout[-4000:]}{run.stderr[-4000:]}\n{logs[-12000:]}"
            )
        return run.stdout

    def containers(self) -> list[dict[str, Any]]:
        """What Docker says of each running container."""
        names = self.done("ps", "--quiet").split()
        told = subprocess.run(["docker", "inspect", *names], capture_output=True, text=True, check=True).stdout
        found: list[dict[str, Any]] = json.loads(told)
        return found


def checkout(folder: Path, project: str, **changes: str) -> Stack:
    """A fresh clone with a .env as an operator makes it, on ports that are free, with `changes` on top."""
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(TREE), str(folder)], check=True)
    subprocess.run(["python3", "deploy/make_env.py"], cwd=folder, check=True, capture_output=True)
    names = ("WEB", "LIVEKIT", "LIVEKIT_TCP", "LIVEKIT_UDP")
    found = ports.free_ports(*[socket.SOCK_STREAM] * 3, socket.SOCK_DGRAM)
    free = {f"VIVA_{name}_PORT": str(port) for name, port in zip(names, found, strict=True)}
    text = (folder / ".env").read_text()
    for name, value in ({"VIVA_IMAGE_TAG": TAG} | free | changes).items():
        text = re.sub(rf"^(# )?{name}=.*\n", "", text, flags=re.MULTILINE) + f"{name}={value}\n"
    (folder / ".env").write_text(text)
    return Stack(folder, project, f"http://127.0.0.1:{free['VIVA_WEB_PORT']}")


@pytest.fixture(scope="module")
def docker() -> None:
    """Docker with Compose answers."""
    asked = [["docker", "version"], ["docker", "compose", "version"]]
    if not shutil.which("docker") or any(subprocess.run(a, capture_output=True, check=False).returncode for a in asked):
        pytest.fail("No Docker engine with Compose answers; install and start one, or run `make test-compose`.")


@pytest.fixture(scope="module")
def stack(docker: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """The whole stack, up from a fresh clone with the one command an operator gives; gone afterwards."""
    made = checkout(tmp_path_factory.mktemp("compose") / "viva", f"vivatest{os.getpid()}")
    try:
        # An image of an earlier run may be there; what the clone needs is in the builder's cache all the same.
        subprocess.run(["docker", "image", "rm", f"viva:{TAG}"], capture_output=True, check=False)
        made.done("up", "-d", "--wait")
        yield made
    finally:
        made.compose("--profile", "tools", "down", "-v", "--timeout", "20")


@pytest.fixture
def code(stack: Stack) -> str:
    """The code of a fresh invite."""
    invite = json.loads(stack.done("exec", "-T", "web", "viva", "invite", "--brief", "--json"))
    assert invite["url"] == f"{stack.site}/i/{invite['code']}"
    return str(invite["code"])


def test_a_fresh_clone_ends_with_every_service_healthy(stack: Stack) -> None:
    told = {
        c["Config"]["Labels"]["com.docker.compose.service"]: c["State"]["Health"]["Status"] for c in stack.containers()
    }
    assert told == dict.fromkeys(SERVICES, "healthy")


def test_the_doctor_passes_with_its_spoken_turn(stack: Stack) -> None:
    findings = {
        f["part"]: f for f in json.loads(stack.done("run", "--rm", "-T", "--no-deps", "doctor", "doctor", "--json"))
    }
    assert [f for f in findings.values() if f["status"] == "failed"] == []
    for part in ("LiveKit", "pages", "worker", "language model", "database", "models", "spoken turn"):
        assert findings[part]["status"] == "ok", findings[part]


def test_the_doctor_passes_in_the_web_container_too(stack: Stack) -> None:
    said = stack.done("exec", "-T", "web", "viva", "doctor")
    assert "FAILED" not in said


def test_an_invite_can_be_joined(stack: Stack, code: str) -> None:
    assert httpx2.get(f"{stack.site}/i/{code}").status_code == 200
    joined = httpx2.post(f"{stack.site}/api/join/{code}", headers={"Origin": stack.site}).raise_for_status().json()
    assert joined["livekit_url"].startswith("ws://127.0.0.1:")
    assert joined["token"]


async def test_a_caller_on_this_machine_is_greeted_and_answered(
    stack: Stack, code: str, model_weights: Callable[[str], Path]
) -> None:
    voice = await asyncio.to_thread(CandidateVoice, model_weights("piper-joe"))
    async with Caller(voice=voice, site=stack.site, code=code) as caller:
        try:
            await caller.hear_out(patience_s=120)
        except TimeoutError:
            pytest.fail(f"nobody greeted the caller\n{stack.done('logs', '--tail', '60', 'worker', 'livekit', 'web')}")
        await caller.say("I would start by asking which users see this feature and what they want from it.")
        await caller.hear_out(patience_s=120)
        told = await caller.state()
        await caller.post("leave")
    assert {"interviewer", "candidate"} <= {caption["who"] for caption in told["captions"]}


def test_only_pages_and_calls_can_be_reached_and_only_from_this_machine(stack: Stack) -> None:
    published = {
        container["Config"]["Labels"]["com.docker.compose.service"]: {
            binding["HostIp"]
            for bindings in container["NetworkSettings"]["Ports"].values()
            for binding in bindings or []
        }
        for container in stack.containers()
    }
    assert {service: hosts for service, hosts in published.items() if hosts} == {
        "web": {"127.0.0.1"},
        "door": {"127.0.0.1"},
    }


def test_what_holds_interviews_and_models_has_no_way_out(stack: Stack) -> None:
    networks = {
        container["Config"]["Labels"]["com.docker.compose.service"]: set(container["NetworkSettings"]["Networks"])
        for container in stack.containers()
    }
    inner = f"{stack.project}_inner"
    assert {service for service, joined in networks.items() if joined == {inner}} == SERVICES - {"web", "door"}
    told = subprocess.run(["docker", "network", "inspect", inner], capture_output=True, text=True, check=True).stdout
    assert json.loads(told)[0]["Internal"]


def test_no_service_may_write_its_image_or_gain_rights(stack: Stack) -> None:
    for container in stack.containers():
        host = container["HostConfig"]
        assert host["ReadonlyRootfs"], container["Name"]
        assert host["CapDrop"] == ["ALL"], container["Name"]
        assert any(option.startswith("no-new-privileges") for option in host["SecurityOpt"]), container["Name"]
    for service in ("door", "web", "worker", "scorer", "llm"):
        assert stack.done("exec", "-T", service, "id", "-u").strip() == "10001"


def test_sample_secrets_are_refused_before_anything_starts(stack: Stack, tmp_path: Path) -> None:
    careless = checkout(tmp_path / "viva", f"{stack.project}sample", VIVA_POSTGRES_PASSWORD="change-me")
    try:
        assert careless.compose("up", "-d", "--wait").returncode != 0
        assert "VIVA_POSTGRES_PASSWORD still has the sample's value" in careless.done("logs", "--no-color", "settings")
        assert careless.done("ps", "--quiet", "--status", "running").split() == []
    finally:
        careless.compose("down", "-v")


def test_missing_secrets_are_refused_in_a_sentence(docker: None, tmp_path: Path) -> None:
    bare = checkout(tmp_path / "viva", "vivatestbare")
    (bare.folder / ".env").unlink()
    refused = bare.compose("up", "-d", "--wait")
    assert refused.returncode != 0
    assert "run `python3 deploy/make_env.py`, which writes a .env with keys and passwords of your own" in refused.stderr
