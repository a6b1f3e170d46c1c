import {
  reportUrl,
  type Evidence,
  type InterviewDetail,
  type Report,
  type ReportAxis,
  type ReportSection,
} from "../api";
import { Notice } from "../shared/Notice";
import { clock, date } from "../shared/time";

const POINTS = { met: "stated", partly: "partly stated", absent: "not stated", unscored: "unscored" };

interface Props {
  interview: InterviewDetail;
  report: Report | null;
  /** Why there is none. */
  missing: string;
  onPlay: (ms: number) => void;
}

/** The report, section by section; every judgement with the words it rests on. */
export function ReportView({ interview, report, missing, onPlay }: Props) {
  return (
    <section className="card report" aria-labelledby="report">
      <div className="title-row">
        <h2 id="report">Report</h2>
        {report && (
          <p className="downloads">
            Download{" "}
            {(["html", "text", "json"] as const).map((form) => (
              <a
                key={form}
                href={reportUrl(interview.id, form)}
                download={`report-${interview.id}.${form === "text" ? "txt" : form}`}
              >
                {form === "html" ? "HTML" : form === "json" ? "JSON" : "text"}
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
          {report.sections.map((section) => (
            <Section key={section.id} section={section} evidence={report.evidence} onPlay={onPlay} />
          ))}
        </>
      )}
    </section>
  );
}

interface SectionProps {
  section: ReportSection;
  evidence: Record<string, Evidence>;
  onPlay: (ms: number) => void;
}

function Section({ section, evidence, onPlay }: SectionProps) {
  return (
    <article className="report-section">
      <h3>{section.title}</h3>
      <p className="asked">{section.question}</p>
      {section.answer_ms && section.answered && (
        <button
          type="button"
          className="button small"
          onClick={() => section.answer_ms && onPlay(section.answer_ms[0])}
        >
          Play the answer from {clock(section.answer_ms[0])}
        </button>
      )}
      {!section.answered && <p className="hint">This question was not answered.</p>}
      {section.axes.map((axis) => (
        <Axis key={axis.id} axis={axis} evidence={evidence} onPlay={onPlay} />
      ))}
    </article>
  );
}

function Axis({ axis, evidence, onPlay }: { axis: ReportAxis } & Omit<SectionProps, "section">) {
  const judgement = axis.status === "scored" && axis.judgement ? axis.judgement : "unscored";
  return (
    <div className="axis">
      <h4>
        {axis.name} <span className={`tag ${judgement}`}>{judgement}</span>
      </h4>
      <p>{axis.reason}</p>
      {axis.evidence.map((id) => {
        const quote = evidence[id];
        return quote && <Quote key={id} quote={quote} onPlay={onPlay} />;
      })}
      {axis.points.length > 0 && (
        <details>
          <summary>
            {axis.points.length === 1 ? "The point looked for" : `The ${axis.points.length} points looked for`}
          </summary>
          <ul className="points">
            {axis.points.map((point) => {
              const quote = point.evidence_id === null ? undefined : evidence[point.evidence_id];
              return (
                <li key={point.indicator} className={point.status}>
                  <span className={`tag ${point.status}`}>{POINTS[point.status]}</span> {point.point}
                  {quote && !axis.evidence.includes(point.evidence_id ?? "") && <Quote quote={quote} onPlay={onPlay} />}
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </div>
  );
}

function Quote({ quote, onPlay }: { quote: Evidence; onPlay: (ms: number) => void }) {
  return (
    <button type="button" className="quote" onClick={() => onPlay(quote.start_ms)}>
      <time>{clock(quote.start_ms)}</time>
      <q>{quote.text}</q>
    </button>
  );
}
