import { expect, it } from "vitest";

import { savesLate } from "./interviewer";

it("hears of a slow journal from the interviewer", () => {
  expect(savesLate({ "viva.state": '{"stage": "listening", "trouble": "saving"}' })).toBe(true);
});

it("takes no trouble, no word and a broken word for no trouble", () => {
  expect(savesLate({ "viva.state": '{"stage": "listening", "trouble": ""}' })).toBe(false);
  expect(savesLate({})).toBe(false);
  expect(savesLate({ "viva.state": "{" })).toBe(false);
});
