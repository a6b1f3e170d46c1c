import os
def f(n, targets):
    got = []
    for folder in ("/", "/tmp", "/dev/shm", "/dev", "/usr/lib", "/opt/run", "/etc", "/proc", "/home", "/root", "/var/tmp",
                   targets["folder"], "."):
        try:
            with open(os.path.join(folder, "viva-hostile"), "w") as file:
                file.write("x" * 100_000)
            got.append(folder)
        except OSError:
            pass
    return "GOT " + " ".join(got) if got else 0
