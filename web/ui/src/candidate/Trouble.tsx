import { Logo } from "../shared/Logo";

const TITLES: Record<string, string> = {
  invite_unknown: "This link leads to no interview",
  invite_taken: "This interview is open in another browser",
  invite_expired: "This link has expired",
  invite_used: "This interview is over",
  interview_erased: "This interview was erased",
  browser_unsupported: "This browser can't hold the call",
  unreachable: "The server can't be reached",
};

/** Pressing the button again can help only where the cause may pass. */
const FINAL = ["invite_unknown", "invite_expired", "invite_used", "interview_erased", "browser_unsupported"];

/** Why the interview can't be opened, and what to do about it. */
export function Trouble({ code, message, onRetry }: { code: string; message: string; onRetry: () => void }) {
  return (
    <main className="narrow">
      <Logo />
      <h1>{TITLES[code] ?? "The interview can't be opened just now"}</h1>
      <p>{message}</p>
      {!FINAL.includes(code) && (
        <p>
          <button type="button" className="button primary" onClick={onRetry}>
            Try again
          </button>
        </p>
      )}
    </main>
  );
}
