"""Ports: a busy one is named with the setting that moves it."""

import socket

import pytest

from viva import ports
from viva.errors import PortBusyError
from viva.settings import Settings


def test_free_ports_pass(settings: Settings) -> None:
    ports.refuse_busy(ports.wanted(settings, own_livekit=True, own_llm=True))


def test_a_busy_udp_port_is_named(settings: Settings) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as taken:
        taken.bind(("127.0.0.1", settings.livekit_udp_port))
        with pytest.raises(PortBusyError, match=f"{settings.livekit_udp_port} .*VIVA_LIVEKIT_UDP_PORT"):
            ports.refuse_busy(ports.wanted(settings, own_livekit=True, own_llm=True))


def test_two_settings_with_one_port_are_both_named(settings: Settings) -> None:
    same = settings.model_copy(update={"worker_port": settings.web_port})
    with pytest.raises(PortBusyError, match="VIVA_WEB_PORT and VIVA_WORKER_PORT"):
        ports.refuse_busy(ports.wanted(same, own_livekit=False, own_llm=False))


def test_free_ports_asked_for_together_are_never_the_same() -> None:
    found = ports.free_ports(*[socket.SOCK_STREAM] * 300)
    assert len(set(found)) == 300
