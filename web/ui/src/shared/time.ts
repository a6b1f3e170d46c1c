/** Times as people read them. */

const two = (n: number) => String(n).padStart(2, "0");

/** 65 000 → "1:05", 3 661 000 → "1:01:01"; below zero counts as zero. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/** "3 min" or, in the last two minutes, "1:40". */
export function remaining(ms: number): string {
  return ms > 120_000 ? `${Math.ceil(ms / 60_000)} min` : clock(ms);
}

/** "42 min", "under a minute". */
export function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return "under a minute";
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

/** An ISO time in the reader's own time zone: "22 Nov 2026, 15:30". */
export function date(iso: string): string {
  return day.format(new Date(iso));
}

/** The seconds of a deep link's `?t=`, in ms; null when there is none or it is no number. */
export function linkedTime(search: string): number | null {
  const given = new URLSearchParams(search).get("t");
  const seconds = given === null || given.trim() === "" ? Number.NaN : Number(given);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
