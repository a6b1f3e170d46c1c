import { expect, it } from "vitest";

import type { Wait } from "../api";
import { bars, levels } from "./bars";

const wait = (latency_ms: number, question_ms = latency_ms): Wait => ({
  turn: 1,
  at_ms: 0,
  section: "1",
  kind: "follow_up",
  source: "model",
  written_ahead: false,
  latency_ms,
  question_ms,
  final_text_ms: null,
  turn_end_ms: null,
  question_ready_ms: null,
});

it("draws lines up to the longest wait, at most five above zero", () => {
  expect(levels([wait(900)])).toEqual([0, 250, 500, 750, 1000]);
  expect(levels([wait(900), wait(1200, 5200)])).toEqual([0, 2000, 4000, 6000]);
  expect(levels([wait(400_000)])).toHaveLength(6);
  expect(levels([wait(0)])).toEqual([0, 100]);
});

it("keeps every bar inside the chart and apart from the next", () => {
  for (const count of [1, 2, 12, 80]) {
    const drawn = bars(
      Array.from({ length: count }, (_, n) => wait(100 * n, 100 * n + 50)),
      10,
    );
    let free = 10;
    drawn.forEach((bar) => {
      expect(bar.x).toBeGreaterThanOrEqual(free);
      free = bar.x + bar.width;
      expect(bar.x + bar.width).toBeLessThanOrEqual(100);
      expect(bar.first).toBeLessThanOrEqual(bar.question);
      expect(bar.question).toBeLessThanOrEqual(1);
    });
  }
});
