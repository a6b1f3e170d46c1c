"""The embedded LiveKit server: found or built, private, shut off from other companies' servers."""

import re
from pathlib import Path

import psutil
import pytest
from livekit.api import CreateRoomRequest, DeleteRoomRequest, ListRoomsRequest, LiveKitAPI, TwirpError

from tests.support.settings import settings_at
from viva import livekit
from viva.errors import PartError
from viva.settings import TREE, Settings


def test_without_go_or_server_one_sentence_names_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PartError, match=r"install Go 1\.26 or newer, or put a livekit-server on the PATH"):
        livekit.ensure(settings_at(tmp_path, cache_dir=tmp_path), print)


def test_a_server_on_the_path_is_preferred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "livekit-server"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert livekit.ensure(settings_at(tmp_path), print) == program


def test_a_failing_build_says_which_step_and_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    go = tmp_path / "go"
    go.write_text("#!/bin/sh\necho 'module lookup disabled' >&2\nexit 1\n")
    go.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    with pytest.raises(PartError, match=r"Downloading the LiveKit server failed \(module lookup disabled\)"):
        livekit.ensure(settings_at(tmp_path, cache_dir=tmp_path), print)


def test_the_config_is_private_and_names_no_outside_server(settings: Settings) -> None:
    path = livekit.write_config(settings)
    assert path.stat().st_mode & 0o777 == 0o600
    rtc = livekit.configuration(settings)["rtc"]
    assert isinstance(rtc, dict)
    assert all(server.startswith("127.0.0.1:") for server in rtc["stun_servers"])
    assert rtc["stun_servers"], "an empty list sends browsers to public STUN servers"


def test_no_client_of_the_server_asks_it_for_others_to_go_to() -> None:
    programs = [path for room in ("agent", "viva", "web") for path in (TREE / room).glob("*.py")]
    made = [call for path in programs for call in re.findall(r"LiveKitAPI\(.*\)", path.read_text(encoding="utf-8"))]
    assert len(made) >= 3
    assert [call for call in made if "failover=False" not in call] == []


@pytest.mark.call
async def test_the_real_server_takes_our_key_and_refuses_another(livekit_server: Settings) -> None:
    s = livekit_server
    async with LiveKitAPI(s.livekit_url, s.livekit_api_key, s.livekit_api_secret) as api:
        await api.room.create_room(CreateRoomRequest(name="ours"))
        assert "ours" in {room.name for room in (await api.room.list_rooms(ListRoomsRequest())).rooms}
        await api.room.delete_room(DeleteRoomRequest(room="ours"))
    async with LiveKitAPI(s.livekit_url, s.livekit_api_key, "x" * 40) as api:
        with pytest.raises(TwirpError):
            await api.room.list_rooms(ListRoomsRequest())


@pytest.mark.call
def test_the_real_server_lets_only_media_in_from_outside(livekit_server: Settings) -> None:
    ports = {livekit_server.livekit_port, livekit_server.livekit_udp_port}
    servers = [child for child in psutil.Process().children() if "livekit" in child.name()]
    bound = [c.laddr for server in servers for c in server.net_connections("inet") if c.laddr and not c.raddr]
    assert {address.port for address in bound} >= ports
    outside = {address.port for address in bound if address.ip != "127.0.0.1"}
    assert outside == {livekit_server.livekit_tcp_port}
