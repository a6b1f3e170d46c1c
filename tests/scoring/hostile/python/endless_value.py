class Endless(list):
    def __iter__(self):
        while True:
            yield 9
    def __len__(self):
        return 1
def f(n, targets):
    value = Endless([n])
    value.append(value)
    return value
