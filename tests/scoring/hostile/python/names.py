import socket, urllib.request
def f(n, targets):
    for attempt in (
        lambda: socket.getaddrinfo("example.org", 80),
        lambda: socket.gethostbyname("localhost.example.org"),
        lambda: urllib.request.urlopen(f"http://127.0.0.1:{targets['tcp']}/", timeout=1).read(),
    ):
        try:
            return f"GOT {attempt()}"
        except OSError:
            pass
    return 0
