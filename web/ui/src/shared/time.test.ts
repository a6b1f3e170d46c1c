import { expect, it } from "vitest";

import { clock, duration, linkedTime, remaining } from "./time";

it("writes clocks", () => {
  expect([-5, 0, 65_000, 3_661_000].map(clock)).toEqual(["0:00", "0:00", "1:05", "1:01:01"]);
});

it("counts down in minutes, and in seconds at the end", () => {
  expect([720_000, 121_000, 100_000, -1].map(remaining)).toEqual(["12 min", "3 min", "1:40", "0:00"]);
});

it("writes lengths", () => {
  expect([20_000, 42 * 60_000, 65 * 60_000].map(duration)).toEqual(["under a minute", "42 min", "1 h 05 min"]);
});

it("reads the second of a deep link, and nothing else", () => {
  expect(["?t=61.5", "?t=0", "", "?t=", "?t=-3", "?t=soon"].map(linkedTime)).toEqual([
    61_500,
    0,
    null,
    null,
    null,
    null,
  ]);
});
