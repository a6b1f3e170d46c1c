/** Live captions out of LiveKit's transcription streams. */

import type { Room, TextStreamReader } from "livekit-client";

import type { LiveCaption } from "./captions";

const TOPIC = "lk.transcription";

/**
 * Reports every growth of every transcribed segment, both sides'. The interviewer's segments arrive piece by piece in one stream; the
 * candidate's as a new stream for each version of the text. Returns the function that stops it.
 */
export function listen(room: Room, report: (caption: Omit<LiveCaption, "afterSeq">) => void): () => void {
  const read = async (reader: TextStreamReader, identity: string) => {
    const who = identity === room.localParticipant.identity ? "candidate" : "interviewer";
    const id = reader.info.attributes?.["lk.segment_id"] ?? reader.info.id;
    const final = () => reader.info.attributes?.["lk.transcription_final"] === "true";
    let text = "";
    for await (const piece of reader) {
      text += piece;
      report({ id, who, text, final: final() });
    }
    // The last word on whether the text is final comes with the stream's end.
    report({ id, who, text, final: who === "interviewer" || final() });
  };
  room.registerTextStreamHandler(TOPIC, (reader, { identity }) => {
    // A stream that breaks off is no loss: the journal brings its words.
    read(reader, identity).catch(() => undefined);
  });
  return () => room.unregisterTextStreamHandler(TOPIC);
}
