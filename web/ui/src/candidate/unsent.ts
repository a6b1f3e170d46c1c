/** What was typed into the editor, kept in this browser until the server has it, and each language's text until the end. */

import { openDB, type DBSchema, type IDBPDatabase } from "idb";

import type { EditorState, Language } from "../api";

export interface Draft {
  interview: string;
  language: Language;
  source: string;
  /** The server acknowledged this very text. */
  sent: boolean;
  /** Milliseconds since 1970; the newest draft is the language last worked in. */
  changed: number;
}

interface Schema extends DBSchema {
  drafts: { key: [string, Language]; value: Draft; indexes: { interview: string } };
}

export interface Restored {
  language: Language;
  sources: Partial<Record<Language, string>>;
  /** The current language's text has yet to reach the server. */
  unsent: boolean;
}

/** What the editor opens with: unsent local text before the server's, the server's before older local text, then the starter. */
export function restore(editor: EditorState, drafts: readonly Draft[]): Restored {
  const sources: Restored["sources"] = {};
  for (const language of editor.languages) {
    const draft = drafts.find((d) => d.language === language);
    const server = editor.language === language ? editor.source : null;
    sources[language] =
      (draft && !draft.sent ? draft.source : (server ?? draft?.source)) ?? editor.starter[language] ?? "";
  }
  const newest = [...drafts]
    .filter((d) => editor.languages.includes(d.language))
    .sort((a, b) => b.changed - a.changed)[0];
  const language = newest?.language ?? editor.language ?? editor.languages[0] ?? "python";
  return { language, sources, unsent: newest !== undefined && !newest.sent };
}

/** Drafts of all interviews taken in this browser. Every method rejects where the browser keeps no database (private windows of some). */
export class Drafts {
  private constructor(private readonly db: IDBPDatabase<Schema>) {}

  static async open(): Promise<Drafts> {
    const db = await openDB<Schema>("viva", 1, {
      upgrade(fresh) {
        fresh.createObjectStore("drafts", { keyPath: ["interview", "language"] }).createIndex("interview", "interview");
      },
    });
    return new Drafts(db);
  }

  async keep(interview: string, language: Language, source: string, sent = false): Promise<void> {
    await this.db.put("drafts", { interview, language, source, sent, changed: Date.now() });
  }

  /** Marks a text as sent, unless it was changed since. */
  async acknowledge(interview: string, language: Language, source: string): Promise<void> {
    const tx = this.db.transaction("drafts", "readwrite");
    const draft = await tx.store.get([interview, language]);
    if (draft?.source === source) await tx.store.put({ ...draft, sent: true });
    await tx.done;
  }

  of(interview: string): Promise<Draft[]> {
    return this.db.getAllFromIndex("drafts", "interview", interview);
  }

  /** Forgets an interview's drafts: the server has the answer, or the interview is over. */
  async forget(interview: string): Promise<void> {
    const tx = this.db.transaction("drafts", "readwrite");
    for (const key of await tx.store.index("interview").getAllKeys(interview)) await tx.store.delete(key);
    await tx.done;
  }
}

/** What was typed and never reached the server, by language. */
export async function unsent(interview: string): Promise<Draft[]> {
  try {
    return (await (await Drafts.open()).of(interview)).filter((draft) => !draft.sent);
  } catch {
    return []; // Then this browser kept nothing.
  }
}

/** Forgets what this browser kept of an interview, where it keeps anything. */
export async function forget(interview: string): Promise<void> {
  try {
    await (await Drafts.open()).forget(interview);
  } catch {
    // Then it kept nothing.
  }
}
