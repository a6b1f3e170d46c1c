import { expect, test } from "vitest";

import { arranged, badNote, NOTHING_TYPED } from "./arrangement";

test("nothing typed agrees nothing", () => {
  expect(arranged(NOTHING_TYPED, ["level"])).toEqual({
    role: "",
    job_description: "",
    facts: {},
    notes: [],
    extra_time: 1,
  });
});

test("a note's answer may hold colons, and its words are separated by commas", () => {
  const typed = { ...NOTHING_TYPED, notes: "team size, how big: We are twelve: six of us in Oslo.\n\n" };
  expect(arranged(typed, []).notes).toEqual([
    { about: ["team size", "how big"], say: "We are twelve: six of us in Oslo." },
  ]);
});

test("a fact chosen for another interview is left out", () => {
  const typed = { ...NOTHING_TYPED, facts: { level: "staff", domain: "" } };
  expect(arranged(typed, ["level", "domain"]).facts).toEqual({ level: "staff" });
  expect(arranged(typed, ["path"]).facts).toEqual({});
});

test("a line without words or without an answer is named", () => {
  expect(badNote("remote: Two days a week.\n")).toBeNull();
  expect(badNote("remote: Yes.\nWe are twelve.")).toBe("We are twelve.");
  expect(badNote("remote:")).toBe("remote:");
});
