import type { SpecItem } from "../api";
import type { Typed } from "./arrangement";

const EXTRA_TIME = [
  ["1", "The usual time"],
  ["1.25", "A quarter more"],
  ["1.5", "Half as much again"],
  ["2", "Twice the time"],
  ["3", "Three times the time"],
] as const;

interface Props {
  spec: SpecItem;
  typed: Typed;
  onTyped: (typed: Typed) => void;
}

/** What may be agreed for this one interview; all of it may be left out. */
export function ArrangementFields({ spec, typed, onTyped }: Props) {
  const set = (change: Partial<Typed>) => onTyped({ ...typed, ...change });
  return (
    <details className="more">
      <summary>Role, level and more (optional)</summary>
      <label className="field">
        Role
        <input
          value={typed.role}
          placeholder={spec.role}
          maxLength={200}
          onChange={(event) => set({ role: event.target.value })}
        />
      </label>
      <label className="field">
        Job description, shown to the candidate
        <textarea
          rows={3}
          value={typed.job}
          maxLength={20_000}
          onChange={(event) => set({ job: event.target.value })}
        />
      </label>
      {spec.facts.map((fact) => (
        <label className="field" key={fact.id}>
          {spaced(fact.id)}
          <select
            value={typed.facts[fact.id] ?? ""}
            onChange={(event) => set({ facts: { ...typed.facts, [fact.id]: event.target.value } })}
          >
            <option value="">Left to the interview</option>
            {fact.options.map((option) => (
              <option key={option} value={option}>
                {spaced(option)}
              </option>
            ))}
          </select>
        </label>
      ))}
      {spec.takes_questions && (
        <label className="field">
          Answers to questions about the company, one a line
          <textarea
            rows={3}
            value={typed.notes}
            placeholder="team size, how big: The team is twelve people."
            onChange={(event) => set({ notes: event.target.value })}
          />
        </label>
      )}
      <label className="field">
        Time
        <select value={typed.extraTime} onChange={(event) => set({ extraTime: event.target.value })}>
          {EXTRA_TIME.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </details>
  );
}

function spaced(id: string): string {
  const words = id.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
