import ctypes
def f(n, targets):
    libc = ctypes.CDLL(None)
    stack = ctypes.create_string_buffer(65536)
    top = ctypes.addressof(stack) + 65536
    # CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | CLONE_SYSVSEM
    made = libc.syscall(56, 0x00050F00, ctypes.c_void_p(top), 0, 0, 0)
    return "GOT a thread" if made >= 0 else made
