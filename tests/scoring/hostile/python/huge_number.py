def f(n, targets):
    return eval("9 ** 9 ** 9 ** 9") % 10
