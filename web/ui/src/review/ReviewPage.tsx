import { useCallback, useEffect, useState } from "react";

import { api, ApiError, sentence } from "../api";
import { Logo } from "../shared/Logo";
import { Notice } from "../shared/Notice";
import "../styles/review.css";
import { InterviewPage } from "./InterviewPage";
import { InterviewList } from "./InterviewList";
import { Login } from "./Login";

type Session = "asking" | "out" | "in" | { problem: string };

/** The hiring team's pages, behind the login. */
export default function ReviewPage({ id }: { id: string | null }) {
  const [session, setSession] = useState<Session>("asking");
  const [attempt, setAttempt] = useState(0);
  const onSignedOut = useCallback(() => setSession("out"), []);

  useEffect(() => {
    let gone = false;
    api.session().then(
      () => !gone && setSession("in"),
      (error: unknown) => {
        if (gone) return;
        setSession(error instanceof ApiError && error.status === 401 ? "out" : { problem: sentence(error) });
      },
    );
    return () => {
      gone = true;
    };
  }, [attempt]);

  if (session === "asking") {
    return (
      <p className="loading" role="status">
        One moment…
      </p>
    );
  }
  if (session === "out") return <Login onSignedIn={() => setSession("in")} />;
  if (session !== "in") {
    return (
      <main className="narrow">
        <Logo />
        <h1>Review</h1>
        <Notice
          tone="bad"
          action={
            <button type="button" className="button" onClick={() => setAttempt((n) => n + 1)}>
              Try again
            </button>
          }
        >
          {session.problem}
        </Notice>
      </main>
    );
  }
  const leave = () => void api.logout().then(onSignedOut, onSignedOut);
  return (
    <>
      <header className="site">
        <a href="/review">
          <Logo />
          <span className="visually-hidden">, all interviews</span>
        </a>
        <button type="button" className="button small" onClick={leave}>
          Sign out
        </button>
      </header>
      {id === null ? (
        <InterviewList onSignedOut={onSignedOut} />
      ) : (
        <InterviewPage key={id} id={id} onSignedOut={onSignedOut} />
      )}
    </>
  );
}
