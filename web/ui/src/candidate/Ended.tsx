import { useEffect, useRef, useState } from "react";

import type { EndReason, InterviewState } from "../api";
import { Logo } from "../shared/Logo";
import { forgetTyped } from "./TypedAnswer";
import { forget, unsent, type Draft } from "./unsent";

const WORDS: Record<EndReason, { title: string; text: string }> = {
  completed: {
    title: "That was the interview",
    text: "All sections are done and everything you said and wrote is saved.",
  },
  stopped: { title: "The interview has ended", text: "You asked to stop here. Everything up to this point is saved." },
  left: {
    title: "You left the interview",
    text: "Everything up to this point is saved. The interview can't be reopened.",
  },
  absent: {
    title: "The interview has ended",
    text: "The connection was away for too long. Everything up to then is saved; if you wish to go on, ask the person who invited you for a new link.",
  },
};

/** The goodbye: what happened, what happens next. */
export function Ended({ state }: { state: InterviewState }) {
  const { title, text } = WORDS[state.end_reason ?? "completed"];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What had the focus is gone with the call; from here a screen reader reads on.
    heading.current?.focus();
  }, []);
  const [lost, setLost] = useState<Draft[]>([]);
  useEffect(() => {
    const id = state.interview_id;
    forgetTyped(id);
    // What the server has need not stay in this browser. What it never got stands nowhere else.
    void unsent(id).then((drafts) => (!state.editor?.submitted && drafts.length > 0 ? setLost(drafts) : forget(id)));
  }, [state.interview_id, state.editor?.submitted]);
  return (
    <main className="narrow">
      <Logo />
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="lead">
        {state.candidate ? `Thank you, ${state.candidate}. ` : "Thank you. "}
        {lost.length > 0 ? "What reached us is saved." : text}
      </p>
      {lost.map((draft) => (
        <section key={draft.language} aria-labelledby={`lost-${draft.language}`}>
          <h2 id={`lost-${draft.language}`}>This code did not reach us before the end</h2>
          <p>Copy it now and send it to whoever invited you; it is kept in this browser alone.</p>
          <textarea className="lost" readOnly rows={10} aria-label="Your code" value={draft.source} />
        </section>
      ))}
      <h2>What happens next</h2>
      <ul>
        <li>The hiring team listens to the recording and reads the transcript, your code and a report on them.</li>
        <li>They get in touch with you themselves; no result is shown here.</li>
        <li>Your microphone is off. You may close this tab.</li>
      </ul>
    </main>
  );
}
