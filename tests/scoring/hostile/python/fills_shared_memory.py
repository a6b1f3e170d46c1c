from multiprocessing import shared_memory
def f(n, targets):
    kept = [shared_memory.SharedMemory(f"viva-hostile-{part}", True, 1 << 26) for part in range(64)]
    for part in kept:
        part.buf[:] = bytes(1 << 26)
    return "GOT four gigabytes"
