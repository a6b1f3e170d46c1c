const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

function f() {
  const line = "x".repeat(65536);
  for (;;) {
    need("fs").writeSync(1, line);
    need("fs").writeSync(2, line);
  }
}
