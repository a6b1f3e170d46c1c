import os, sys
def f(n, targets):
    os.close(int(sys.argv[1]))
    while True:
        pass
