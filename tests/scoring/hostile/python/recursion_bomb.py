import sys
def f(n, targets):
    sys.setrecursionlimit(10**9)
    return f(n, targets) + 1
