import type { ReportPoint } from "../../api";

/** Of the words cited, those that state a point or are cited for themselves, and those that only came nearest to one. */
export function parted(ids: string[], points: readonly ReportPoint[]): { stating: string[]; nearest: string[] } {
  const cites = (id: string) => points.filter((point) => point.evidence_id === id);
  const only = (id: string) =>
    cites(id).length > 0 && cites(id).every((point) => point.status === "absent" || point.status === "unscored");
  return { stating: ids.filter((id) => !only(id)), nearest: ids.filter(only) };
}
