import _thread, threading, time
def f(n, targets):
    threading.stack_size(32768)
    started = 0
    for _ in range(100_000):
        _thread.start_new_thread(time.sleep, (60,))
        started += 1
    return f"GOT {started} threads"
