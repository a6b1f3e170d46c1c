"""The doctor finds what is wrong before a candidate does, and says how to mend it."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.records.bucket import bucket, credentials
from tests.support.settings import settings_at
from viva import doctor
from viva.doctor import examine, look, needed_failed
from viva.settings import Settings


def alone(settings: Settings) -> Settings:
    """As on a laptop with no stack running: no key given."""
    return settings.model_copy(update={"livekit_api_key": "", "livekit_api_secret": ""})


def test_a_machine_before_its_first_start_is_fine(settings: Settings) -> None:
    findings = list(examine(alone(settings), quick=True))
    assert not needed_failed(findings), [f.line() for f in findings]


def test_a_server_of_ones_own_that_does_not_answer_is_named(settings: Settings) -> None:
    finding = look("LiveKit", settings)
    assert finding.status == "failed"
    assert settings.livekit_url in finding.detail


def test_a_busy_port_is_found_before_the_start(settings: Settings) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", settings.web_port))
        taken.listen()
        finding = look("LiveKit", alone(settings))
    assert finding.status == "failed"
    assert f"Port {settings.web_port} is in use" in finding.detail
    assert "VIVA_WEB_PORT" in finding.detail


@pytest.fixture
def elsewhere() -> Iterator[int]:
    """The port of an HTTP server that is no LiveKit server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def test_another_program_in_livekits_place_is_not_taken_for_a_wrong_key(settings: Settings, elsewhere: int) -> None:
    taken = settings.model_copy(update={"livekit_url": f"ws://127.0.0.1:{elsewhere}"})
    assert "is no LiveKit server" in look("LiveKit", taken).detail
    assert f"Port {elsewhere} is in use" in look("LiveKit", alone(taken)).detail


def test_no_language_model_is_a_warning_and_not_a_failure(settings: Settings) -> None:
    finding = look("language model", settings.model_copy(update={"llm_base_url": "none"}))
    assert finding.status == "warning"
    assert "authored follow-ups" in finding.detail


def test_a_broken_spec_is_named(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "x.yaml").write_text("name: [")
    finding = look("interviews", settings.model_copy(update={"specs_dir": tmp_path / "specs"}))
    assert finding.status == "failed"
    assert "x.yaml" in finding.detail


def test_a_full_disk_is_found(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LEAST_FREE_GB", 1e9)
    assert "free some space" in look("disk", settings).detail


def test_a_database_that_is_none_is_found(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "viva.db").write_text("this is no database, and long enough to be read as one " * 50)
    assert look("database", settings).status == "failed"


def test_a_bucket_that_does_not_answer_is_found(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_in = settings.model_copy(update={"record_store": "s3://kept/viva"})
    with bucket() as (endpoint, objects):
        for name, value in credentials(endpoint).items():
            monkeypatch.setenv(name, value)
        assert look("recordings", kept_in).status == "ok"
        assert objects == {}
    finding = look("recordings", kept_in)
    assert finding.status == "failed"
    assert "VIVA_RECORD_STORE" in finding.detail


def test_a_secret_from_the_sample_is_found(tmp_path: Path) -> None:
    assert "VIVA_SESSION_SECRET" in look("settings", settings_at(tmp_path, session_secret="change-me")).detail


@pytest.mark.parametrize(
    ("pages", "calls", "mend"),
    [
        ("interviews.example.org", "", "such as https://"),
        ("http://interviews.example.org", "wss://calls.example.org", "https:// before VIVA_PUBLIC_URL"),
        ("https://interviews.example.org", "", "set VIVA_LIVEKIT_PUBLIC_URL"),
        ("https://interviews.example.org", "ws://calls.example.org", "wss:// before VIVA_LIVEKIT_PUBLIC_URL"),
        ("", "calls.example.org", "such as wss://"),
    ],
)
def test_a_link_whose_call_would_fail_is_found(settings: Settings, pages: str, calls: str, mend: str) -> None:
    finding = look("links", settings.model_copy(update={"public_url": pages, "livekit_public_url": calls}))
    assert finding.status == "failed"
    assert mend in finding.detail


def test_links_on_this_machine_and_behind_certificates_are_fine(settings: Settings) -> None:
    public = {"public_url": "https://interviews.example.org", "livekit_public_url": "wss://calls.example.org"}
    assert look("links", settings).status == "ok"
    assert look("links", settings.model_copy(update=public)).status == "ok"


@pytest.mark.models
def test_the_recognizer_hears_the_voice(settings: Settings) -> None:
    finding = look("spoken turn", alone(settings))
    assert finding.status == "ok", finding.detail


@pytest.mark.call
def test_a_key_that_does_not_fit_is_found(livekit_server: Settings) -> None:
    finding = look("LiveKit", livekit_server.model_copy(update={"livekit_api_secret": "x" * 40}))
    assert "refuses our key" in finding.detail
    assert look("LiveKit", livekit_server).status == "ok"
