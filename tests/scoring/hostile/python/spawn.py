import subprocess, sys, os
def f(n, targets):
    for command in (["/bin/sh", "-c", "id"], [sys.executable, "-c", "1"], ["/usr/lib/git-core/git", "--version"]):
        try:
            return "GOT " + subprocess.check_output(command, text=True)
        except OSError:
            pass
    os.posix_spawn(sys.executable, [sys.executable, "-c", "while True: pass"], {})
    return "GOT a process"
