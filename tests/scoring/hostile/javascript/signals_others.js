function f(n, targets) {
  const got = [];
  for (const pid of [targets.other, targets.victim]) {
    for (const signal of ["SIGUSR1", "SIGSTOP", "SIGTERM", "SIGKILL"]) {
      try {
        process.kill(pid, signal);
        got.push(pid);
      } catch {}
    }
  }
  try {
    process.kill(1, "SIGKILL");
  } catch {}
  return got.length ? `GOT ${got}` : 0;
}
