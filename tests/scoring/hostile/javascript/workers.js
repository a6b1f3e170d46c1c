const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

function f() {
  const { Worker } = need("worker_threads");
  let made = 0;
  try {
    for (; made < 2000; made++) new Worker("for(;;);", { eval: true, resourceLimits: { maxOldGenerationSizeMb: 1 } });
  } catch {}
  return made < 2000 ? made : "GOT two thousand workers";
}
