function f() {
  const made = JSON.parse('{"__proto__": {"value": 9}, "constructor": {"prototype": {"value": 9}}}');
  Object.assign(Object.prototype, { value: 9, error: "", missing: false, toJSON: undefined });
  return made;
}
