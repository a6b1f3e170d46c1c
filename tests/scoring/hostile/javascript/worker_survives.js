const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

function f() {
  const { Worker } = need("worker_threads");
  new Worker("process.on('SIGTERM', () => {}); for(;;);", { eval: true });
  process.exit(0);
}
