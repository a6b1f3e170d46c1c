def f(n, targets):
    kept = []
    while True:
        kept.append(bytearray(64 * 1024 * 1024))
        if len(kept) > 30:
            return "GOT two gigabytes"
