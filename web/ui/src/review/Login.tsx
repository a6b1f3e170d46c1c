import { useState, type SubmitEvent } from "react";

import { api, sentence } from "../api";
import { Logo } from "../shared/Logo";

/** The door of the review pages. */
export function Login({ onSignedIn }: { onSignedIn: () => void }) {
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem("");
    api
      .login(password)
      .then(onSignedIn, (error: unknown) => setProblem(sentence(error)))
      .finally(() => setBusy(false));
  };
  return (
    <main className="narrow">
      <Logo />
      <h1>Review interviews</h1>
      <p>For the hiring team: recordings, transcripts and reports.</p>
      <form onSubmit={onSubmit} className="login">
        <label className="field">
          Password
          <input
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            aria-invalid={problem !== ""}
            aria-describedby={problem ? "login-problem" : undefined}
            required
          />
        </label>
        {problem && (
          <p id="login-problem" className="field-error" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" className="button primary" disabled={busy}>
          {busy ? "Signing in…" : "Sign in"}
        </button>
      </form>
    </main>
  );
}
