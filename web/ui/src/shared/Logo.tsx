/** The name, with its mark. */
export function Logo() {
  return (
    <p className="logo">
      <img src="/icon.svg" alt="" width="28" height="28" />
      Viva
    </p>
  );
}
