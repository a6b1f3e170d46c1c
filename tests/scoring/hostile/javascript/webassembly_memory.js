function f() {
  const kept = [];
  for (let n = 0; n < 40; n++) {
    const memory = new WebAssembly.Memory({ initial: 2048, maximum: 2048, shared: true });
    new Uint8Array(memory.buffer).fill(1);
    kept.push(memory);
  }
  return "GOT five gigabytes";
}
