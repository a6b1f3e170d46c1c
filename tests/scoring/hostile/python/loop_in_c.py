import re
def f(n, targets):
    return re.match(r"(a+)+$", "a" * 60 + "b")
