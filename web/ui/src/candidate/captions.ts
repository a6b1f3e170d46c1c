/** What both sides said: the journal's captions, with the live ones it does not have yet. */

import type { Caption, Speaker } from "../api";

export interface LiveCaption {
  /** LiveKit's segment id. */
  id: string;
  who: Speaker;
  text: string;
  final: boolean;
  /** The newest journal caption known when this one began; the journal's version of it comes later or is that very one. */
  afterSeq: number;
}

export interface ShownCaption {
  key: string;
  who: Speaker;
  text: string;
  /** The words may still change. */
  interim: boolean;
  at_ms: number | null;
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The live list after a segment's text changed; each arrival carries the segment's whole text so far. */
export function heard(live: readonly LiveCaption[], arrival: LiveCaption): LiveCaption[] {
  const known = live.find((caption) => caption.id === arrival.id);
  if (!known) return [...live, arrival];
  if (known.final && !arrival.final) return [...live];
  return live.map((caption) => (caption === known ? { ...arrival, afterSeq: known.afterSeq } : caption));
}

function covered(live: LiveCaption, journal: readonly Caption[]): boolean {
  const text = plain(live.text);
  if (!text) return true;
  const own = journal.filter((caption) => caption.who === live.who);
  const candidates = own.filter((caption) => caption.seq > live.afterSeq);
  if (live.who === "interviewer") {
    // The journal writes an interviewer's line when it starts, so it may have been there before its live caption was.
    const before = own.findLast((caption) => caption.seq <= live.afterSeq);
    if (before) candidates.push(before);
  }
  return candidates.some((caption) => {
    const written = plain(caption.text);
    // An interrupted line is written shorter than it was shown.
    return written.includes(text) || (live.who === "interviewer" && written !== "" && text.startsWith(written));
  });
}

/** Drops live captions that the journal has by now, and those it has passed by with other words. */
export function unwritten(journal: readonly Caption[], live: readonly LiveCaption[]): LiveCaption[] {
  return live.filter((caption) => {
    const passed = journal.filter((other) => other.who === caption.who && other.seq > caption.afterSeq).length;
    return passed < 2 && !covered(caption, journal);
  });
}

/** All captions in order: the journal's by sequence, then the live ones. */
export function merged(journal: readonly Caption[], live: readonly LiveCaption[]): ShownCaption[] {
  const written = [...journal]
    .sort((a, b) => a.seq - b.seq)
    .map(({ seq, who, text, at_ms }) => ({ key: `j${seq}`, who, text, interim: false, at_ms }));
  const rest = unwritten(journal, live).map(({ id, who, text, final }) => ({
    key: `l${id}`,
    who,
    text,
    interim: !final,
    at_ms: null,
  }));
  return [...written, ...rest];
}
