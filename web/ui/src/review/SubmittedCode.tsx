import { lazy, Suspense } from "react";

import type { CodingReport, InterviewDetail } from "../api";
import { Notice } from "../shared/Notice";

const CodeMirror = lazy(() => import("../shared/CodeMirror"));
const OUTCOMES = { passed: "passed", failed: "failed", error: "error", timeout: "timed out" };

/** The coding answer and what the tests made of it. */
export function SubmittedCode({ code, report }: { code: InterviewDetail["code"]; report: CodingReport | null }) {
  if (!code) return null;
  return (
    <section className="card" aria-labelledby="code">
      <h2 id="code">Code</h2>
      <p className="muted">
        {code.language === "python" ? "Python" : "JavaScript"} ·{" "}
        {code.submitted ? "submitted" : "not submitted; the last text that was saved"}
      </p>
      <Suspense fallback={<pre>{code.source}</pre>}>
        <CodeMirror label="The candidate’s code" language={code.language} text={code.source} readOnly />
      </Suspense>
      {report?.status === "unscored" && <Notice>{report.reason}</Notice>}
      {report?.status === "run" && <Tests report={report} />}
    </section>
  );
}

function Tests({ report }: { report: CodingReport }) {
  return (
    <>
      <h3>
        Tests: {report.passed} of {report.total} passed
      </h3>
      <ul className="tests">
        {report.tests.map((test) => (
          <li key={`${test.group}-${test.name}`} className={test.status}>
            <span className={`tag ${test.status}`}>{OUTCOMES[test.status]}</span> {test.name}{" "}
            <span className="muted">({test.group})</span>
            {test.detail && test.status !== "passed" && <pre>{test.detail}</pre>}
          </li>
        ))}
      </ul>
    </>
  );
}
