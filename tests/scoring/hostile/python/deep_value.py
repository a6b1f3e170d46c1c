def f(n, targets):
    value = n * n
    for _ in range(100_000):
        value = [value]
    return value
