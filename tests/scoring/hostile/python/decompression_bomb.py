import bz2, gzip, zlib
def f(n, targets):
    bomb = zlib.compress(bytes(1 << 26))
    grown = [zlib.decompress(bomb) for _ in range(64)]
    return f"GOT {sum(map(len, grown))} bytes"
