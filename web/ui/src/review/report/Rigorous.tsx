import type { ReportStatement, RigorousReport } from "../../api";
import { Flags, Grades, Points, Quote, Tag, type Play } from "./parts";

/** Six scores, a recommendation and the rule that made it; for the hiring team alone. */
export function Rigorous({ report, ...play }: { report: RigorousReport } & Play) {
  const production = report.production_experience;
  return (
    <>
      <article className="report-section">
        <h3>Recommendation: {report.recommendation ?? "unscored"}</h3>
        <p>
          {report.recommendation_reason} Held for the level {report.level}.
        </p>
        <p className="muted">{report.recommendation_rule} For the hiring team alone.</p>
      </article>
      <article className="report-section">
        <h3>Scores</h3>
        <p className="muted">{report.score_rule}</p>
        {report.scores.map((score) => (
          <div key={score.id} className="axis">
            <h4>
              {score.name}{" "}
              {score.score === null ? <Tag status="unscored" /> : <span className="tag">{score.score} of 5</span>}
            </h4>
            <p>{score.reason}</p>
            <Points points={score.points} {...play} />
          </div>
        ))}
      </article>
      <Statements title="Strengths" rows={report.strengths} note={report.strengths_note} {...play} />
      <Statements title="Gaps" rows={report.gaps} note={report.gaps_note} {...play} />
      <article className="report-section">
        <h3>
          Production experience <Tag status={production.status} />
        </h3>
        <p>{production.sentence}</p>
        <Flags flags={production.red_flags ?? []} {...play} />
        <Points points={production.points} {...play} />
      </article>
      {report.red_flags.length > 0 && (
        <article className="report-section">
          <h3>Red flags</h3>
          <Flags flags={report.red_flags} {...play} />
        </article>
      )}
      <Grades grades={report.grades} />
    </>
  );
}

function Statements({ title, rows, note, ...play }: { title: string; rows: ReportStatement[]; note: string } & Play) {
  return (
    <article className="report-section">
      <h3>{title}</h3>
      {note && <p className="hint">{note}</p>}
      <ul className="points">
        {rows.map((row) => (
          <li key={row.text}>
            <strong>{row.score}.</strong> {row.text}
            <Quote id={row.evidence_id} {...play} />
          </li>
        ))}
      </ul>
    </article>
  );
}
