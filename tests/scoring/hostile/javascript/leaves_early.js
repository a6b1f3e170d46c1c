function f() {
  process.on("exit", () => process.reallyExit(0));
  process.exit(0);
}
