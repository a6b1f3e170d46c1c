import type { InterviewRow } from "../api";

const ENDED = {
  completed: "Completed",
  stopped: "Stopped by candidate",
  left: "Candidate left",
  absent: "Connection lost",
};

/** Where an interview stands, for the list. */
export function statusWords({ status, end_reason, broken_off }: InterviewRow): string {
  switch (status) {
    case "invited":
      return "Invited";
    case "joined":
      return "Link opened";
    case "live":
      return broken_off ? "Interviewer keeps breaking off" : "In the call";
    default:
      return end_reason ? ENDED[end_reason] : "Ended";
  }
}

/** Where its report stands. */
export function reportWords({ status, report_version, scoring }: InterviewRow): string {
  if (report_version !== null) return report_version > 1 ? `Ready (version ${report_version})` : "Ready";
  if (status !== "ended") return "–";
  return scoring ? scoring.charAt(0).toUpperCase() + scoring.slice(1) : "Being written";
}
