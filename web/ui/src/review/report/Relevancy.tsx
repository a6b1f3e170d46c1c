import type { RelevancyReport, ReportRemark, ReportRequirement } from "../../api";
import { Answer, Points, Quote, STATUSES, Tag, type Play } from "./parts";
import { jobLines } from "./requirements";

const of100 = (score: number | null) => (score === null ? "unscored" : `${score}/100`);

/** Each question with its score, strengths, weaknesses, tips and justification. */
export function Relevancy({ report, ...play }: { report: RelevancyReport } & Play) {
  const { summary } = report;
  const { told, toSpeakTo } = jobLines(report);
  return (
    <>
      <article className="report-section">
        <h3>Average relevancy score: {of100(summary.average)}</h3>
        <p>
          Highest {of100(summary.highest)}, lowest {of100(summary.lowest)}, over {summary.scored} of {summary.questions}{" "}
          questions{summary.unscored > 0 && `; ${summary.unscored} unscored`}.
        </p>
        <p className="muted">{report.score_rule}</p>
        {told.length + toSpeakTo.length > 0 && (
          <details>
            <summary>The job description</summary>
            <Requirements rows={told} {...play} />
            {toSpeakTo.length > 0 && <p>If you have done any of this, say so:</p>}
            <Requirements rows={toSpeakTo} {...play} />
          </details>
        )}
      </article>
      {report.questions.map((question) => (
        <article key={`${question.section}-${question.id}`} className="report-section">
          <h3>
            {question.id}{" "}
            {question.score === null ? (
              <Tag status="unscored" />
            ) : (
              <span className="tag">
                {of100(question.score)}
                {question.uncertainty !== null && ` ± ${question.uncertainty}`}
              </span>
            )}
          </h3>
          <p className="asked">{question.question}</p>
          <Answer answered={question.answer !== ""} at={question.answer_ms} onPlay={play.onPlay} />
          <Remarks title="Strengths" rows={question.strengths} {...play} />
          <Remarks title="Weaknesses" rows={question.weaknesses} {...play} />
          {question.improvement_tips.length > 0 && (
            <>
              <h4>Improvement tips</h4>
              <ul>
                {question.improvement_tips.map((tip) => (
                  <li key={tip}>{tip}</li>
                ))}
              </ul>
            </>
          )}
          <h4>Justification</h4>
          <p>{question.justification}</p>
          {question.fit.length > 0 && <h4>Comes near the job description</h4>}
          <Requirements rows={question.fit} {...play} />
          <Points points={question.points} {...play} />
        </article>
      ))}
    </>
  );
}

function Requirements({ rows, ...play }: { rows: ReportRequirement[] } & Play) {
  if (rows.length === 0) return null;
  return (
    <ul className="points">
      {rows.map(({ requirement, status, evidence_id, reason }) => (
        <li key={requirement}>
          {status && <span className={`tag ${status}`}>{STATUSES[status]}</span>} {requirement}
          {reason && <span className="muted"> {reason}</span>}
          {(status === "absent" || status === "unscored") && evidence_id && (
            <span className="muted"> Nearest words:</span>
          )}
          <Quote id={evidence_id} {...play} />
        </li>
      ))}
    </ul>
  );
}

function Remarks({ title, rows, ...play }: { title: string; rows: ReportRemark[] } & Play) {
  if (rows.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className="points">
        {rows.map((row) => (
          <li key={row.text}>
            {row.text}
            {row.nearest && row.evidence_id && <span className="muted"> Nearest words:</span>}
            <Quote id={row.evidence_id} {...play} />
          </li>
        ))}
      </ul>
    </>
  );
}
