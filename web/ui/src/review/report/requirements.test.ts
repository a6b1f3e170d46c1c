import { describe, expect, it } from "vitest";

import type { RelevancyReport, ReportPoint } from "../../api";
import { jobLines } from "./requirements";

const row = (requirement: string, status: ReportPoint["status"], evidence_id: string | null) => ({
  requirement,
  status,
  evidence_id,
  reason: "",
});
const summary = (...not_spoken_to: string[]) => ({ not_spoken_to }) as RelevancyReport["summary"];

describe("jobLines", () => {
  it("gives each requirement once: what can be told, and what to speak to", () => {
    const [stated, missing, far, never] = [
      row("Deploy models", "met", "e1"),
      row("Train tree models", "absent", "e2"),
      row("Maintain hardware", "unscored", null),
      row("Fluent English", "unscored", null),
    ];
    expect(jobLines({ requirements: [stated, missing, far, never], summary: summary("Maintain hardware") })).toEqual({
      told: [stated, never],
      toSpeakTo: [missing, far],
    });
  });

  it("takes from an old report what no answer came near", () => {
    expect(jobLines({ summary: summary("Maintain hardware") })).toEqual({
      told: [],
      toSpeakTo: [{ requirement: "Maintain hardware", evidence_id: null }],
    });
  });
});
