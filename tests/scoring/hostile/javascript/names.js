const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

async function f(n, targets) {
  try {
    return `GOT ${JSON.stringify(await need("dns").promises.lookup("example.org"))}`;
  } catch {}
  try {
    return `GOT ${await (await fetch(`http://127.0.0.1:${targets.tcp}/`)).text()}`;
  } catch {}
  return 0;
}
