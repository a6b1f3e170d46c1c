import type { ConversationReport, ReportIndicator } from "../../api";
import { Answer, Flags, Grades, Points, Quotes, Tag, type Play } from "./parts";

/** Strong indicators and red flags, phase by phase. */
export function Conversation({ report, ...play }: { report: ConversationReport } & Play) {
  return (
    <>
      <Overview title="Strong indicators" rows={report.overview} />
      <Overview title="Other points looked for" rows={report.others ?? []} />
      {report.phases.map((phase) => (
        <article key={phase.id} className="report-section">
          <h3>{phase.title}</h3>
          {phase.questions.map((question) => (
            <p key={question} className="asked">
              {question}
            </p>
          ))}
          <Answer answered={phase.answered} at={phase.answer_ms} onPlay={play.onPlay} />
          {phase.indicators.map((indicator) => (
            <div key={indicator.id} className="axis">
              <h4>
                {indicator.name} <Tag status={indicator.status} />
              </h4>
              <p>{indicator.reason}</p>
              <Quotes ids={indicator.evidence} points={indicator.points} {...play} />
              <Points points={indicator.points} quoted={indicator.evidence} {...play} />
            </div>
          ))}
          <Flags flags={phase.red_flags} {...play} />
        </article>
      ))}
      <Grades grades={report.grades} />
    </>
  );
}

function Overview({ title, rows }: { title: string; rows: ReportIndicator[] }) {
  return (
    rows.length > 0 && (
      <article className="report-section">
        <h3>{title}</h3>
        <ul className="points">
          {rows.map((row) => (
            <li key={row.name}>
              <Tag status={row.status} /> {row.name} <span className="muted">· {row.phases.join(", ")}</span>
            </li>
          ))}
        </ul>
      </article>
    )
  );
}
