const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

function f() {
  try {
    need("v8").writeHeapSnapshot("/tmp/viva-hostile");
    return "GOT a file";
  } catch {}
  const written = process.report.writeReport("viva-hostile");
  return need("fs").existsSync(written) ? "GOT a file" : 0;
}
