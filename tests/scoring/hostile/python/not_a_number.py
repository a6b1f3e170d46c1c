def f(n, targets):
    nan = float("nan")
    return [nan, float("inf"), -nan][n % 2]
