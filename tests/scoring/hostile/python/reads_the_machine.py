import os
def f(n, targets):
    got = []
    for path in ("/etc/passwd", "/etc/shadow", "/etc/hostname", "/root", "/home", "/var", "/run", "/sys", "/boot", "/mnt",
                 "/proc/1/environ", "/proc/self/root", "/usr/bin", "/usr/local", targets["folder"], targets["tree"]):
        if os.path.exists(path):
            got.append(path)
    return "GOT " + " ".join(got) if got else 0
