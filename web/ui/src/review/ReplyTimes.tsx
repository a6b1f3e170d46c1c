import { useId } from "react";

import type { Spread, Wait, Waiting } from "../api";
import { clock } from "../shared/time";
import { bars, levels, seconds } from "./bars";

const HEIGHT = 150;
const TOP = 8;
const LEFT_PERCENT = 12;

/** How long the candidate waited for each reply; nothing where no reply was timed. */
export function ReplyTimes({ waiting, onPlay }: { waiting: Waiting; onPlay: (ms: number) => void }) {
  const { first_sound: first, question, turns } = waiting;
  if (!first || !question) return null;
  const bridged = turns.some((wait) => wait.question_ms > wait.latency_ms);
  return (
    <section className="card" aria-labelledby="reply-times">
      <h2 id="reply-times">Reply times</h2>
      <p className="muted">
        From the candidate’s last word to the interviewer’s first sound: {figures(first)}.
        {bridged && ` To the question itself: ${figures(question)}.`}
      </p>
      <Chart turns={turns} first={first} />
      {bridged && (
        <p className="legend">
          <span className="swatch first" /> first sound <span className="swatch question" /> the question, after a
          bridging line
        </p>
      )}
      <Table turns={turns} onPlay={onPlay} />
    </section>
  );
}

function figures(spread: Spread): string {
  return `median ${seconds(spread.median)}, p95 ${seconds(spread.p95)}, longest ${seconds(spread.maximum)}`;
}

function Chart({ turns, first }: { turns: Wait[]; first: Spread }) {
  const id = useId();
  const lines = levels(turns);
  const top = lines.at(-1) ?? 1;
  const y = (share: number) => TOP + HEIGHT * (1 - share);
  return (
    // Widths are in percent and heights in pixels, so that the labels keep their size on a phone.
    <svg className="reply-chart" width="100%" height={TOP + HEIGHT + 24} role="img" aria-labelledby={`${id}t ${id}d`}>
      <title id={`${id}t`}>Reply times, one bar a turn</title>
      <desc id={`${id}d`}>
        {first.turns} {first.turns === 1 ? "reply" : "replies"} in order: {figures(first)}. The table below has each.
      </desc>
      {lines.map((ms) => (
        <g key={ms}>
          <line x1={`${LEFT_PERCENT}%`} x2="100%" y1={y(ms / top)} y2={y(ms / top)} />
          <text x={`${LEFT_PERCENT - 1}%`} y={y(ms / top)} dominantBaseline="central" textAnchor="end">
            {ms / 1000} s
          </text>
        </g>
      ))}
      {bars(turns, LEFT_PERCENT).map((bar, index, all) => (
        <g key={bar.wait.turn}>
          <rect
            className="question"
            x={`${bar.x}%`}
            width={`${bar.width}%`}
            y={y(bar.question)}
            height={HEIGHT * (bar.question - bar.first)}
          />
          <rect
            className="first"
            x={`${bar.x}%`}
            width={`${bar.width}%`}
            y={y(bar.first)}
            height={HEIGHT * bar.first}
          />
          {/* Numbers of many turns would run into each other. */}
          {(index + 1) % Math.ceil(all.length / 10) === 0 && (
            <text x={`${bar.x + bar.width / 2}%`} y={TOP + HEIGHT + 16} textAnchor="middle">
              {bar.wait.turn}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

function Table({ turns, onPlay }: { turns: Wait[]; onPlay: (ms: number) => void }) {
  const cell = (ms: number | null) => (ms === null ? "–" : seconds(ms));
  return (
    <details className="more">
      <summary>Every reply</summary>
      <div className="scrolling">
        <table className="replies">
          <caption className="visually-hidden">Seconds after the candidate’s last word, by turn</caption>
          <thead>
            <tr>
              <th scope="col">Turn</th>
              <th scope="col">At</th>
              <th scope="col">Reply</th>
              <th scope="col">Final text</th>
              <th scope="col">Question ready</th>
              <th scope="col">First sound</th>
              <th scope="col">Question heard</th>
            </tr>
          </thead>
          <tbody>
            {turns.map((wait) => (
              <tr key={wait.turn}>
                <th scope="row">{wait.turn}</th>
                <td>
                  <button type="button" onClick={() => onPlay(wait.at_ms)}>
                    {clock(wait.at_ms)}
                  </button>
                </td>
                <td>
                  {wait.kind.replaceAll("_", " ")}
                  {wait.written_ahead && ", written ahead"}
                </td>
                <td>{cell(wait.final_text_ms)}</td>
                <td>{cell(wait.question_ready_ms)}</td>
                <td>{cell(wait.latency_ms)}</td>
                <td>{cell(wait.question_ms)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
