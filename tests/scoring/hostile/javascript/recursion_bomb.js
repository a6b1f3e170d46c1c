const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

function f(n, targets) {
  need("v8").setFlagsFromString("--stack-size=1000000");
  return f(n, targets) + 1;
}
