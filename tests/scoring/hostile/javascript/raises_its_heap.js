const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

function f() {
  need("v8").setFlagsFromString("--max-old-space-size=16000");
  const kept = [];
  for (let n = 0; n < 400; n++) kept.push(new Array(1e6).fill(n + 0.5));
  return "GOT three gigabytes";
}
