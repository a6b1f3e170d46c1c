const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

function f(n, targets) {
  const { existsSync } = need("fs");
  const paths = ["/etc/passwd", "/root", "/home", "/var", "/proc", "/sys", "/run", targets.folder, targets.tree];
  const got = paths.filter((path) => existsSync(path));
  if (Object.values(process.env).some((value) => value.includes([...targets.secret].reverse().join("")))) got.push("env");
  return got.length ? `GOT ${got}` : 0;
}
