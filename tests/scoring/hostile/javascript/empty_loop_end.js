function f() {
  return new Promise(() => {});
}
