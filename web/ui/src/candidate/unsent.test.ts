import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";

import type { EditorState } from "../api";
import { Drafts, restore, type Draft } from "./unsent";

const editor: EditorState = {
  open: true,
  prompt: "Write it.",
  languages: ["python", "javascript"],
  starter: { python: "# py", javascript: "// js" },
  language: "python",
  source: "from the server",
  submitted: false,
  visible_tests: [],
  closes_at_ms: null,
};
const draft = (more: Partial<Draft>): Draft => ({
  interview: "a",
  language: "python",
  source: "local",
  sent: false,
  changed: 1,
  ...more,
});

describe("restore", () => {
  it("begins with the starter code in the first language", () => {
    expect(restore({ ...editor, language: null, source: null }, [])).toEqual({
      language: "python",
      sources: { python: "# py", javascript: "// js" },
      unsent: false,
    });
  });

  it("takes the server's text over a local copy that it has acknowledged", () => {
    expect(restore(editor, [draft({ sent: true })]).sources.python).toBe("from the server");
  });

  it("takes local text that never reached the server, and says that it is unsent", () => {
    const restored = restore(editor, [draft({})]);
    expect([restored.sources.python, restored.unsent]).toEqual(["local", true]);
  });

  it("keeps an empty text empty", () => {
    expect(restore({ ...editor, source: "" }, []).sources.python).toBe("");
  });

  it("opens the language worked in last, with each language's own text", () => {
    const drafts = [
      draft({ sent: true, changed: 1 }),
      draft({ language: "javascript", source: "js", sent: true, changed: 2 }),
    ];
    expect(restore(editor, drafts)).toEqual({
      language: "javascript",
      sources: { python: "from the server", javascript: "js" },
      unsent: false,
    });
  });
});

describe("Drafts", () => {
  let drafts: Drafts;
  beforeEach(async () => {
    drafts = await Drafts.open();
    await drafts.forget("a");
    await drafts.forget("b");
  });

  it("acknowledges only the very text that was sent", async () => {
    await drafts.keep("a", "python", "newer");
    await drafts.acknowledge("a", "python", "older");
    expect((await drafts.of("a"))[0]?.sent).toBe(false);
    await drafts.acknowledge("a", "python", "newer");
    expect((await drafts.of("a"))[0]?.sent).toBe(true);
  });

  it("forgets one interview and leaves the others", async () => {
    await drafts.keep("a", "python", "x");
    await drafts.keep("a", "javascript", "y");
    await drafts.keep("b", "python", "z");
    await drafts.forget("a");
    expect([await drafts.of("a"), (await drafts.of("b")).length]).toEqual([[], 1]);
  });
});
