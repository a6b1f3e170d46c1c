import ctypes
def f(n, targets):
    libc = ctypes.CDLL(None)
    numbers = {
        "ptrace": 101, "io_uring_setup": 425, "keyctl": 250, "add_key": 248, "request_key": 249, "bpf": 321,
        "perf_event_open": 298, "userfaultfd": 323, "process_vm_readv": 310, "kcmp": 312, "pidfd_open": 434,
        "pidfd_getfd": 438, "personality": 135, "modify_ldt": 154, "syslog": 103, "init_module": 175, "kexec_load": 246,
        "reboot": 169, "swapon": 167, "iopl": 172, "acct": 163, "fanotify_init": 300, "int80": 0x40000000 + 41,
    }
    got = [name for name, number in numbers.items() if libc.syscall(number, 0, 0, 0, 0, 0) >= 0]
    return "GOT " + " ".join(got) if got else 0
