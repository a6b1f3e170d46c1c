const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

function f(n, targets) {
  const tries = [{ port: targets.tcp, host: "127.0.0.1" }, { path: targets.unix }, { path: `\0${targets.abstract}` }];
  const tcp = tries.map(
    (to) =>
      new Promise((done) => {
        const made = need("net").connect(to, () => done("in"));
        made.on("error", () => done(""));
      }),
  );
  const udp = new Promise((done) => {
    try {
      const made = need("dgram").createSocket("udp4");
      made.on("error", () => done(""));
      made.send("hello", targets.udp, "127.0.0.1", (error) => done(error ? "" : "in"));
    } catch {
      done("");
    }
  });
  return Promise.all([...tcp, udp]).then((all) => (all.some(Boolean) ? "GOT out" : 0));
}
