import { useState, type SubmitEvent, type KeyboardEvent } from "react";

import { api, sentence } from "../api";

const MAX = 4000;

/** An answer in writing; it counts like speech. The text stays until the server has it. */
export function TypedAnswer({ interview, onSent }: { interview: string; onSent: () => void }) {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const send = async () => {
    const answer = text.trim();
    if (!answer || busy) return;
    setBusy(true);
    setProblem("");
    try {
      await api.say(interview, answer);
      setText("");
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
          onChange={(event) => setText(event.target.value)}
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
