"""Whether the ports the stack needs are free, and which setting moves each."""

import socket
from contextlib import ExitStack
from typing import Any

from viva.errors import PortBusyError
from viva.settings import Settings


def wanted(settings: Settings, own_livekit: bool, own_llm: bool) -> list[tuple[str, int, str, socket.SocketKind]]:
    """What the stack listens on: address, port, the variable that sets it, and the kind of socket."""
    tcp, udp = socket.SOCK_STREAM, socket.SOCK_DGRAM
    ports = [
        (settings.web_host, settings.web_port, "VIVA_WEB_PORT", tcp),
        (settings.worker_host, settings.worker_port, "VIVA_WORKER_PORT", tcp),
    ]
    if own_livekit:
        ports += [
            ("127.0.0.1", settings.livekit_port, "VIVA_LIVEKIT_URL", tcp),
            ("127.0.0.1", settings.livekit_udp_port, "VIVA_LIVEKIT_UDP_PORT", udp),
            ("0.0.0.0", settings.livekit_tcp_port, "VIVA_LIVEKIT_TCP_PORT", tcp),
        ]
    if own_llm:
        ports.append((settings.llm_host, settings.llm_port, "VIVA_LLM_PORT", tcp))
    return ports


def is_free(host: str, port: int, kind: socket.SocketKind) -> bool:
    """Whether a server could listen there now."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, kind) as probe:
        if kind is socket.SOCK_STREAM:
            # As servers do: connections of an earlier run that linger in TIME_WAIT do not count as busy.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def refuse_busy(ports: list[tuple[str, int, str, socket.SocketKind]]) -> None:
    """PortBusyError for the first port that another program holds or that two settings share."""
    seen: dict[tuple[int, socket.SocketKind], str] = {}
    for host, port, variable, kind in ports:
        if other := seen.get((port, kind)):
            raise PortBusyError(f"{other} and {variable} both name port {port}; give one of them another")
        seen[(port, kind)] = variable
        if not is_free(host, port, kind):
            raise PortBusyError(
                f"Port {port} is in use by another program; stop that program or set {variable} to another port"
            )


def free_ports(*kinds: socket.SocketKind) -> list[int]:
    """Ports of these kinds that were free a moment ago, for tests and trials; no two are the same."""
    with ExitStack() as held:
        # Held until all are known: a port that was let go may be given out again at once.
        probes = [held.enter_context(socket.socket(socket.AF_INET, kind)) for kind in kinds]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [int(probe.getsockname()[1]) for probe in probes]


def free_for_a_stack() -> dict[str, Any]:
    """Settings of a stack of its own beside any that runs: a free port for each of its parts."""
    web, worker, llm, livekit, livekit_tcp, livekit_udp = free_ports(*[socket.SOCK_STREAM] * 5, socket.SOCK_DGRAM)
    return {
        "web_port": web,
        "worker_port": worker,
        "llm_port": llm,
        "livekit_url": f"ws://127.0.0.1:{livekit}",
        "livekit_tcp_port": livekit_tcp,
        "livekit_udp_port": livekit_udp,
    }


def free_port(kind: socket.SocketKind = socket.SOCK_STREAM) -> int:
    """One of them."""
    return free_ports(kind)[0]
