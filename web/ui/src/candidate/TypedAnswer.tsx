import { useState, type SubmitEvent, type KeyboardEvent } from "react";

import { api, sentence } from "../api";

const MAX = 4000;
const KEY = "viva-typed-";

/** What was typed and not sent before the page was loaded anew; until the tab is closed, and in no other. */
function kept(interview: string): string {
  try {
    return sessionStorage.getItem(KEY + interview) ?? "";
  } catch {
    return ""; // This browser keeps nothing for this page.
  }
}

function keep(interview: string, text: string) {
  try {
    if (text) sessionStorage.setItem(KEY + interview, text);
    else sessionStorage.removeItem(KEY + interview);
  } catch {
    // Then a reload loses it, as anywhere.
  }
}

/** An answer in writing; it counts like speech. The text stays until the server has it. */
export function TypedAnswer({ interview, onSent }: { interview: string; onSent: () => void }) {
  const [text, setText] = useState(() => kept(interview));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const write = (now: string) => {
    setText(now);
    keep(interview, now);
  };
  const send = async () => {
    const answer = text.trim();
    if (!answer || busy) return;
    setBusy(true);
    setProblem("");
    try {
      await api.say(interview, answer);
      write("");
      onSent();
    } catch (error) {
      setProblem(sentence(error));
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  return (
    <form className="typed" onSubmit={onSubmit}>
      <label htmlFor="typed">Your answer in writing</label>
      <div className="row">
        <textarea
          id="typed"
          rows={2}
          maxLength={MAX}
          value={text}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
          aria-describedby="typed-hint"
        />
        <button type="submit" className="button primary" disabled={busy || !text.trim()}>
          {busy ? "Sending…" : "Send"}
        </button>
      </div>
      <p id="typed-hint" className={problem ? "field-error" : "hint"} role={problem ? "alert" : undefined}>
        {problem || "Enter sends, Shift+Enter begins a new line."}
      </p>
    </form>
  );
}
