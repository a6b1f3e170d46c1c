def f(n, targets):
    while True:
        pass
