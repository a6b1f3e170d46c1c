import { useCallback, useEffect, useState } from "react";

import { ApiError, sentence } from "../api";

export interface Loaded<T> {
  value: T | null;
  /** The server's code for a refusal; empty when there was none. */
  code: string;
  problem: string;
  reload: () => void;
}

/** Loads once and on `reload`; a signed-out answer goes to `onSignedOut` instead of being shown. `load` must be stable. */
export function useLoaded<T>(load: () => Promise<T>, onSignedOut: () => void): Loaded<T> {
  const [loaded, setLoaded] = useState<{ value: T | null; code: string; problem: string }>({
    value: null,
    code: "",
    problem: "",
  });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let gone = false;
    load().then(
      (value) => !gone && setLoaded({ value, code: "", problem: "" }),
      (error: unknown) => {
        if (gone) return;
        if (error instanceof ApiError && error.status === 401) onSignedOut();
        else
          setLoaded((before) => ({
            ...before,
            code: error instanceof ApiError ? error.code : "",
            problem: sentence(error),
          }));
      },
    );
    return () => {
      gone = true;
    };
  }, [load, onSignedOut, attempt]);
  const reload = useCallback(() => setAttempt((n) => n + 1), []);
  return { ...loaded, reload };
}
