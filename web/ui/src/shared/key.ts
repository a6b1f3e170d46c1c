/** A name for one thing that is sent: sent again under it, it is not written twice. 32 hexadecimal characters. */
export function newKey(): string {
  // Not randomUUID: a page that came over plain http has none.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
