import { useEffect, useRef, useState } from "react";
import WaveSurfer from "wavesurfer.js";

import { recordingUrl, type InterviewDetail } from "../api";
import { Notice } from "../shared/Notice";
import { clock } from "../shared/time";
import { stretches } from "./timeline";
import type { Playback } from "./usePlayback";

/** The recording: play, position, waveform from the server's peaks, and where each section is. */
export function Player({ interview, playback }: { interview: InterviewDetail; playback: Playback }) {
  const wave = useRef<HTMLDivElement>(null);
  const { audio, at, playing, problem, toggle, seek, handlers } = playback;
  const length = interview.duration_ms ?? 0;
  // The page asks anew for what is still to come; the waveform stays the same, and drawing it again would flicker.
  const [peaks] = useState(interview.peaks);

  useEffect(() => {
    if (!wave.current || !audio.current || !peaks || length === 0) return;
    const style = getComputedStyle(wave.current);
    const surfer = WaveSurfer.create({
      container: wave.current,
      media: audio.current,
      peaks: [peaks],
      duration: length / 1000,
      height: 64,
      normalize: true,
      barWidth: 2,
      barGap: 1,
      barRadius: 2,
      cursorWidth: 2,
      waveColor: style.getPropertyValue("--wave"),
      progressColor: style.getPropertyValue("--accent"),
      cursorColor: style.getPropertyValue("--ink"),
    });
    return () => surfer.destroy();
  }, [audio, peaks, length]);

  const titles = new Map(interview.sections.map((section) => [section.id, section.title]));
  return (
    <section className="player card" aria-label="Recording">
      {/* The transcript beside it is the text alternative. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <audio ref={audio} src={recordingUrl(interview.id)} preload="metadata" {...handlers} />
      <div className="player-row">
        <button type="button" className="button primary play" onClick={toggle}>
          {playing ? "Pause" : "Play"}
        </button>
        <div className="waves">
          <div ref={wave} className="wave" aria-hidden="true" />
          <input
            type="range"
            className="seek"
            aria-label="Position in the recording"
            aria-valuetext={`${clock(at)} of ${clock(length)}`}
            min={0}
            max={Math.max(1, length)}
            step={1000}
            value={Math.min(at, length)}
            onChange={(event) => seek(Number(event.target.value))}
          />
          <div className="stretches">
            {stretches(interview.timeline, length)
              .filter((stretch) => stretch.section)
              .map((stretch) => (
                <button
                  key={`${stretch.section}-${stretch.start_ms}`}
                  type="button"
                  title={`${titles.get(stretch.section) ?? stretch.section}, ${clock(stretch.start_ms)}`}
                  style={{
                    left: `${(100 * stretch.start_ms) / length}%`,
                    width: `${(100 * (stretch.end_ms - stretch.start_ms)) / length}%`,
                  }}
                  onClick={() => playback.playFrom(stretch.start_ms)}
                >
                  {titles.get(stretch.section) ?? stretch.section}
                </button>
              ))}
          </div>
        </div>
        <p className="position">
          {clock(at)} <span className="muted">/ {clock(length)}</span>
        </p>
      </div>
      {problem && <Notice tone="bad">{problem}</Notice>}
      <p className="hint player-hint">
        Space plays and pauses, ← and → move five seconds.{" "}
        <a href={recordingUrl(interview.id)} download={`interview-${interview.id}.ogg`}>
          Download the recording
        </a>
      </p>
    </section>
  );
}
