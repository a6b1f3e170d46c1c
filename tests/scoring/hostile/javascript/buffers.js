function f() {
  const kept = [];
  for (let n = 0; n < 40; n++) kept.push(Buffer.alloc(1 << 26, 1), new SharedArrayBuffer(1 << 26));
  return "GOT five gigabytes";
}
