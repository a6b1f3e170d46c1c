import type { Arrangement } from "../api";

/** An invite's optional fields as they are typed. */
export interface Typed {
  role: string;
  job: string;
  facts: Record<string, string>;
  /** One note a line: words that a question uses, a colon, the answer. */
  notes: string;
  extraTime: string;
}

export const NOTHING_TYPED: Typed = { role: "", job: "", facts: {}, notes: "", extraTime: "1" };

/** The first line of the notes that is none; null when all are. */
export function badNote(notes: string): string | null {
  return notes.split("\n").find((line) => line.trim() && !note(line)) ?? null;
}

/** What is typed for an interview that knows these facts, as the server takes it. */
export function arranged(typed: Typed, facts: readonly string[]): Arrangement {
  const chosen = Object.entries(typed.facts).filter(([fact, option]) => option && facts.includes(fact));
  return {
    role: typed.role,
    job_description: typed.job,
    facts: Object.fromEntries(chosen),
    notes: typed.notes.split("\n").flatMap((line) => note(line) ?? []),
    extra_time: Number(typed.extraTime),
  };
}

function note(line: string): { about: string[]; say: string } | null {
  const colon = line.indexOf(":");
  const about = line
    .slice(0, Math.max(colon, 0))
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
  const say = line.slice(colon + 1).trim();
  return about.length && say ? { about, say } : null;
}
