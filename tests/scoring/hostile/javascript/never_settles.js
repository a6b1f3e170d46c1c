function f() {
  return new Promise(() => setInterval(() => {}, 1000));
}
