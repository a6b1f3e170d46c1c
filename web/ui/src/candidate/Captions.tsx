import { useEffect, useRef, useState } from "react";

import { clock } from "../shared/time";
import type { ShownCaption } from "./captions";

const NAMES = { interviewer: "Interviewer", candidate: "You" };

/** The conversation so far. Follows the newest words unless the reader has scrolled back. */
export function Captions({ captions }: { captions: ShownCaption[] }) {
  const box = useRef<HTMLDivElement>(null);
  const [follow, setFollow] = useState(true);
  const written = captions.filter((caption) => !caption.interim);
  const interim = captions.filter((caption) => caption.interim);
  const newest = captions.at(-1);

  useEffect(() => {
    const scroller = box.current;
    if (!follow || !scroller) return;
    const toEnd = () => {
      scroller.scrollTop = scroller.scrollHeight;
    };
    toEnd();
    // The box shrinks when the editor or the answer field opens.
    const resized = new ResizeObserver(toEnd);
    resized.observe(scroller);
    return () => resized.disconnect();
  }, [follow, captions.length, newest?.text]);

  const onScroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = box.current ?? document.body;
    setFollow(scrollHeight - scrollTop - clientHeight < 40);
  };
  return (
    <div className="captions">
      <h2>Captions</h2>
      <div className="scroll" ref={box} onScroll={onScroll} tabIndex={0} role="region" aria-label="Captions">
        {captions.length === 0 && <p className="hint">What both of you say appears here.</p>}
        <div role="log" aria-live="polite" aria-label="Conversation">
          {written.map((caption) => (
            <Line key={caption.key} caption={caption} />
          ))}
        </div>
        {/* Words still changing would be read aloud again and again. */}
        <div aria-live="off">
          {interim.map((caption) => (
            <Line key={caption.key} caption={caption} />
          ))}
        </div>
      </div>
      {!follow && (
        <button type="button" className="button small to-latest" onClick={() => setFollow(true)}>
          Latest words ↓
        </button>
      )}
    </div>
  );
}

function Line({ caption }: { caption: ShownCaption }) {
  return (
    <p className={`caption ${caption.who} ${caption.interim ? "interim" : ""}`}>
      <span className="who">
        {NAMES[caption.who]}
        {caption.at_ms !== null && <time>{clock(caption.at_ms)}</time>}
      </span>
      {caption.text}
    </p>
  );
}
