import { useEffect, useRef, useState } from "react";

import type { InterviewDetail, TimelineLine } from "../api";
import { clock } from "../shared/time";
import { lineAt } from "./timeline";
import type { Playback } from "./usePlayback";

const NAMES = { interviewer: "Interviewer", candidate: "Candidate" };
/** What is said of a line that has no words, by its kind. */
const WROTE: Record<string, string> = {
  submitted: "Submitted the code.",
  refused: "Submitted code that is too long to be kept.",
};

interface Props {
  interview: InterviewDetail;
  /** Lines, by seq, of which something stays unclear. */
  unclear: ReadonlySet<number>;
  playback: Playback;
}

/** What was said, with times; a click on a line plays from there, and the line being heard is marked and kept in view. */
export function Transcript({ interview, unclear, playback }: Props) {
  const [section, setSection] = useState("");
  const [follow, setFollow] = useState(true);
  const box = useRef<HTMLOListElement>(null);
  const current = interview.timeline[lineAt(interview.timeline, playback.at)]?.seq;
  const lines = section ? interview.timeline.filter((line) => line.section === section) : interview.timeline;

  useEffect(() => {
    const list = box.current;
    const line = list?.querySelector<HTMLElement>("[aria-current]");
    if (!follow || !list || !line) return;
    // Scrolls the list alone; scrollIntoView would move the page under the reader.
    const top = line.offsetTop - list.offsetTop;
    if (top < list.scrollTop || top + line.offsetHeight > list.scrollTop + list.clientHeight) {
      list.scrollTo({ top: top - list.clientHeight / 3 });
    }
  }, [current, follow]);

  return (
    <section className="card transcript" aria-labelledby="transcript">
      <div className="title-row">
        <h2 id="transcript">Transcript</h2>
        <label className="check small">
          <input type="checkbox" checked={follow} onChange={(event) => setFollow(event.target.checked)} />
          <span>Follow the recording</span>
        </label>
      </div>
      <label className="field inline">
        <span>Section</span>
        <select value={section} onChange={(event) => setSection(event.target.value)}>
          <option value="">All</option>
          {interview.sections.map((each) => (
            <option key={each.id} value={each.id}>
              {each.title}
            </option>
          ))}
        </select>
      </label>
      {lines.length === 0 && <p className="hint">Nothing was said {section ? "in this section" : "yet"}.</p>}
      <ol className="lines" ref={box}>
        {lines.map((line) => (
          <Line
            key={`${line.seq}-${line.start_ms}`}
            line={line}
            unclear={unclear.has(line.seq)}
            current={line.seq === current}
            onPlay={playback.playFrom}
          />
        ))}
      </ol>
    </section>
  );
}

interface LineProps {
  line: TimelineLine;
  unclear: boolean;
  current: boolean;
  onPlay: (ms: number) => void;
}

function Line({ line, unclear, current, onPlay }: LineProps) {
  const about = [
    line.kind === "follow_up" && line.intent ? `follow-up: ${line.intent.replaceAll("_", " ")}` : "",
    line.kind === "typed" ? "typed" : "",
    unclear ? "not heard clearly" : "",
  ];
  return (
    <li className={line.who} aria-current={current ? "true" : undefined}>
      <button type="button" onClick={() => onPlay(line.start_ms)}>
        <span className="meta">
          <time>{clock(line.start_ms)}</time> {NAMES[line.who]}
          {about.filter(Boolean).map((word) => (
            <span key={word} className="about">
              {word}
            </span>
          ))}
        </span>
        <span className="said">{WROTE[line.kind] ?? line.text}</span>
      </button>
    </li>
  );
}
