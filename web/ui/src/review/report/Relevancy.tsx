import type { RelevancyReport, ReportRemark } from "../../api";
import { Answer, POINTS, Points, Quote, Tag, type Play } from "./parts";

const of100 = (score: number | null) => (score === null ? "unscored" : `${score}/100`);

/** Each question with its score, strengths, weaknesses, tips and justification. */
export function Relevancy({ report, ...play }: { report: RelevancyReport } & Play) {
  const { summary } = report;
  return (
    <>
      <article className="report-section">
        <h3>Average relevancy score: {of100(summary.average)}</h3>
        <p>
          Highest {of100(summary.highest)}, lowest {of100(summary.lowest)}, over {summary.scored} of {summary.questions}{" "}
          questions{summary.unscored > 0 && `; ${summary.unscored} unscored`}.
        </p>
        <p className="muted">{report.score_rule}</p>
        {summary.not_spoken_to.length > 0 && (
          <details>
            <summary>Of the job description, no answer came near this</summary>
            <ul>
              {summary.not_spoken_to.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            {(summary.improvement_tips ?? []).length > 0 && <h4>Improvement tips</h4>}
            <ul>
              {summary.improvement_tips?.map((tip) => (
                <li key={tip}>{tip}</li>
              ))}
            </ul>
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
          {question.fit.map((fit) => (
            <div key={fit.requirement}>
              <p className="muted">
                {fit.status && <span className={`tag ${fit.status}`}>{POINTS[fit.status]}</span>} The job description:{" "}
                {fit.requirement}
              </p>
              <Quote id={fit.evidence_id} {...play} />
            </div>
          ))}
          <Points points={question.points} {...play} />
        </article>
      ))}
    </>
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
