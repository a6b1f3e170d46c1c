import type { ReportHead } from "../../api";
import { date } from "../../shared/time";

const named = (parts: Record<string, string | null>) =>
  Object.entries(parts)
    .map(([part, name]) => `${part}: ${name ?? "none"}`)
    .join("; ");

/** The beginning of each hash: enough to tell two apart. */
const hashes = (prompts: Record<string, string>) =>
  Object.entries(prompts)
    .map(([name, sha256]) => `${name} ${sha256.slice(0, 12)}`)
    .join("; ");

const by = (viva: string | undefined) => (viva ? `, Viva ${viva}` : "");

/** How the report came about, folded away: whoever doubts it can tell it from another. */
export function About({ report }: { report: ReportHead & { form: string } }) {
  const { spec, persona, held } = report;
  const version = report.version ? `, version ${report.version}` : "";
  const rows = [
    ["Report", `${report.form}${version}, ${date(report.created_at)}${by(report.viva)}`],
    ["Interview", `${spec.name} ${spec.version}, held by ${persona.name} ${persona.version}${by(held.viva)}`],
    ["Held with", named(held.models ?? {})],
    ["Live prompts", hashes(held.prompts ?? {})],
    ["Judged by", named(report.models)],
    ["Prompts", hashes(report.prompts)],
    ["Calibration", report.calibration ?? "none"],
  ];
  return (
    <article className="report-section">
      <details>
        <summary>About this report</summary>
        <dl className="provenance">
          {rows
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      </details>
    </article>
  );
}
