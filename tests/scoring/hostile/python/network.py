import socket
def f(n, targets):
    got = []
    for family, kind, address in (
        (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", targets["tcp"])),
        (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", targets["udp"])),
        (socket.AF_UNIX, socket.SOCK_STREAM, targets["unix"]),
        (socket.AF_UNIX, socket.SOCK_STREAM, "\0" + targets["abstract"]),
        (socket.AF_INET6, socket.SOCK_STREAM, ("::1", targets["tcp"])),
        (socket.AF_NETLINK, socket.SOCK_RAW, (0, 0)),
        (socket.AF_INET, socket.SOCK_RAW, ("127.0.0.1", 1)),
    ):
        try:
            made = socket.socket(family, kind)
            made.connect(address)
            made.send(b"hello")
            got.append(str(address))
        except OSError:
            pass
    return "GOT " + " ".join(got) if got else 0
