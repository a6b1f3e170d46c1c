function f() {
  return {
    get value() {
      for (;;);
    },
  };
}
