import { useCallback, useEffect, useRef, useState } from "react";

import { api, ApiError, type EditorState, type Language } from "../api";
import { Saver, type Saving, type Text } from "./saver";
import { Drafts, restore } from "./unsent";

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

const REFUSED = [409, 413, 422];

/** The coding answer: kept here at each keystroke, and sent by a `Saver`. Other tabs with this interview follow. */
export function useCodeAnswer(interview: string, editor: EditorState): CodeAnswer {
  const [ready, setReady] = useState(false);
  const [language, setLanguage] = useState<Language>("python");
  const [sources, setSources] = useState<Partial<Record<Language, string>>>({});
  const [saving, setSaving] = useState<Saving>("saved");
  const drafts = useRef<Drafts | null>(null);
  const saver = useRef<Saver>(null);
  const tabs = useRef<BroadcastChannel>(null);
  const first = useRef(editor);
  const locked = !editor.open || editor.submitted;

  const show = useCallback((text: Text) => {
    setLanguage(text.language);
    setSources((before) => ({ ...before, [text.language]: text.source }));
  }, []);

  useEffect(() => {
    let gone = false;
    const sending = new Saver({
      save: ({ language, source, key }, signal, keepalive) =>
        api.changeCode(interview, language, source, { signal, keepalive, key }),
      submit: ({ language, source, key }) => submitted(api.submitCode(interview, language, source, { key })),
      final: (error) => error instanceof ApiError && REFUSED.includes(error.status),
      onSaved: (text) => {
        drafts.current?.acknowledge(interview, text.language, text.source).catch(() => undefined);
      },
      show: setSaving,
    });
    saver.current = sending;
    const others = new BroadcastChannel(`viva-code-${interview}`);
    tabs.current = others;
    others.onmessage = ({ data }: MessageEvent<Text>) => {
      sending.giveWay();
      show(data);
    };
    const load = async () => {
      const opened = await Drafts.open().catch(() => null);
      const kept = (await opened?.of(interview).catch(() => [])) ?? [];
      if (gone) return;
      drafts.current = opened;
      const { language: last, sources: texts, unsent } = restore(first.current, first.current.submitted ? [] : kept);
      setLanguage(last);
      setSources(texts);
      setReady(true);
      if (!unsent) return;
      sending.change({ language: last, source: texts[last] ?? "" });
      sending.flush();
    };
    void load();
    const online = () => sending.flush();
    const leaving = () => sending.leave();
    // A phone may end a page that is out of sight without another word.
    const hidden = () => document.visibilityState === "hidden" && sending.flush();
    addEventListener("online", online);
    addEventListener("pagehide", leaving);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      gone = true;
      sending.close();
      others.close();
      removeEventListener("online", online);
      removeEventListener("pagehide", leaving);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, [interview, show]);

  const change = (text: Text) => {
    saver.current?.change(text);
    tabs.current?.postMessage(text);
    drafts.current?.keep(interview, text.language, text.source).catch(() => undefined);
  };
  const edit = (source: string) => {
    if (locked || !ready || source === sources[language]) return;
    setSources((before) => ({ ...before, [language]: source }));
    change({ language, source });
  };
  const switchTo = (next: Language) => {
    if (next === language) return;
    saver.current?.flush();
    setLanguage(next);
    const source = sources[next] ?? "";
    // Starter code is nobody's answer, so it does not replace the other language's text on the server.
    if (source !== (editor.starter[next] ?? "")) change({ language: next, source });
    else drafts.current?.keep(interview, next, source, true).catch(() => undefined);
  };
  const submit = async () => {
    await saver.current?.submit({ language, source: sources[language] ?? "" });
    await drafts.current?.forget(interview).catch(() => undefined);
  };

  return { ready, language, text: sources[language] ?? "", saving, edit, switchTo, submit };
}

/** An answer that is in already is as good: the reply to the first try may have been lost. */
async function submitted(answer: Promise<unknown>): Promise<void> {
  try {
    await answer;
  } catch (error) {
    if (!(error instanceof ApiError && error.code === "already_submitted")) throw error;
  }
}
