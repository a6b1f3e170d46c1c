import type { Wait } from "../api";

const STEPS_MS = [100, 250, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000];
const MOST_LINES = 5;

/** The values of the horizontal lines from 0 up to the longest wait or just above it, ms. */
export function levels(waits: readonly Wait[]): number[] {
  const longest = Math.max(0, ...waits.map((wait) => wait.question_ms));
  const step = STEPS_MS.find((each) => longest <= each * MOST_LINES) ?? Math.ceil(longest / MOST_LINES);
  return Array.from({ length: Math.max(1, Math.ceil(longest / step)) + 1 }, (_, place) => place * step);
}

export interface Bar {
  wait: Wait;
  /** Left edge and width, in percent of the chart. */
  x: number;
  width: number;
  /** Heights, 0 to 1 of the highest line. */
  first: number;
  question: number;
}

/** One bar a reply, side by side from `left` percent to the right edge, with a gap of a third of a bar between them. */
export function bars(waits: readonly Wait[], left: number): Bar[] {
  const top = levels(waits).at(-1) ?? 1;
  const place = (100 - left) / waits.length;
  // A single reply is a bar, not a wall.
  const width = Math.min(0.75 * place, 6);
  return waits.map((wait, index) => ({
    wait,
    x: left + index * place + (place - width) / 2,
    width,
    first: wait.latency_ms / top,
    question: wait.question_ms / top,
  }));
}

/** 1440 → "1.44 s", never broken into two lines. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)}\u00a0s`;
}
