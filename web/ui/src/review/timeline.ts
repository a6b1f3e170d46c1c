import type { TimelineLine } from "../api";

/** Index of the line heard at `ms`: the last that has started; −1 before the first. Lines come in order of start. */
export function lineAt(lines: readonly TimelineLine[], ms: number): number {
  return lines.findLastIndex((line) => line.start_ms <= ms);
}

export interface Stretch {
  section: string;
  start_ms: number;
  end_ms: number;
}

/** From when to when each section was talked about, in order of time. */
export function stretches(lines: readonly TimelineLine[], duration_ms: number): Stretch[] {
  const found: Stretch[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.section === line.section) continue;
    if (last) last.end_ms = line.start_ms;
    found.push({ section: line.section, start_ms: line.start_ms, end_ms: duration_ms });
  }
  return found;
}
