import os, sys
def f(n, targets):
    while True:
        os.write(int(sys.argv[1]), b"9" * 65536)
