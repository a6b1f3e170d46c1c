const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

function f() {
  const child = need("child_process");
  for (const command of ["/bin/sh", process.execPath, "/usr/lib/git-core/git"]) {
    const made = child.spawnSync(command, ["-v"]);
    if (!made.error) return "GOT a process";
  }
  child.fork(process.argv[1]);
  const made = child.spawn(process.execPath, ["-e", "for(;;);"], { detached: true, stdio: "ignore" });
  return made.pid ? "GOT a process" : 0;
}
