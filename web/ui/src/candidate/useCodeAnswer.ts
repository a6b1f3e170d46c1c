import { useCallback, useEffect, useRef, useState } from "react";

import { api, ApiError, type EditorState, type Language } from "../api";
import { Drafts, restore } from "./unsent";

const PAUSE_MS = 800;
/** Somebody who types without a pause is saved this often: the task's time may end in the middle of a line. */
const LONGEST_MS = 3000;
const RETRY_MS = 3000;

export type Saving = "saved" | "saving" | "local" | "refused";

export interface CodeAnswer {
  /** False until local drafts were looked at. */
  ready: boolean;
  language: Language;
  text: string;
  saving: Saving;
  edit: (text: string) => void;
  switchTo: (language: Language) => void;
  submit: () => Promise<void>;
}

/** The coding answer: kept here at each keystroke, sent after each pause, sent again until the server has it. */
export function useCodeAnswer(interview: string, editor: EditorState): CodeAnswer {
  const [ready, setReady] = useState(false);
  const [language, setLanguage] = useState<Language>("python");
  const [sources, setSources] = useState<Partial<Record<Language, string>>>({});
  const [saving, setSaving] = useState<Saving>("saved");
  const drafts = useRef<Drafts | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pending = useRef<{ language: Language; source: string } | null>(null);
  /** When the first change since the last save was made; 0: there is none. */
  const unsaved = useRef(0);
  const first = useRef(editor);
  const locked = !editor.open || editor.submitted;

  const send = useCallback(
    async (keepalive = false): Promise<void> => {
      clearTimeout(timer.current);
      unsaved.current = 0;
      const text = pending.current;
      if (!text) return;
      setSaving("saving");
      try {
        await api.changeCode(interview, text.language, text.source, keepalive);
        await drafts.current?.acknowledge(interview, text.language, text.source).catch(() => undefined);
        if (pending.current === text) {
          pending.current = null;
          setSaving("saved");
        }
      } catch (error) {
        const refused = error instanceof ApiError && [409, 413, 422].includes(error.status);
        setSaving(refused ? "refused" : "local");
      }
    },
    [interview],
  );

  useEffect(() => {
    let gone = false;
    const load = async () => {
      const opened = await Drafts.open().catch(() => null);
      const kept = (await opened?.of(interview).catch(() => [])) ?? [];
      if (gone) return;
      drafts.current = opened;
      const { language: last, sources: texts, unsent } = restore(first.current, first.current.submitted ? [] : kept);
      setLanguage(last);
      setSources(texts);
      setReady(true);
      if (unsent) {
        pending.current = { language: last, source: texts[last] ?? "" };
        void send();
      }
    };
    void load();
    const now = () => void send();
    const leaving = () => void send(true);
    addEventListener("online", now);
    addEventListener("pagehide", leaving);
    return () => {
      gone = true;
      clearTimeout(timer.current);
      removeEventListener("online", now);
      removeEventListener("pagehide", leaving);
    };
  }, [interview, send]);

  useEffect(() => {
    if (saving !== "local") return;
    const again = setTimeout(() => void send(), RETRY_MS);
    return () => clearTimeout(again);
  }, [saving, send]);

  const later = (text: { language: Language; source: string }) => {
    pending.current = text;
    setSaving("saving");
    drafts.current?.keep(interview, text.language, text.source).catch(() => undefined);
    clearTimeout(timer.current);
    unsaved.current ||= performance.now();
    const left = unsaved.current + LONGEST_MS - performance.now();
    timer.current = setTimeout(() => void send(), Math.max(0, Math.min(PAUSE_MS, left)));
  };
  const edit = (source: string) => {
    if (locked || !ready || source === sources[language]) return;
    setSources((before) => ({ ...before, [language]: source }));
    later({ language, source });
  };
  const switchTo = (next: Language) => {
    if (next === language) return;
    void send();
    setLanguage(next);
    const source = sources[next] ?? "";
    // Starter code is nobody's answer, so it does not replace the other language's text on the server.
    if (source !== (editor.starter[next] ?? "")) later({ language: next, source });
    else drafts.current?.keep(interview, next, source, true).catch(() => undefined);
  };
  const submit = async () => {
    clearTimeout(timer.current);
    await api.submitCode(interview, language, sources[language] ?? "");
    pending.current = null;
    setSaving("saved");
    await drafts.current?.forget(interview).catch(() => undefined);
  };

  return { ready, language, text: sources[language] ?? "", saving, edit, switchTo, submit };
}
