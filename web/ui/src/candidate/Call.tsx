import { RoomAudioRenderer, RoomContext, useStartAudio } from "@livekit/components-react";
import type { Room } from "livekit-client";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";

import { api, type InterviewState, type Join } from "../api";
import { Confirm } from "../shared/Confirm";
import { Notice } from "../shared/Notice";
import { Captions } from "./Captions";
import { merged } from "./captions";
import { Controls } from "./Controls";
import { Devices } from "./Devices";
import { Keeping } from "./Keeping";
import { troubleSentence } from "./microphone";
import { ProblemContext } from "./ProblemContext";
import { Progress } from "./Progress";
import { Speaking } from "./Speaking";
import { TypedAnswer } from "./TypedAnswer";
import { useCall, type Call as InterviewCall } from "./useCall";
import { useInterview } from "./useInterview";

const CodeAnswer = lazy(() => import("./CodeAnswer"));
const FinishedCode = lazy(() => import("./FinishedCode"));

interface Props {
  code: string;
  join: Join;
  first: InterviewState;
  /** The microphone to publish; null: the candidate types. */
  microphone: string | null;
  onEnded: (state: InterviewState) => void;
  onErased: (interview: string, message: string) => void;
}

/** The interview itself. */
export function Call({ code, join, first, microphone, onEnded, onErased }: Props) {
  const { state, now, refresh, trouble, erased } = useInterview(first);
  const lastSeq = useRef(0);
  const call = useCall({ code, microphone, lastSeq: useCallback(() => lastSeq.current, []), onChange: refresh });
  const { disconnect } = call;
  const [typing, setTyping] = useState<"" | "from the start" | "asked for">(
    microphone === null ? "from the start" : "",
  );
  const [dialog, setDialog] = useState<"" | "leave" | "devices">("");
  const captions = merged(state.captions, call.live);
  const coding = state.editor !== null && (state.editor.open || state.stage === "coding");
  const problem = state.context && <ProblemContext blocks={state.context.blocks} compact={coding} />;
  // Beside the editor the task stands already, and once it is handed in it is no open question.
  const asked = coding || state.question?.text === state.editor?.prompt ? null : state.question;
  const ended = state.status === "ended" || state.stage === "ended";

  useEffect(() => {
    lastSeq.current = state.captions.at(-1)?.seq ?? 0;
  }, [state.captions]);
  useEffect(() => {
    if (!ended) return;
    disconnect();
    onEnded(state);
  }, [ended, disconnect, onEnded, state]);
  useEffect(() => {
    if (!erased) return;
    disconnect();
    onErased(join.interview_id, erased);
  }, [erased, disconnect, onErased, join]);

  const hold = () => {
    api.hold(join.interview_id, !state.hold).then(refresh, refresh);
  };

  if (call.stage === "elsewhere") return <Elsewhere onReturn={call.rejoin} />;
  return (
    <div className={`call ${coding ? "with-editor" : state.context ? "with-problem" : ""}`}>
      <Progress state={state} now={now} />
      <main>
        <div className="banners">
          <ConnectionBanner call={call} trouble={trouble} onRetry={call.rejoin} />
          {state.broken_off && <BrokenOff onRetry={call.rejoin} />}
          {call.room && <StartAudio room={call.room} />}
          {call.trouble && !typing && (
            <Notice
              tone="warn"
              action={
                <span className="actions">
                  <button type="button" className="button" onClick={() => call.openMicrophone()}>
                    Try again
                  </button>
                  <button type="button" className="button" onClick={() => setTyping("asked for")}>
                    Type instead
                  </button>
                </span>
              }
            >
              {troubleSentence(call.trouble)}
            </Notice>
          )}
          <Keeping late={call.savesLate} unrecorded={state.unrecorded} />
          {state.hold && (
            <Notice>
              Take your time: the interviewer waits until you press “I’m ready”{typing && " or send your answer"}.
            </Notice>
          )}
        </div>
        <div className="stage">
          <div className="talk">
            {!state.broken_off && <Speaking call={call} state={state} />}
            {asked && (
              <section className="question" aria-labelledby="question">
                <h2 id="question">{state.stage === "asking" ? "Your questions" : "Question"}</h2>
                <p>{asked.text}</p>
              </section>
            )}
            {coding && problem}
            <Captions captions={captions} />
            {typing && <TypedAnswer interview={join.interview_id} asked={typing === "asked for"} onSent={refresh} />}
          </div>
          <div className="beside">
            {state.editor && (
              <Suspense fallback={<p className="loading">Opening the editor…</p>}>
                {coding ? (
                  <CodeAnswer interview={join.interview_id} editor={state.editor} now={now} onSubmitted={refresh} />
                ) : (
                  <FinishedCode editor={state.editor} />
                )}
              </Suspense>
            )}
            {!coding && problem}
          </div>
        </div>
      </main>
      <Controls
        room={call.stage === "connected" ? call.room : null}
        typing={typing !== ""}
        onTyping={() => setTyping((on) => (on ? "" : "asked for"))}
        hold={state.hold}
        onHold={hold}
        onDevices={() => setDialog("devices")}
        onLeave={() => setDialog("leave")}
      />
      {call.room && <Devices room={call.room} open={dialog === "devices"} onClose={() => setDialog("")} />}
      <Confirm
        open={dialog === "leave"}
        onClose={() => setDialog("")}
        title="Leave the interview?"
        act="Leave for good"
        danger
        onConfirm={async () => {
          await api.leave(join.interview_id);
          disconnect();
          onEnded({ ...state, status: "ended", end_reason: "left" });
        }}
      >
        <p>The interview ends here and can’t be reopened. What you said and wrote so far is kept.</p>
      </Confirm>
      {call.room && (
        <RoomContext.Provider value={call.room}>
          <RoomAudioRenderer />
        </RoomContext.Provider>
      )}
    </div>
  );
}

