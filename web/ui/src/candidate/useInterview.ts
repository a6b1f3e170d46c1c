import { useCallback, useEffect, useRef, useState } from "react";

import { api, ApiError, type InterviewState } from "../api";

const POLL_MS = 3000;

export interface Interview {
  state: InterviewState;
  /** The interview's clock now, ms. */
  now: () => number;
  /** Asks the server at once, for instance because the interviewer's state changed. */
  refresh: () => void;
  /** Why the server did not answer the last time, in a sentence; empty when it did. */
  trouble: string;
  /** The interview was erased: a sentence about it; empty while it is there. */
  erased: string;
}

function told(error: unknown): string {
  const silent = !(error instanceof ApiError) || error.code === "unreachable" || error.code === "odd_answer";
  return silent ? "The page’s server does not answer just now; the call goes on." : error.message;
}

/** The interview as the server tells it: asked again every three seconds and whenever something says that it changed. */
export function useInterview(first: InterviewState): Interview {
  const [state, setState] = useState(first);
  const [trouble, setTrouble] = useState("");
  const [erased, setErased] = useState("");
  const taken = useRef(0);
  const asking = useRef(false);
  const again = useRef(false);
  const id = first.interview_id;

  const refresh = useCallback(() => {
    // A change that comes during a question may be missing in its answer: ask once more after it.
    if (asking.current) {
      again.current = true;
      return;
    }
    const ask = async (): Promise<void> => {
      again.current = false;
      try {
        const answer = await api.state(id);
        taken.current = performance.now();
        setState(answer);
        setTrouble("");
      } catch (error) {
        if (error instanceof ApiError && error.code === "interview_erased") setErased(error.message);
        else setTrouble(told(error));
      }
      if (missed()) await ask();
    };
    const missed = () => again.current;
    asking.current = true;
    void ask().finally(() => {
      asking.current = false;
    });
  }, [id]);

  useEffect(() => {
    taken.current ||= performance.now();
    const timer = setInterval(refresh, POLL_MS);
    return () => clearInterval(timer);
  }, [refresh]);

  const now = useCallback(() => {
    return state.started_at ? state.now_ms + performance.now() - (taken.current || performance.now()) : 0;
  }, [state]);

  return { state, now, refresh, trouble, erased };
}
