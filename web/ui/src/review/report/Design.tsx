import type { DesignReport } from "../../api";
import { Quote, Tag, type Play } from "./parts";

/** The seven parts, in words alone. */
export function Design({ report, ...play }: { report: DesignReport } & Play) {
  return (
    <>
      {report.parts.map((part) => (
        <article key={part.title} className="report-section">
          <h3>{part.title}</h3>
          <p>
            {part.status === "unscored" && <Tag status="unscored" />} {part.sentence}
          </p>
          <ul className="points">
            {part.findings.map((finding) => (
              <li key={finding.point}>
                {finding.status !== "shown" && <Tag status={finding.status} />} {finding.point}
                {finding.status === "not shown" && finding.evidence_id && (
                  <span className="muted"> Nearest words:</span>
                )}
                <Quote id={finding.evidence_id} {...play} />
              </li>
            ))}
          </ul>
        </article>
      ))}
    </>
  );
}
