import { isBrowserSupported } from "livekit-client";
import { useCallback, useEffect, useState } from "react";

import { api, ApiError, sentence, type InterviewState, type Join } from "../api";
import "../styles/candidate.css";
import { Call } from "./Call";
import { Ended } from "./Ended";
import { Trouble } from "./Trouble";
import { forgetTyped } from "./TypedAnswer";
import { forget } from "./unsent";
import { Welcome } from "./Welcome";

type Stage =
  | { at: "joining" }
  | { at: "trouble"; code: string; message: string }
  | { at: "welcome"; join: Join; state: InterviewState }
  | { at: "call"; join: Join; state: InterviewState; microphone: string | null }
  | { at: "ended"; state: InterviewState };

/** The microphone chosen for this interview, for a reload of this tab: an id, "" for the browser's default, null to type. */
const choice = {
  keep: (id: string, microphone: string | null) => sessionStorage.setItem(`viva-${id}`, JSON.stringify(microphone)),
  read: (id: string) => JSON.parse(sessionStorage.getItem(`viva-${id}`) ?? '""') as string | null,
};

const UNSUPPORTED = "This browser can't hold a call: open the link in a current Chrome, Edge, Firefox or Safari.";

async function enter(code: string): Promise<Stage> {
  if (!isBrowserSupported()) return { at: "trouble", code: "browser_unsupported", message: UNSUPPORTED };
  try {
    const join = await api.join(code);
    const state = await api.state(join.interview_id);
    if (state.status === "ended") return { at: "ended", state };
    // Back in a running call (a reload): consent was given, so nothing is asked again.
    if (state.consented) return { at: "call", join, state, microphone: choice.read(join.interview_id) };
    return { at: "welcome", join, state };
  } catch (error) {
    return { at: "trouble", code: error instanceof ApiError ? error.code : "odd_answer", message: sentence(error) };
  }
}

/** Everything behind an invite link, from the welcome to the goodbye. */
export default function CandidatePage({ code }: { code: string }) {
  const [stage, setStage] = useState<Stage>({ at: "joining" });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    let gone = false;
    void enter(code).then((next) => !gone && setStage(next));
    return () => {
      gone = true;
    };
  }, [code, attempt]);

  const onEnded = useCallback((state: InterviewState) => setStage({ at: "ended", state }), []);
  const onErased = useCallback((interview: string, message: string) => {
    void forget(interview);
    forgetTyped(interview);
    setStage({ at: "trouble", code: "interview_erased", message });
  }, []);

  switch (stage.at) {
    case "joining":
      return (
        <p className="loading" role="status">
          Opening your interview…
        </p>
      );
    case "trouble":
      return <Trouble code={stage.code} message={stage.message} onRetry={() => setAttempt((n) => n + 1)} />;
    case "welcome":
      return (
        <Welcome
          join={stage.join}
          state={stage.state}
          onBegin={(state, microphone) => {
            choice.keep(stage.join.interview_id, microphone);
            setStage({ at: "call", join: stage.join, state, microphone });
          }}
        />
      );
    case "call":
      return (
        <Call
          code={code}
          join={stage.join}
          first={stage.state}
          microphone={stage.microphone}
          onEnded={onEnded}
          onErased={onErased}
        />
      );
    case "ended":
      return <Ended state={stage.state} />;
  }
}
