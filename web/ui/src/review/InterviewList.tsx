import { useEffect, useState } from "react";

import { api, type InterviewRow } from "../api";
import { Notice } from "../shared/Notice";
import { date, duration } from "../shared/time";
import { InviteDialog } from "./InviteDialog";
import { reportWords, statusWords } from "./status";
import { useLoaded } from "./useLoaded";

const REFRESH_MS = 10_000;

/** All interviews, newest first. */
export function InterviewList({ onSignedOut }: { onSignedOut: () => void }) {
  const { value: interviews, problem, reload } = useLoaded(api.interviews, onSignedOut);
  const [inviting, setInviting] = useState(false);
  useEffect(() => {
    const timer = setInterval(reload, REFRESH_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return (
    <main className="wide">
      <div className="title-row">
        <h1>Interviews</h1>
        <button type="button" className="button primary" onClick={() => setInviting(true)}>
          New invite
        </button>
      </div>
      {problem && <Notice tone="bad">{problem}</Notice>}
      {!interviews && !problem && <p role="status">Loading the interviews…</p>}
      {interviews?.length === 0 && (
        <div className="empty">
          <h2>No interviews yet</h2>
          <p>Make an invite and send its link to a candidate; the interview appears here.</p>
        </div>
      )}
      {interviews && interviews.length > 0 && <Table rows={interviews} />}
      <InviteDialog
        open={inviting}
        onClose={() => {
          setInviting(false);
          reload();
        }}
      />
    </main>
  );
}

function Table({ rows }: { rows: InterviewRow[] }) {
  return (
    <table className="interviews">
      <thead>
        <tr>
          <th scope="col">Candidate</th>
          <th scope="col">Interview</th>
          <th scope="col">Status</th>
          <th scope="col">Held</th>
          <th scope="col">Length</th>
          <th scope="col">Report</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/review/${row.id}`}>{row.candidate || "Unnamed candidate"}</a>
            </th>
            <td data-label="Interview">{row.title}</td>
            <td data-label="Status">
              <span className={`tag ${row.broken_off ? "failed" : row.status}`}>{statusWords(row)}</span>
            </td>
            <td data-label="Held">{row.started_at ? date(row.started_at) : `invited ${date(row.created_at)}`}</td>
            <td data-label="Length">{row.duration_ms === null ? "–" : duration(row.duration_ms)}</td>
            <td data-label="Report">{reportWords(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
