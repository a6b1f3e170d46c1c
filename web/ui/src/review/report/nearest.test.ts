import { describe, expect, it } from "vitest";

import type { ReportPoint } from "../../api";
import { parted } from "./nearest";

const point = (status: ReportPoint["status"], evidence_id: string | null): ReportPoint => ({
  indicator: "one",
  point: "A point.",
  status,
  probability: null,
  evidence_id,
});

describe("parted", () => {
  it("tells words that state a point from those nearest to one that nobody stated", () => {
    const points = [point("met", "a"), point("absent", "b"), point("absent", "a"), point("unscored", "c")];
    expect(parted(["b", "a", "c"], points)).toEqual({ stating: ["a"], nearest: ["b", "c"] });
  });

  it("takes what no point cites, as submitted code, for what it is", () => {
    expect(parted(["code"], [point("absent", null)])).toEqual({ stating: ["code"], nearest: [] });
  });
});
