import { DisconnectReason, Room, RoomEvent, type RemoteParticipant } from "livekit-client";
import { useCallback, useEffect, useRef, useState } from "react";

import { api, ApiError } from "../api";
import { heard, type LiveCaption } from "./captions";
import { savesLate } from "./interviewer";
import { troubleOf, type MicrophoneTrouble } from "./microphone";
import { listen } from "./transcriptions";

/** Joining again waits this long after each failure; the last wait repeats. */
const WAITS_MS = [1000, 2000, 4000, 8000];

export type CallStage = "connecting" | "connected" | "reconnecting" | "lost" | "elsewhere";

export interface Call {
  stage: CallStage;
  /** Why the server lets nobody in just now, in a sentence; empty when the line is to blame. */
  refusal: string;
  room: Room | null;
  agent: RemoteParticipant | null;
  /** The interviewer's own word on its state ("speaking", "thinking", …); empty when unknown. */
  agentState: string;
  /** What was said waits longer than usual to be kept. */
  savesLate: boolean;
  live: LiveCaption[];
  trouble: MicrophoneTrouble | null;
  /** Publishes the microphone, or another one. */
  openMicrophone: (deviceId?: string) => void;
  /** Joins again with a fresh token. */
  rejoin: () => void;
  disconnect: () => void;
}

interface Options {
  code: string;
  /** Microphone to publish on entering; null: none, the candidate types. */
  microphone: string | null;
  /** The newest caption the journal is known to have. */
  lastSeq: () => number;
  onChange: () => void;
}

/** Keeps the candidate in the LiveKit room: connects, reconnects with fresh tokens, and gathers what the page shows of the call. */
export function useCall({ code, microphone, lastSeq, onChange }: Options): Call {
  const [attempt, setAttempt] = useState(0);
  const [stage, setStage] = useState<CallStage>("connecting");
  const [refusal, setRefusal] = useState("");
  const [room, setRoom] = useState<Room | null>(null);
  const [agent, setAgent] = useState<RemoteParticipant | null>(null);
  const [agentState, setAgentState] = useState("");
  const [late, setLate] = useState(false);
  const [live, setLive] = useState<LiveCaption[]>([]);
  const [trouble, setTrouble] = useState<MicrophoneTrouble | null>(null);
  const over = useRef(false);
  // What the effect below reads without being run again for it.
  const latest = useRef({ microphone, lastSeq, onChange });
  useEffect(() => {
    latest.current = { microphone, lastSeq, onChange };
  });

  const publish = useCallback(async (into: Room, deviceId: string) => {
    try {
      await into.localParticipant.setMicrophoneEnabled(true, deviceId ? { deviceId } : undefined);
      setTrouble(null);
    } catch (error) {
      setTrouble("mediaDevices" in navigator ? troubleOf(error) : "insecure");
    }
  }, []);

  useEffect(() => {
    let gone = false;
    const left = () => gone;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const entered = new Room({ publishDefaults: { dtx: true, red: true }, disconnectOnPageLeave: true });
    const again = () => {
      if (gone || over.current) return;
      setStage("lost");
      timer = setTimeout(() => setAttempt((n) => n + 1), WAITS_MS[Math.min(attempt, WAITS_MS.length - 1)]);
    };
    const findAgent = () => {
      const found = [...entered.remoteParticipants.values()].find((participant) => participant.isAgent) ?? null;
      setAgent(found);
      setAgentState(found?.attributes["lk.agent.state"] ?? "");
      setLate(savesLate(found?.attributes ?? {}));
    };
    const stopListening = listen(entered, (caption) => {
      setLive((before) => heard(before, { ...caption, afterSeq: latest.current.lastSeq() }));
    });
    entered
      .on(RoomEvent.Reconnecting, () => setStage("reconnecting"))
      .on(RoomEvent.Reconnected, () => setStage("connected"))
      .on(RoomEvent.ParticipantConnected, findAgent)
      .on(RoomEvent.ParticipantDisconnected, findAgent)
      .on(RoomEvent.ParticipantAttributesChanged, (_, participant) => {
        findAgent();
        if (participant !== entered.localParticipant) latest.current.onChange();
      })
      .on(RoomEvent.MediaDevicesError, (error) => setTrouble(troubleOf(error)))
      .on(RoomEvent.Disconnected, (reason) => {
        if (gone || over.current) return;
        latest.current.onChange();
        setAgent(null);
        setLate(false);
        if (reason === DisconnectReason.DUPLICATE_IDENTITY) setStage("elsewhere");
        else again();
      });

    const enter = async () => {
      // Tokens live ten minutes, and the welcome page or a broken line may have taken longer.
      const { livekit_url, token } = await api.join(code);
      if (left()) return;
      await entered.connect(livekit_url, token);
      if (left()) return;
      setRoom(entered);
      setStage("connected");
      setRefusal("");
      findAgent();
      latest.current.onChange();
      const wanted = latest.current.microphone;
      if (wanted !== null) await publish(entered, wanted);
    };
    enter().catch((error: unknown) => {
      // A refused join means that the interview is over or belongs to another browser: the state route tells which.
      const refused = error instanceof ApiError && error.code !== "unreachable";
      if (refused) latest.current.onChange();
      setRefusal(refused ? error.message : "");
      again();
    });

    return () => {
      gone = true;
      clearTimeout(timer);
      stopListening();
      void entered.disconnect();
    };
  }, [attempt, code, publish]);

  const rejoin = useCallback(() => {
    setStage("connecting");
    setAttempt((n) => n + 1);
  }, []);
  const disconnect = useCallback(() => {
    over.current = true;
    void room?.disconnect();
  }, [room]);
  const openMicrophone = useCallback(
    (deviceId = "") => {
      if (room) void publish(room, deviceId);
    },
    [room, publish],
  );

  return {
    stage,
    refusal,
    room,
    agent,
    agentState,
    savesLate: late,
    live,
    trouble,
    openMicrophone,
    rejoin,
    disconnect,
  };
}
