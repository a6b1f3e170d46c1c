"""A seccomp filter for submitted code: threads but no processes, no sockets, no way into other namespaces.

Process limits (RLIMIT_NPROC) do not hold for root, and a worker in a container often is root; refusing the system calls
holds for everybody. The format is classic BPF over `struct seccomp_data`, see seccomp(2).
"""

import struct

ALLOW, EPERM, ENOSYS = 0x7FFF0000, 0x00050001, 0x00050026
_LOAD, _JUMP_EQUAL, _JUMP_GREATER_EQUAL, _JUMP_SET, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCH, _FIRST_ARGUMENT = 0, 4, 16
_CLONE_THREAD = 0x10000
_CLONE3 = 435
_X32_BIT = 0x40000000

_ARCHES: dict[str, tuple[int, int, tuple[int, ...]]] = {
    # machine: (AUDIT_ARCH, clone, the numbers refused): fork, vfork (x86 only), unshare, setns, mount, umount2,
    # pivot_root, ptrace, process_vm_readv/writev, bpf, perf_event_open, userfaultfd, keyctl, add_key, request_key,
    # shmget, memfd_create, socket, io_uring_setup
    "x86_64": (
        0xC000003E,
        56,
        (57, 58, 272, 308, 165, 166, 155, 101, 310, 311, 321, 298, 323, 250, 248, 249, 29, 319, 41, 425),
    ),
    "aarch64": (
        0xC00000B7,
        220,
        (97, 268, 40, 39, 41, 117, 270, 271, 280, 241, 282, 219, 217, 218, 194, 279, 198, 425),
    ),
}


def known(machine: str) -> bool:
    """Whether there is a filter for this machine, as `platform.machine()` names it."""
    return machine in _ARCHES


def program(machine: str) -> bytes:
    """The filter as bubblewrap reads it, an array of `struct sock_filter`. KeyError for an unknown machine."""
    arch, clone, refused = _ARCHES[machine]
    filters = [
        (_LOAD, 0, 0, _ARCH),
        (_JUMP_EQUAL, 1, 0, arch),
        (_RETURN, 0, 0, EPERM),
        (_LOAD, 0, 0, _NUMBER),
        (_JUMP_GREATER_EQUAL, 0, 1, _X32_BIT),
        (_RETURN, 0, 0, EPERM),
        # glibc falls back to clone, whose flags a filter can read; clone3 hides them behind a pointer.
        (_JUMP_EQUAL, 0, 1, _CLONE3),
        (_RETURN, 0, 0, ENOSYS),
    ]
    for number in refused:
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
