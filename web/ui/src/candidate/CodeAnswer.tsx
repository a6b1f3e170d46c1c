import { useState } from "react";

import type { EditorState, Language, VisibleTest } from "../api";
import CodeMirror from "../shared/CodeMirror";
import { Confirm } from "../shared/Confirm";
import { Notice } from "../shared/Notice";
import { remaining } from "../shared/time";
import type { Saving } from "./saver";
import { useCodeAnswer } from "./useCodeAnswer";
import { useTick } from "./useTick";

const NAMES: Record<Language, string> = { python: "Python", javascript: "JavaScript" };
const SAVING: Record<Saving, string> = {
  saved: "Saved",
  saving: "Saving…",
  local: "Not sent yet: kept in this browser and tried again",
  refused: "Not saved: the editor is closed, or the code is too long",
};

interface Props {
  interview: string;
  editor: EditorState;
  now: () => number;
  onSubmitted: () => void;
}

/** The coding task and the editor. */
export default function CodeAnswer({ interview, editor, now, onSubmitted }: Props) {
  const answer = useCodeAnswer(interview, editor);
  const [asking, setAsking] = useState(false);
  const [sent, setSent] = useState(false);
  const submitted = editor.submitted || sent;
  const locked = submitted || !editor.open;
  return (
    <section className="coding" aria-labelledby="task">
      <h2 id="task">Coding task</h2>
      <p className="task">{editor.prompt}</p>
      <Examples tests={editor.visible_tests} />
      <div className="editor-bar">
        <div className="languages" role="group" aria-label="Programming language">
          {editor.languages.map((language) => (
            <button
              key={language}
              type="button"
              aria-pressed={language === answer.language}
              onClick={() => answer.switchTo(language)}
              disabled={locked}
            >
              {NAMES[language]}
            </button>
          ))}
        </div>
        <span className="saving" role="status">
          {locked ? "" : SAVING[answer.saving]}
        </span>
        {!locked && editor.closes_at_ms !== null && <Countdown until={editor.closes_at_ms} now={now} />}
      </div>
      {answer.ready && (
        <CodeMirror
          key={answer.language}
          label={`Your ${NAMES[answer.language]} code`}
          language={answer.language}
          text={answer.text}
          readOnly={locked}
          onChange={answer.edit}
        />
      )}
      {submitted && <Notice tone="good">Your answer is in. The interview goes on by voice.</Notice>}
      {!submitted && !editor.open && (
        <Notice>The time for this task is over; what you wrote last was kept as your answer.</Notice>
      )}
      {!locked && (
        <div className="submit">
          <p className="hint">Tab indents. To leave the editor by keyboard, press Esc, then Tab.</p>
          <button type="button" className="button primary" onClick={() => setAsking(true)}>
            Submit code
          </button>
        </div>
      )}
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={`Submit your ${NAMES[answer.language]} answer?`}
        act="Submit"
        onConfirm={async () => {
          await answer.submit();
          setSent(true);
          onSubmitted();
        }}
      >
        <p>After submitting you can’t change it any more, and the interview goes on.</p>
      </Confirm>
    </section>
  );
}

function Countdown({ until, now }: { until: number; now: () => number }) {
  useTick();
  return <span className="countdown">{remaining(until - now())} left</span>;
}

function Examples({ tests }: { tests: VisibleTest[] }) {
  if (tests.length === 0) return null;
  return (
    <details className="examples" open>
      <summary>Examples</summary>
      <div className="table-scroll" role="group" aria-label="Examples" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Case</th>
              <th scope="col">Arguments</th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody>
            {tests.map((test) => (
              <tr key={test.name}>
                <td>{test.name}</td>
                <td>
                  <code>{test.args.map((arg) => JSON.stringify(arg)).join(", ")}</code>
                </td>
                <td>
                  <code>{JSON.stringify(test.expected)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
