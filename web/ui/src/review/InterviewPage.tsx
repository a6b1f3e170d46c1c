import { useCallback, useEffect, useState } from "react";

import { api, type InterviewDetail } from "../api";
import { Notice } from "../shared/Notice";
import { date, duration, linkedTime } from "../shared/time";
import { Player } from "./Player";
import { ReplyTimes } from "./ReplyTimes";
import { ReportView } from "./ReportView";
import { statusWords } from "./status";
import { SubmittedCode } from "./SubmittedCode";
import { Transcript } from "./Transcript";
import { useLoaded } from "./useLoaded";
import { usePlayback } from "./usePlayback";

const REPORT_RETRY_MS = 5000;
const UNKNOWN = "There is no interview at this address: find it in the list of all interviews.";

/** Why a report that is due is not there. */
function unfinished(scoring: string): string {
  if (scoring.startsWith("failed"))
    return `The report could not be written (${scoring}). Whoever runs this server can try again with “viva score”.`;
  return `The report is being written${scoring && ` (${scoring})`}; it appears here by itself.`;
}

/** One interview: what was said, heard and written, and the report on it. */
export function InterviewPage({ id, onSignedOut }: { id: string; onSignedOut: () => void }) {
  const {
    value: interview,
    code,
    problem,
    reload,
  } = useLoaded(
    useCallback(() => api.interview(id), [id]),
    onSignedOut,
  );
  if (!interview) {
    return (
      <main className="wide">
        {problem ? (
          <>
            <h1>This interview can’t be shown</h1>
            <Notice tone="bad">{code === "interview_unknown" ? UNKNOWN : problem}</Notice>
          </>
        ) : (
          <p role="status">Loading the interview…</p>
        )}
        <p>
          <a href="/review">All interviews</a>
        </p>
      </main>
    );
  }
  return <Loaded interview={interview} onReload={reload} onSignedOut={onSignedOut} />;
}

interface LoadedProps {
  interview: InterviewDetail;
  onReload: () => void;
  onSignedOut: () => void;
}

function Loaded({ interview, onReload, onSignedOut }: LoadedProps) {
  const { id } = interview;
  const {
    value: report,
    code,
    problem,
    reload,
  } = useLoaded(
    useCallback(() => api.report(id), [id]),
    onSignedOut,
  );
  const [linked] = useState(() => linkedTime(location.search));
  const playback = usePlayback(linked);
  const unclear = new Set(report?.hearing?.filter((passage) => passage.shaky).map((passage) => passage.seq));
  const waiting = code === "no_report_yet" && interview.status === "ended";

  useEffect(() => {
    document.title = `${interview.candidate || "Interview"} · Viva`;
  }, [interview.candidate]);
  useEffect(() => {
    if (!waiting || report) return;
    const timer = setInterval(() => {
      reload();
      onReload();
    }, REPORT_RETRY_MS);
    return () => clearInterval(timer);
  }, [waiting, report, reload, onReload]);

  return (
    <main className="wide">
      <p className="crumb">
        <a href="/review">All interviews</a>
      </p>
      <div className="title-row start">
        <h1>{interview.candidate || "Unnamed candidate"}</h1>
        <span className={`tag ${interview.broken_off ? "failed" : interview.status}`}>{statusWords(interview)}</span>
      </div>
      <p className="muted">
        {interview.title}
        {interview.started_at && ` · ${date(interview.started_at)}`}
        {interview.duration_ms !== null && ` · ${duration(interview.duration_ms)}`}
      </p>
      {interview.has_recording ? (
        <Player interview={interview} playback={playback} />
      ) : (
        <Notice>
          {waiting || interview.status === "live"
            ? "The recording is put together after the interview; it appears here by itself."
            : "There is no recording of this interview."}
        </Notice>
      )}
      <div className="review-columns">
        <Transcript interview={interview} unclear={unclear} playback={playback} />
        <div>
          <ReportView
            interview={interview}
            report={report}
            missing={waiting ? unfinished(interview.scoring) : problem}
            onPlay={playback.playFrom}
          />
          <SubmittedCode code={interview.code} report={report?.form === "sections" ? report.coding : null} />
          <ReplyTimes waiting={interview.waiting} onPlay={playback.playFrom} />
        </div>
      </div>
    </main>
  );
}
