import { describe, expect, it } from "vitest";

import type { Caption } from "../api";
import { heard, merged, type LiveCaption } from "./captions";

const asked: Caption = { seq: 4, who: "interviewer", text: "What is the system trying to achieve?", at_ms: 9000 };
const said: Caption = { seq: 7, who: "candidate", text: "It ranks items.", at_ms: 14_000 };
const live = (more: Partial<LiveCaption>): LiveCaption => ({
  id: "s1",
  who: "candidate",
  text: "It ranks",
  final: false,
  afterSeq: 4,
  ...more,
});
const texts = (captions: { text: string }[]) => captions.map(({ text }) => text);

describe("heard", () => {
  it("replaces a segment's text and keeps when it began", () => {
    const grown = heard([live({})], live({ text: "It ranks items", afterSeq: 9 }));
    expect(grown).toEqual([live({ text: "It ranks items" })]);
  });

  it("lets no late interim text replace final text", () => {
    const final = live({ text: "It ranks items.", final: true });
    expect(heard([final], live({ text: "It" }))).toEqual([final]);
  });
});

describe("merged", () => {
  it("shows live words after the journal's, as interim", () => {
    expect(merged([asked], [live({})]).map(({ text, interim }) => [text, interim])).toEqual([
      [asked.text, false],
      ["It ranks", true],
    ]);
  });

  it("orders the journal by sequence and drops what it has by now, whatever the punctuation", () => {
    expect(texts(merged([said, asked], [live({ text: "it ranks items", final: true })]))).toEqual([
      asked.text,
      said.text,
    ]);
  });

  it("drops an interviewer's line that the journal wrote before its first live word", () => {
    expect(texts(merged([asked], [live({ who: "interviewer", text: "What is the", afterSeq: 4 })]))).toEqual([
      asked.text,
    ]);
  });

  it("drops an interrupted line, which the journal has shorter", () => {
    const cut = { ...asked, text: "What is the system" };
    expect(texts(merged([cut], [live({ who: "interviewer", text: asked.text, afterSeq: 4 })]))).toEqual([cut.text]);
  });

  it("keeps a new utterance that begins with the words of the last one", () => {
    const words = live({ text: "It ranks items for a feed", afterSeq: 7 });
    expect(texts(merged([asked, said], [words]))).toEqual([asked.text, said.text, words.text]);
  });

  it("drops live words that the journal has passed by twice", () => {
    const later = [said, { ...said, seq: 8, text: "And then it learns." }];
    expect(texts(merged(later, [live({ text: "Something misheard", final: true })]))).toEqual(texts(later));
  });
});
