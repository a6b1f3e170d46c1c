import { useMediaDeviceSelect } from "@livekit/components-react";
import type { Room } from "livekit-client";
import { useState } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";

/** Microphone and speakers, changeable during the call. */
export function Devices({ room, open, onClose }: { room: Room; open: boolean; onClose: () => void }) {
  return (
    <ModalOverlay className="overlay" isOpen={open} isDismissable onOpenChange={(now) => !now && onClose()}>
      <Modal className="modal">
        <Dialog>
          <Heading slot="title">Microphone and speakers</Heading>
          <Choice room={room} kind="audioinput" label="Microphone" />
          <Choice room={room} kind="audiooutput" label="Speakers" />
          <div className="actions">
            <button type="button" className="button primary" onClick={onClose}>
              Done
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Choice({ room, kind, label }: { room: Room; kind: MediaDeviceKind; label: string }) {
  const { devices, activeDeviceId, setActiveMediaDevice } = useMediaDeviceSelect({ kind, room });
  const [problem, setProblem] = useState("");
  const choose = (id: string) => {
    setProblem("");
    setActiveMediaDevice(id).catch(() => setProblem("This device could not be opened: choose another one."));
  };
  // Some browsers choose speakers in the system's settings only and list none.
  if (devices.length === 0)
    return kind === "audioinput" ? <p>No microphone was found: plug one in or switch it on.</p> : null;
  return (
    <label className="field">
      {label}
      <select value={activeDeviceId} onChange={(event) => choose(event.target.value)}>
        {devices.map((device, i) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || `${label} ${i + 1}`}
          </option>
        ))}
      </select>
      {problem && <span className="field-error">{problem}</span>}
    </label>
  );
}
