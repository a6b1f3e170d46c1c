import { reportUrl, type InterviewDetail, type Report } from "../api";
import { Notice } from "../shared/Notice";
import { date } from "../shared/time";
import { About } from "./report/About";
import { Conversation } from "./report/Conversation";
import { Design } from "./report/Design";
import { Hearing } from "./report/Hearing";
import type { Play } from "./report/parts";
import { Relevancy } from "./report/Relevancy";
import { Rigorous } from "./report/Rigorous";
import { Sections } from "./report/Sections";

const SHAPES = { pdf: "PDF", html: "HTML", text: "text", json: "JSON" } as const;

interface Props {
  interview: InterviewDetail;
  report: Report | null;
  /** Why there is none. */
  missing: string;
  onPlay: (ms: number) => void;
}

/** The report; every judgement with the words it rests on. */
export function ReportView({ interview, report, missing, onPlay }: Props) {
  return (
    <section className="card report" aria-labelledby="report">
      <div className="title-row">
        <h2 id="report">Report</h2>
        {report && (
          <p className="downloads">
            Download{" "}
            {(["pdf", "html", "text", "json"] as const).map((shape) => (
              <a
                key={shape}
                href={reportUrl(interview.id, shape)}
                download={`report-${interview.id}.${shape === "text" ? "txt" : shape}`}
              >
                {SHAPES[shape]}
              </a>
            ))}
          </p>
        )}
      </div>
      {!report && <p className="hint">{missing || "Loading the report…"}</p>}
      {report && (
        <>
          <p className="muted">
            {report.version ? `Version ${report.version}, ` : ""}
            {date(report.created_at)}
          </p>
          {report.notes.map((note) => (
            <Notice key={note} tone="warn">
              {note}
            </Notice>
          ))}
          <Body report={report} evidence={report.evidence} onPlay={onPlay} />
          <Hearing passages={report.hearing ?? []} again={Boolean(report.models.hearing)} onPlay={onPlay} />
          <About report={report} />
        </>
      )}
    </section>
  );
}

/** The report in its own form. */
function Body({ report, ...play }: { report: Report } & Play) {
  switch (report.form) {
    case "sections":
      return <Sections report={report} {...play} />;
    case "rigorous":
      return <Rigorous report={report} {...play} />;
    case "conversation":
      return <Conversation report={report} {...play} />;
    case "design":
      return <Design report={report} {...play} />;
    case "relevancy":
      return <Relevancy report={report} {...play} />;
  }
}
