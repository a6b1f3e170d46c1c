import type { InterviewState } from "../api";
import { clock } from "../shared/time";
import { useTick } from "./useTick";

/** Where in the interview this is, and how long it has been. */
export function Progress({ state, now }: { state: InterviewState; now: () => number }) {
  useTick();
  const count = state.sections.length;
  const closing = state.stage === "closing" || state.stage === "ended";
  const index = closing ? count : state.section_index;
  const title = closing ? "Closing" : state.section_title || "Welcome";
  return (
    <header className="progress">
      <div>
        <h1>{state.title}</h1>
        <p className="where" aria-live="polite">
          {index >= 0 && !closing && (
            <span className="muted">
              Section {index + 1} of {count}
            </span>
          )}
          <strong>{title}</strong>
        </p>
      </div>
      <p className="elapsed">
        <span className="visually-hidden">Elapsed time </span>
        {clock(now())}
      </p>
      <ol className="steps" aria-hidden="true">
        {state.sections.map((section, i) => (
          <li key={section.id} className={i < index ? "done" : i === index ? "current" : ""} />
        ))}
      </ol>
    </header>
  );
}
