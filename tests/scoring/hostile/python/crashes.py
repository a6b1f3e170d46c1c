import ctypes
def f(n, targets):
    ctypes.string_at(0)