function Elsewhere({ onReturn }: { onReturn: () => void }) {
  return (
    <main className="narrow">
      <h1>The interview was opened in another tab</h1>
      <p>Go on there, or bring the call back here; only one tab can hold it at a time.</p>
      <button type="button" className="button primary" onClick={onReturn}>
        Continue in this tab
      </button>
    </main>
  );
}

/** Shown only where the browser wants a click before it plays sound, as after a reload. */
function StartAudio({ room }: { room: Room }) {
  const { mergedProps, canPlayAudio } = useStartAudio({ room, props: { className: "button primary" } });
  if (canPlayAudio) return null;
  return (
    <Notice
      tone="warn"
      action={
        <button type="button" className="button primary" onClick={mergedProps.onClick}>
          Start audio
        </button>
      }
    >
      Your browser waits for a click before it plays the interviewer’s voice.
    </Notice>
  );
}

function BrokenOff({ onRetry }: { onRetry: () => void }) {
  return (
    <Notice
      tone="bad"
      action={
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      }
    >
      The interviewer broke off several times at this place. Your answers are kept and the team that invited you can see
      it: try again now, or open your link again within a day, and the interview goes on from here.
    </Notice>
  );
}

interface BannerProps {
  call: InterviewCall;
  /** Why the page's server does not answer; empty when it does. */
  trouble: string;
  onRetry: () => void;
}

function ConnectionBanner({ call: { stage, refusal }, trouble, onRetry }: BannerProps) {
  if (stage === "reconnecting")
    return <Notice tone="warn">The connection is unsteady: reconnecting. What you said so far is kept.</Notice>;
  if (stage === "lost")
    return (
      <Notice
        tone="bad"
        action={
          <button type="button" className="button" onClick={onRetry}>
            Try now
          </button>
        }
      >
        {refusal
          ? `${refusal} This page tries again by itself, and nothing said or typed so far is lost.`
          : "The connection was lost; trying to rejoin. Check your internet connection. Nothing said or typed so far is lost."}
      </Notice>
    );
  if (stage === "connected" && trouble) return <Notice tone="warn">{trouble}</Notice>;
  return null;
}
