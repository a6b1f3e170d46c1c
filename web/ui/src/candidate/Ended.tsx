import { useEffect, useRef } from "react";

import type { EndReason, InterviewState } from "../api";
import { Logo } from "../shared/Logo";
import { forget } from "./unsent";

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
  useEffect(() => {
    // The answer is in the journal; nothing of it needs to stay in this browser.
    void forget(state.interview_id);
  }, [state.interview_id]);
  return (
    <main className="narrow">
      <Logo />
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className="lead">
        {state.candidate ? `Thank you, ${state.candidate}. ` : "Thank you. "}
        {text}
      </p>
      <h2>What happens next</h2>
      <ul>
        <li>The hiring team listens to the recording and reads the transcript, your code and a report on them.</li>
        <li>They get in touch with you themselves; no result is shown here.</li>
        <li>Your microphone is off. You may close this tab.</li>
      </ul>
    </main>
  );
}
