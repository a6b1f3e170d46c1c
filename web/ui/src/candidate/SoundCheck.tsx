import { useState } from "react";

import { Notice } from "../shared/Notice";
import { Meter } from "./Meter";
import { playTone, troubleSentence } from "./microphone";
import type { Microphone } from "./useMicrophone";

interface Props {
  microphone: Microphone;
  typing: boolean;
  onTyping: (typing: boolean) => void;
}

/** Microphone choice with a live level, and a tone for the speakers. All of it stays in this page. */
export function SoundCheck({ microphone, typing, onTyping }: Props) {
  const [tone, setTone] = useState<"" | "playing" | "played" | "failed">("");
  const { stage, trouble, devices, deviceId, label, heard, level } = microphone;
  const play = () => {
    setTone("playing");
    playTone().then(
      () => setTone("played"),
      () => setTone("failed"),
    );
  };
  return (
    <section className="card" aria-labelledby="sound">
      <h2 id="sound">Check your sound</h2>
      {!typing && (
        <div className="check-part">
          {stage !== "open" ? (
            <>
              <p>Your browser asks for the microphone; what it hears stays on this page.</p>
              <button type="button" className="button" onClick={() => microphone.open()} disabled={stage === "asking"}>
                {stage === "asking"
                  ? "Waiting for your permission…"
                  : stage === "failed"
                    ? "Try again"
                    : "Check my microphone"}
              </button>
            </>
          ) : (
            <>
              <label className="field">
                Microphone
                <select value={deviceId} onChange={(event) => microphone.open(event.target.value)}>
                  {devices.map((device, i) => (
                    <option key={device.deviceId} value={device.deviceId}>
                      {device.label || `Microphone ${i + 1}`}
                    </option>
                  ))}
                </select>
              </label>
              <Meter level={level} label="Microphone level" />
              {heard ? (
                <p className="good-line">Your microphone works.</p>
              ) : (
                <p className="hint">Say a few words: the bar should move.</p>
              )}
            </>
          )}
          {trouble && <Notice tone="warn">{troubleSentence(trouble, label)}</Notice>}
        </div>
      )}
      <div className="check-part">
        <button type="button" className="button" onClick={play} disabled={tone === "playing"}>
          {tone === "playing" ? "Playing…" : "Play a test tone"}
        </button>
        <p className="hint" role="status">
          {tone === "played" &&
            "Two notes were played. Heard nothing? Turn up the volume or choose other speakers in your system’s settings."}
          {tone === "failed" && "The tone could not be played: check that your system has speakers or headphones."}
        </p>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={typing}
          onChange={(event) => {
            if (event.target.checked) microphone.close();
            onTyping(event.target.checked);
          }}
        />
        <span>Go on without a microphone: I type my answers.</span>
      </label>
    </section>
  );
}
