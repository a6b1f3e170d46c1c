function f() {
  for (;;);
}
