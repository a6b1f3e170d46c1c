const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

function f() {
  try {
    need("os").setPriority(0, -20);
    return "GOT priority";
  } catch {}
  return 0;
}
