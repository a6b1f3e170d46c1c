function f() {
  return "9".repeat(1 << 28);
}
