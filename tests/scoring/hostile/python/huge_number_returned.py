import sys
def f(n, targets):
    sys.set_int_max_str_digits(0)
    return 7 ** 400_000
