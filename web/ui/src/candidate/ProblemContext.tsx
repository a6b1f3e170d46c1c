import { useState } from "react";

import type { ContextBlock } from "../api";

/** The problem that all sections refer to; folded away while the editor needs the room, until asked for. */
export function ProblemContext({ blocks, compact }: { blocks: ContextBlock[]; compact: boolean }) {
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? !compact;
  return (
    <div className="context">
      <h2>
        <button
          type="button"
          className="fold"
          aria-expanded={open}
          aria-controls="problem"
          onClick={() => setChosen(!open)}
        >
          The problem
        </button>
      </h2>
      <div id="problem" hidden={!open} role="region" aria-label="The problem" tabIndex={0}>
        {blocks.map((block, place) => (
          <div key={place}>
            <h3>{block.heading}</h3>
            {block.body && <p>{block.body}</p>}
            {block.points.length > 0 && (
              <ul>
                {block.points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
