import { useEffect, useRef, useState, type SubmitEvent, type KeyboardEvent } from "react";

import { api, sentence } from "../api";
import { newKey } from "../shared/key";

const MAX = 4000;
const KEPT = "viva-typed-";
/** Writing tells the interviewer to wait, again after so long: a hold ends by itself after two minutes. */
const HOLD_EVERY_MS = 30_000;

/** What was typed and not sent before the page was loaded anew; until the tab is closed, and in no other. */
function kept(interview: string): string {
  try {
    return sessionStorage.getItem(KEPT + interview) ?? "";
  } catch {
    return ""; // This browser keeps nothing for this page.
  }
}

function keep(interview: string, text: string) {
  try {
    if (text) sessionStorage.setItem(KEPT + interview, text);
    else sessionStorage.removeItem(KEPT + interview);
  } catch {
    // Then a reload loses it, as anywhere.
  }
}

/** Forgets what was typed and not sent: the interview is over or was erased. */
export function forgetTyped(interview: string) {
  keep(interview, "");
}

interface Props {
  interview: string;
  /** Somebody just asked for it: the keys go there, and on a phone it comes into view. */
  asked: boolean;
  onSent: () => void;
}

/** An answer in writing; it counts like speech. The text stays until the server has it. */
export function TypedAnswer({ interview, asked, onSent }: Props) {
  const [text, setText] = useState(() => kept(interview));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const heldAt = useRef(0);
  /** What was sent without an answer: sent again as it is, it is the same answer and not a second one. */
  const tried = useRef({ answer: "", key: "" });
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // Who comes back to an answer goes on at its end.
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
    if (asked) box.current?.focus();
  }, [asked]);
  const hold = (on: boolean) => {
    heldAt.current = on ? Date.now() : 0;
    api.hold(interview, on).catch(() => {
      heldAt.current = 0; // The next key tries again.
    });
  };
  const write = (now: string) => {
    setText(now);
    keep(interview, now);
    if (now && Date.now() - heldAt.current > HOLD_EVERY_MS) hold(true);
    if (!now && heldAt.current) hold(false);
  };
  const send = async () => {
    const answer = text.trim();
    if (!answer || busy) return;
    setBusy(true);
    setProblem("");
    try {
      if (tried.current.answer !== answer) tried.current = { answer, key: newKey() };
      await api.say(interview, answer, { key: tried.current.key });
      tried.current = { answer: "", key: "" };
      heldAt.current = 0; // An answer ends the hold.
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
          ref={box}
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
