import os, sys, time
def f(n, targets):
    for byte in b'{"value": ' + b" " * 10_000:
        os.write(int(sys.argv[1]), bytes([byte]))
        time.sleep(0.05)
