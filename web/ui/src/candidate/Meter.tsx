/** A live level, 0 to 1. Screen readers hear only whether sound comes in, not every change. */
export function Meter({ level, label }: { level: number; label: string }) {
  const heard = level > 0.1;
  return (
    <div
      className="meter"
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={heard ? 1 : 0}
      aria-valuetext={heard ? "sound coming in" : "quiet"}
    >
      <div style={{ clipPath: `inset(0 ${100 * (1 - level)}% 0 0)` }} />
    </div>
  );
}
