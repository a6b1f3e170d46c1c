const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

function f() {
  const inspector = need("inspector");
  inspector.open(0, "0.0.0.0");
  return inspector.url() ? "GOT a listener" : 0;
}
