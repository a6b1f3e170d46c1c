const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

function f() {
  const got = [];
  for (const name of ["spawn_sync", "process_wrap", "tcp_wrap", "udp_wrap", "pipe_wrap"]) {
    try {
      const binding = process.binding(name);
      if (binding.spawn) {
        const made = binding.spawn({ file: process.execPath, args: ["node", "-v"], envPairs: [], stdio: [] });
        if (made.pid) got.push(name);
      }
    } catch {}
  }
  return got.length ? `GOT ${got}` : 0;
}
