import type { Passage } from "../../api";
import { clock } from "../../shared/time";
import { Tag } from "./parts";

interface Props {
  passages: Passage[];
  /** Whether somebody listened again. */
  again: boolean;
  onPlay: (ms: number) => void;
}

/** What was not heard clearly in the call: both versions, and what stays unclear. */
export function Hearing({ passages, again, onPlay }: Props) {
  if (passages.length === 0) return null;
  const unclear = passages.filter((passage) => passage.shaky).length;
  return (
    <article className="report-section" aria-labelledby="hearing">
      <h3 id="hearing">Not heard clearly in the call</h3>
      <p className="muted">
        {again ? "Listened to again in the recording. " : "Nobody listened to it again. "}
        {unclear === 0
          ? "All of it is clear now, and judged by what was heard the second time."
          : `${unclear} of ${passages.length} stay${unclear === 1 ? "s" : ""} unclear: nothing is judged by ${unclear === 1 ? "it" : "them"}. Play ${unclear === 1 ? "it" : "them"} and hear for yourself.`}
      </p>
      <ul className="points">
        {passages.map((passage) => (
          <li key={`${passage.seq}-${passage.start_ms}`}>
            <button type="button" className="quote hearing" onClick={() => onPlay(passage.start_ms)}>
              <span>
                <time>{clock(passage.start_ms)}</time>
                <Tag status={passage.shaky ? "stays unclear" : "clear when listened to again"} />
              </span>
              <span>
                <span className="muted">In the call</span> <q>{passage.heard}</q>
              </span>
              {again && (
                <span>
                  <span className="muted">Again</span>{" "}
                  {passage.heard_again ? <q>{passage.heard_again}</q> : "no words could be made out"}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </article>
  );
}
