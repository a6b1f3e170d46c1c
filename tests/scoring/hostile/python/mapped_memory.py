import mmap
def f(n, targets):
    kept = [mmap.mmap(-1, 1 << 28) for _ in range(20)]
    for part in kept:
        for at in range(0, 1 << 28, 4096):
            part[at] = 1
    return "GOT five gigabytes"
