import ctypes, socket, time
def f(n, targets):
    libc, got = ctypes.CDLL(None), []
    for attempt in (
        lambda: time.clock_settime(time.CLOCK_REALTIME, 0),
        lambda: socket.sethostname("viva-hostile"),
        lambda: None if libc.settimeofday(ctypes.create_string_buffer(16), None) == 0 else 1 / 0,
    ):
        try:
            attempt()
            got.append("set")
        except (OSError, ZeroDivisionError):
            pass
    return "GOT the clock" if got else 0
