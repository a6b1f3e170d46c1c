import os, signal
def f(n, targets):
    got = []
    for process in (targets["other"], targets["victim"], 1, 0, -1, os.getppid()):
        for number in (signal.SIGUSR1, signal.SIGSTOP, signal.SIGTERM, signal.SIGKILL):
            if process in (0, -1) and number != signal.SIGUSR1:
                continue
            try:
                signal.signal(signal.SIGUSR1, signal.SIG_IGN)
                os.kill(process, number)
                got.append(process)
            except OSError:
                pass
    # The first process of a namespace takes no signal from inside it, whatever the call returns.
    outside = [process for process in got if process in (targets["other"], targets["victim"])]
    return f"GOT {outside}" if outside else 0
