import { expect, it } from "vitest";

import type { TimelineLine } from "../api";
import { lineAt, stretches } from "./timeline";

const line = (start_ms: number, section: string): TimelineLine => ({
  seq: start_ms,
  who: "candidate",
  kind: "spoken",
  section,
  text: "",
  start_ms,
  end_ms: start_ms + 500,
  intent: "",
  source: "",
});
const lines = [line(1000, ""), line(2000, "1"), line(5000, "1"), line(9000, "2")];

it("finds the line being heard", () => {
  expect([0, 1000, 4999, 5000, 60_000].map((ms) => lineAt(lines, ms))).toEqual([-1, 0, 1, 2, 3]);
});

it("finds from when to when each section goes", () => {
  expect(stretches(lines, 12_000)).toEqual([
    { section: "", start_ms: 1000, end_ms: 2000 },
    { section: "1", start_ms: 2000, end_ms: 9000 },
    { section: "2", start_ms: 9000, end_ms: 12_000 },
  ]);
});
