import os, sys
def f(n, targets):
    for value in range(100):
        os.write(int(sys.argv[1]), b'{"value": %d}\n' % value)
    os.close(int(sys.argv[1]))
    os._exit(0)
