import os, socket
def f(n, targets):
    kept = []
    try:
        while len(kept) < 10_000:
            kept += socket.socketpair() + os.pipe()
    except OSError:
        return len(kept) if len(kept) < 64 else "GOT descriptors"
    return "GOT descriptors"
