import { useState } from "react";

import { api, sentence, type InterviewState, type Join } from "../api";
import { Logo } from "../shared/Logo";
import { Notice } from "../shared/Notice";
import { SoundCheck } from "./SoundCheck";
import { useMicrophone } from "./useMicrophone";

interface Props {
  join: Join;
  state: InterviewState;
  /** Consent was given; `microphone` is the device's id, "" for the browser's default, null to type instead. */
  onBegin: (state: InterviewState, microphone: string | null) => void;
}

function manner({ gives_hints, tells_verdicts }: InterviewState): string {
  if (tells_verdicts) return "says what was right or missing in an answer";
  return gives_hints ? "gives no verdicts" : "gives no hints or verdicts";
}

/** Who, what, how long and what is recorded; the sound check; consent. Nothing leaves the page before the last button. */
export function Welcome({ join, state, onBegin }: Props) {
  const microphone = useMicrophone();
  const [typing, setTyping] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const failed = microphone.stage === "failed";

  const begin = async () => {
    setAsked(true);
    if (!agreed) return;
    setBusy(true);
    setProblem("");
    try {
      const consented = await api.consent(join.interview_id);
      microphone.close();
      onBegin(consented, typing ? null : microphone.deviceId);
    } catch (error) {
      setProblem(sentence(error));
      setBusy(false);
    }
  };

  return (
    <main className="welcome">
      <header>
        <Logo />
        <h1>{state.title}</h1>
        <p className="lead">
          {join.candidate ? `Hello ${join.candidate}, you are` : "You are"} about to talk with Viva, an automated
          interviewer, by voice.
        </p>
      </header>
      <div className="columns">
        <section className="card" aria-labelledby="expect">
          <h2 id="expect">What to expect</h2>
          <dl className="facts">
            <dt>Topics</dt>
            <dd>
              <ol>
                {state.sections.map((section) => (
                  <li key={section.id}>{section.title}</li>
                ))}
              </ol>
            </dd>
            <dt>Time</dt>
            <dd>
              At most {Math.round(state.minutes)} minutes. Take the time you need to think; you can ask for a moment.
            </dd>
            <dt>You need</dt>
            <dd>
              A quiet place and a microphone; headphones are best.
              {state.writes_code && " One part is written in an editor on this page."}
            </dd>
            <dt>Good to know</dt>
            <dd>
              The interviewer asks one question at a time and {manner(state)}. You may ask to hear a question again.
            </dd>
          </dl>
        </section>
        <SoundCheck microphone={microphone} typing={typing} onTyping={setTyping} />
      </div>
      <section className="card consent" aria-labelledby="consent">
        <h2 id="consent">Recording and consent</h2>
        <p>
          From the moment you begin, your voice and the interviewer’s are recorded and written down, together with what
          you type and the code you write. The hiring team that invited you hears the recording and reads the transcript
          and a report made from it. <strong>Nothing is recorded or sent before you agree</strong>; the sound check
          stays in your browser.
        </p>
        <label className="check">
          <input
            type="checkbox"
            checked={agreed}
            onChange={(event) => setAgreed(event.target.checked)}
            aria-describedby={asked && !agreed ? "consent-needed" : undefined}
          />
          <span>I agree that this interview is recorded and that the hiring team may hear it.</span>
        </label>
        {asked && !agreed && (
          <p id="consent-needed" className="field-error" role="alert">
            This interview is recorded: tick the box above to begin, or close this page if you don’t agree.
          </p>
        )}
        {problem && <Notice tone="bad">{problem}</Notice>}
        <div className="actions">
          <button
            type="button"
            className="button primary big"
            onClick={() => void begin()}
            disabled={busy || (failed && !typing)}
          >
            {busy ? "Connecting…" : typing ? "Begin, typing my answers" : "Begin the interview"}
          </button>
          {failed && !typing && <span className="hint">Mend the microphone, or choose to type your answers.</span>}
        </div>
      </section>
    </main>
  );
}
