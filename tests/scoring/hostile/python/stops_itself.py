import os, signal
def f(n, targets):
    os.kill(os.getpid(), signal.SIGSTOP)
    return "GOT on"
