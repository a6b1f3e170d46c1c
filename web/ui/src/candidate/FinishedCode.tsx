import type { EditorState } from "../api";
import CodeMirror from "../shared/CodeMirror";

/** The coding answer once its section is over: folded away, for reading only. */
export default function FinishedCode({ editor }: { editor: EditorState }) {
  if (editor.source === null || editor.language === null) return null;
  return (
    <details className="finished-code">
      <summary>{editor.submitted ? "Your code, as submitted" : "Your code, as it was when the time ran out"}</summary>
      <CodeMirror label="Your code" language={editor.language} text={editor.source} readOnly />
    </details>
  );
}
