const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

function f() {
  const fs = need("fs");
  try {
    fs.writeSync(0, Buffer.from("7f454c46", "hex"), 0, 4, 0);
    return "GOT its own input";
  } catch {}
  for (const path of ["/proc/self/fd/0", "/dev/fd/0", "/dev/stdin", "/dev/fd/2"]) {
    if (fs.existsSync(path)) return `GOT ${path}`;
    try {
      process.dlopen({ exports: {} }, path);
      return "GOT native code";
    } catch {}
  }
  return 0;
}
