function f(n) {
  let value = n * n;
  for (let depth = 0; depth < 1e5; depth++) value = [value];
  return value;
}
