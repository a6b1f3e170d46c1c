import type { Evidence, ReportGrade, ReportPoint } from "../../api";
import { clock } from "../../shared/time";
import { parted } from "./nearest";

export interface Play {
  evidence: Record<string, Evidence>;
  onPlay: (ms: number) => void;
}

/** What became of a point or a requirement, as `scoring/shown.py` says it too. */
export const STATUSES = { met: "stated", partly: "partly stated", absent: "not stated", unscored: "unscored" };
const TONES: Record<string, string> = {
  found: "strong",
  shown: "strong",
  "in part": "adequate",
  "red flag": "failed",
  denied: "weak",
  "not heard clearly": "weak",
  "stays unclear": "weak",
  "clear when listened to again": "strong",
};

/** A judgement in a word, in the colour of its kind. */
export function Tag({ status }: { status: string }) {
  return <span className={`tag ${TONES[status] ?? status.replace(" ", "-")}`}>{status}</span>;
}

/** The words a judgement rests on; plays from their second. */
export function Quote({ id, evidence, onPlay }: { id: string | null } & Play) {
  const quote = id === null ? undefined : evidence[id];
  return (
    quote && (
      <button type="button" className="quote" onClick={() => onPlay(quote.start_ms)}>
        <time>{clock(quote.start_ms)}</time>
        <q>{quote.text}</q>
        {quote.shaky && <Tag status="not heard clearly" />}
      </button>
    )
  );
}

/** The words a judgement rests on; those that came nearest to what was not stated are named so. */
export function Quotes({ ids, points, ...play }: { ids: string[]; points: ReportPoint[] } & Play) {
  const { stating, nearest } = parted(ids, points);
  return (
    <>
      {stating.map((id) => (
        <Quote key={id} id={id} {...play} />
      ))}
      {nearest.length > 0 && <p className="muted">Nearest words to what was not stated:</p>}
      {nearest.map((id) => (
        <Quote key={id} id={id} {...play} />
      ))}
    </>
  );
}

/** The points that were looked for, folded away; those quoted already are not quoted again. */
export function Points({ points, quoted = [], ...play }: { points: ReportPoint[]; quoted?: string[] } & Play) {
  if (points.length === 0) return null;
  return (
    <details>
      <summary>{points.length === 1 ? "The point looked for" : `The ${points.length} points looked for`}</summary>
      <ul className="points">
        {points.map((point) => (
          <li key={`${point.indicator}-${point.point}`} className={point.status}>
            <span className={`tag ${point.status}`}>{STATUSES[point.status]}</span> {point.point}
            {(point.status === "absent" || point.status === "unscored") &&
              point.evidence_id &&
              !quoted.includes(point.evidence_id) && <span className="muted"> Nearest words:</span>}
            {!quoted.includes(point.evidence_id ?? "") && <Quote id={point.evidence_id} {...play} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Red flags that were raised. */
export function Flags({ flags, ...play }: { flags: ReportPoint[] } & Play) {
  if (flags.length === 0) return null;
  return (
    <ul className="points">
      {flags.map((flag) => (
        <li key={`${flag.indicator}-${flag.point}`}>
          <Tag status="red flag" /> {flag.point}
          <Quote id={flag.evidence_id} {...play} />
        </li>
      ))}
    </ul>
  );
}

/** Plays an answer from its beginning; says so where there is none. */
export function Answer({
  answered,
  at,
  onPlay,
}: {
  answered: boolean;
  at: [number, number | null] | null;
  onPlay: (ms: number) => void;
}) {
  if (!answered || !at) return <p className="hint">This question was not answered.</p>;
  return (
    <button type="button" className="button small" onClick={() => onPlay(at[0])}>
      Play the answer from {clock(at[0])}
    </button>
  );
}

/** A spread rounded up to the digit that a grade is shown with, and never to nothing. */
function atLeastATenth(uncertainty: number): string {
  return (Math.max(1, Math.ceil(10 * uncertainty)) / 10).toFixed(1);
}

/** The questions' grades. */
export function Grades({ grades }: { grades: ReportGrade[] | undefined }) {
  if (!grades?.length) return null;
  // Most came about in the same way: said once, it is not in the way of the questions.
  const reasons = grades.map((grade) => grade.reason);
  const usual = reasons.find((reason, n) => reasons.indexOf(reason) !== n) ?? "";
  return (
    <article className="report-section">
      <h3>Grades of the questions</h3>
      {usual && <p className="muted">{usual}</p>}
      <ul className="points">
        {grades.map((grade) => (
          <li key={`${grade.section}-${grade.question}`}>
            <strong>
              {grade.value === null ? "Unscored" : `${grade.value.toFixed(1)} of 5`}
              {grade.uncertainty !== null && ` ± ${atLeastATenth(grade.uncertainty)}`}
            </strong>{" "}
            {grade.prompt} {grade.reason !== usual && <span className="muted">{grade.reason}</span>}
          </li>
        ))}
      </ul>
    </article>
  );
}
