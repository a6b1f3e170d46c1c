import { useIsSpeaking } from "@livekit/components-react";
import type { Participant, Room } from "livekit-client";
import { useEffect, useState } from "react";

import type { InterviewState } from "../api";
import type { Call } from "./useCall";

const SLOW_MS = 20_000;

/** Who speaks now, in a word and a picture. */
export function Speaking({ call, state }: { call: Call; state: InterviewState }) {
  if (!call.room || !call.agent || call.stage !== "connected") return <Waiting call={call} />;
  return <Turn room={call.room} agent={call.agent} agentState={call.agentState} state={state} />;
}

function Waiting({ call }: { call: Call }) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, []);
  if (call.stage === "connecting" || call.stage === "lost" || call.stage === "reconnecting") {
    return <Orb mood="waiting" text="Connecting…" />;
  }
  return (
    <Orb
      mood="waiting"
      text={
        slow
          ? "The interviewer is taking longer than usual to join. Stay here: the call starts by itself."
          : "The interviewer is joining…"
      }
    />
  );
}

interface TurnProps {
  room: Room;
  agent: Participant;
  agentState: string;
  state: InterviewState;
}

function Turn({ room, agent, agentState, state }: TurnProps) {
  const interviewer = useIsSpeaking(agent);
  const candidate = useIsSpeaking(room.localParticipant);
  if (interviewer) return <Orb mood="speaking" text="The interviewer is speaking" />;
  if (state.hold) return <Orb mood="waiting" text="Taking a moment" />;
  if (candidate) return <Orb mood="hearing" text="Hearing you" />;
  if (agentState === "thinking") return <Orb mood="waiting" text="One moment…" />;
  if (state.stage === "coding") return <Orb mood="waiting" text="The interviewer keeps quiet while you write" />;
  return <Orb mood="listening" text={state.stage === "asking" ? "Listening to your questions" : "Listening"} />;
}

function Orb({ mood, text }: { mood: string; text: string }) {
  return (
    <div className={`turn ${mood}`} data-mood={mood}>
      <span className="orb" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
        <i />
      </span>
      <p>{text}</p>
    </div>
  );
}
