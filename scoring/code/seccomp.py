"""A seccomp filter for submitted code: no processes, no sockets, no way into other namespaces, other processes or the
kernel's rarely used corners; threads only where they are asked for.

Process limits (RLIMIT_NPROC) do not hold for root, and a worker in a container often is root; refusing the system calls
holds for everybody. The format is classic BPF over `struct seccomp_data`, see seccomp(2).
"""

import struct

ALLOW, EPERM, ENOSYS = 0x7FFF0000, 0x00050001, 0x00050026
_LOAD, _JUMP_EQUAL, _JUMP_GREATER_EQUAL, _JUMP_SET, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCH, _FIRST_ARGUMENT = 0, 4, 16
_CLONE_THREAD = 0x10000
_CLONE3 = 435
_NEWER = 442
"""From here on the calls are younger than this table (memfd_secret among them). Libraries do without them."""
_X32_BIT = 0x40000000

_ARCHES = {
    # machine: (AUDIT_ARCH, clone)
    "x86_64": (0xC000003E, 56),
    "aarch64": (0xC00000B7, 220),
}
_REFUSED: dict[str, tuple[int | None, int | None]] = {
    # name: (number on x86-64, number on arm64)
    "fork": (57, None),
    "vfork": (58, None),
    "unshare": (272, 97),
    "setns": (308, 268),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "open_by_handle_at": (304, 265),
    "quotactl": (179, 60),
    # Other processes.
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    # Memory that no limit counts, or that has a name of its own.
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
    "memfd_create": (319, 279),
    # The network; a pair of sockets, which event loops wake themselves with, leads nowhere.
    "socket": (41, 198),
    # Corners of the kernel that no answer needs.
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "fanotify_init": (300, 262),
    "keyctl": (250, 219),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "syslog": (103, 116),
    "personality": (135, 92),
    "modify_ldt": (154, None),
    # From here the numbers are the same everywhere.
    "pidfd_send_signal": (424, 424),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "process_madvise": (440, 440),
}


def known(machine: str) -> bool:
    """Whether there is a filter for this machine, as `platform.machine()` names it."""
    return machine in _ARCHES


def program(machine: str, threads: bool = False) -> bytes:
    """The filter as bubblewrap reads it, an array of `struct sock_filter`. KeyError for an unknown machine."""
    arch, clone = _ARCHES[machine]
    column = list(_ARCHES).index(machine)
    filters = [
        (_LOAD, 0, 0, _ARCH),
        (_JUMP_EQUAL, 1, 0, arch),
        (_RETURN, 0, 0, EPERM),
        (_LOAD, 0, 0, _NUMBER),
        (_JUMP_GREATER_EQUAL, 0, 1, _X32_BIT),
        (_RETURN, 0, 0, EPERM),
        (_JUMP_GREATER_EQUAL, 0, 1, _NEWER),
        (_RETURN, 0, 0, ENOSYS),
        # glibc falls back to clone, whose flags a filter can read; clone3 hides them behind a pointer.
        (_JUMP_EQUAL, 0, 1, _CLONE3),
        (_RETURN, 0, 0, ENOSYS),
    ]
    refused = [numbers[column] for numbers in _REFUSED.values()]
    for number in (*refused, *(() if threads else (clone,))):
        if number is not None:
            filters += [(_JUMP_EQUAL, 0, 1, number), (_RETURN, 0, 0, EPERM)]
    filters += [
        (_JUMP_EQUAL, 1, 0, clone),
        (_RETURN, 0, 0, ALLOW),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_JUMP_SET, 1, 0, _CLONE_THREAD),
        (_RETURN, 0, 0, EPERM),
        (_RETURN, 0, 0, ALLOW),
    ]
    return b"".join(struct.pack("<HBBI", *step) for step in filters)
