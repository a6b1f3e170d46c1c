function f() {
  const again = { then(done) { setImmediate(done, again); } };
  return again;
}
