import { useLocalParticipant, useTrackVolume } from "@livekit/components-react";
import type { LocalAudioTrack, Room } from "livekit-client";

import { Meter } from "./Meter";

interface Props {
  /** The connected room; null while there is none. */
  room: Room | null;
  typing: boolean;
  onTyping: () => void;
  hold: boolean;
  onHold: () => void;
  onDevices: () => void;
  onLeave: () => void;
}

/** The bar under the call. */
export function Controls({ room, typing, onTyping, hold, onHold, onDevices, onLeave }: Props) {
  return (
    <footer className="controls">
      <div role="toolbar" aria-label="Call controls">
        {room && <MicrophoneControl room={room} />}
        <button type="button" className={`button ${hold ? "primary" : ""}`} aria-pressed={hold} onClick={onHold}>
          {hold ? "I’m ready" : "Give me a moment"}
        </button>
        <button type="button" className="button" aria-pressed={typing} onClick={onTyping}>
          {typing ? "Hide typing" : "Type an answer"}
        </button>
        <button type="button" className="button" onClick={onDevices} disabled={!room}>
          Devices
        </button>
        <button type="button" className="button danger-quiet" onClick={onLeave}>
          Leave
        </button>
      </div>
    </footer>
  );
}

function MicrophoneControl({ room }: { room: Room }) {
  const { isMicrophoneEnabled, microphoneTrack } = useLocalParticipant({ room });
  const level = useTrackVolume(microphoneTrack?.track as LocalAudioTrack | undefined);
  const toggle = () => {
    // A refusal shows as the room's MediaDevicesError, with its mend, above the call.
    room.localParticipant.setMicrophoneEnabled(!isMicrophoneEnabled).catch(() => undefined);
  };
  return (
    <div className="microphone">
      <button
        type="button"
        className={`button ${isMicrophoneEnabled ? "" : "warn"}`}
        aria-pressed={!isMicrophoneEnabled}
        onClick={toggle}
      >
        {isMicrophoneEnabled ? "Mute" : "Unmute"}
      </button>
      <Meter level={isMicrophoneEnabled ? Math.min(1, level * 2) : 0} label="Your microphone’s level" />
    </div>
  );
}
