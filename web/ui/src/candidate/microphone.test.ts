import { expect, it } from "vitest";

import { meterLevel, rms, troubleOf, troubleSentence, type MicrophoneTrouble } from "./microphone";

it("measures the root mean square", () => {
  expect(rms(new Float32Array([0.5, -0.5, 0.5, -0.5]))).toBeCloseTo(0.5);
  expect(rms(new Float32Array())).toBe(0);
});

it("shows nothing at −60 dBFS and everything at −10", () => {
  expect([0, 0.001, 1].map(meterLevel)).toEqual([0, 0, 1]);
  expect(meterLevel(10 ** (-35 / 20))).toBeCloseTo(0.5);
});

it("tells the browser's refusals apart", () => {
  const named = (name: string) => Object.assign(new Error(), { name });
  expect(["NotAllowedError", "NotFoundError", "NotReadableError"].map((name) => troubleOf(named(name)))).toEqual([
    "denied",
    "missing",
    "busy",
  ]);
});

it("names a mend for every trouble, in one sentence", () => {
  const all: MicrophoneTrouble[] = ["denied", "missing", "busy", "insecure", "silent"];
  for (const trouble of all) expect(troubleSentence(trouble, "Headset")).toMatch(/^[^.]+: [^.]+\.$/);
});
