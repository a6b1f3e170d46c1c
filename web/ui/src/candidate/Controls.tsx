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
          {hold ? "I’m ready" : <Words long="Give me a moment" short="Moment" />}
        </button>
        <button type="button" className="button" aria-pressed={typing} onClick={onTyping}>
          <Words {...(typing ? { long: "Hide typing", short: "Hide" } : { long: "Type an answer", short: "Type" })} />
        </button>
        <button type="button" className="button" onClick={onDevices} disabled={!room}>
          <Words long="Devices" short="Sound" />
        </button>
        <button type="button" className="button danger-quiet" onClick={onLeave}>
          Leave
        </button>
      </div>
    </footer>
  );
}

/** What a button says, and what it says on a phone. */
function Words({ long, short }: { long: string; short: string }) {
  return (
    <>
      <span className="long">{long}</span>
      <span className="short">{short}</span>
    </>
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
