import type { RelevancyReport, ReportRequirement } from "../../api";

/** The job description's requirements: those of which something can be said, and those to speak to, because no answer
 * comes near them or none states them. Old reports have only some of the latter. */
export function jobLines(report: Pick<RelevancyReport, "requirements" | "summary">): {
  told: ReportRequirement[];
  toSpeakTo: ReportRequirement[];
} {
  const missed = report.summary.not_spoken_to;
  const rows = report.requirements ?? missed.map((requirement) => ({ requirement, evidence_id: null }));
  const open = (row: ReportRequirement) => row.status === "absent" || missed.includes(row.requirement);
  return { told: rows.filter((row) => !open(row)), toSpeakTo: rows.filter(open) };
}
