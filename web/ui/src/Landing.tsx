import { Logo } from "./shared/Logo";

/** What someone sees who comes without a link. */
export function Landing() {
  return (
    <main className="narrow">
      <Logo />
      <h1>Interviews, spoken</h1>
      <p>
        Invited to an interview? Open the link you were sent: it leads straight to your call. On the hiring team? The
        recordings, transcripts and reports are on the review page.
      </p>
      <p>
        <a className="button primary" href="/review">
          Go to the review page
        </a>
      </p>
    </main>
  );
}
