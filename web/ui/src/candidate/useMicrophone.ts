import { useCallback, useEffect, useRef, useState } from "react";

import { openMicrophone, troubleOf, watchLevel, type MicrophoneTrouble } from "./microphone";

/** Speech reaches this meter level at a normal distance; a microphone that never does is most likely muted. */
const HEARD = 0.25;
const SILENT_AFTER_MS = 5000;

export interface Microphone {
  stage: "idle" | "asking" | "open" | "failed";
  trouble: MicrophoneTrouble | null;
  devices: MediaDeviceInfo[];
  deviceId: string;
  label: string;
  /** True once something loud enough for speech came in. */
  heard: boolean;
  level: number;
  open: (deviceId?: string) => void;
  close: () => void;
}

/** A microphone for the check before the call. Its sound stays in the page; closing it, or leaving, releases it. */
export function useMicrophone(): Microphone {
  const [stage, setStage] = useState<Microphone["stage"]>("idle");
  const [trouble, setTrouble] = useState<MicrophoneTrouble | null>(null);
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  const [device, setDevice] = useState({ id: "", label: "" });
  const [heard, setHeard] = useState(false);
  const [level, setLevel] = useState(0);
  const release = useRef<() => void>(() => undefined);
  const turn = useRef(0);

  const close = useCallback(() => {
    turn.current += 1;
    release.current();
    release.current = () => undefined;
    setStage("idle");
    setLevel(0);
  }, []);

  const open = useCallback(
    (deviceId = "") => {
      close();
      const mine = turn.current;
      setStage("asking");
      setTrouble(null);
      setHeard(false);
      const begin = async () => {
        if (!("mediaDevices" in navigator)) throw new TypeError("no media devices");
        const stream = await openMicrophone(deviceId);
        const stop = () => stream.getTracks().forEach((track) => track.stop());
        if (mine !== turn.current) {
          stop();
          return;
        }
        const track = stream.getAudioTracks()[0];
        const chosen = track?.getSettings().deviceId ?? deviceId;
        setDevice({ id: chosen, label: track?.label ?? "" });
        setDevices(
          (await navigator.mediaDevices.enumerateDevices()).filter((d) => d.kind === "audioinput" && d.deviceId),
        );
        const opened = Date.now();
        let loud = false;
        const unwatch = watchLevel(stream, (now) => {
          setLevel(now);
          if (now >= HEARD && !loud) {
            loud = true;
            setHeard(true);
            setTrouble(null);
          }
          if (!loud && Date.now() - opened > SILENT_AFTER_MS) setTrouble("silent");
        });
        release.current = () => {
          unwatch();
          stop();
        };
        setStage("open");
      };
      begin().catch((error: unknown) => {
        if (mine !== turn.current) return;
        setStage("failed");
        setTrouble("mediaDevices" in navigator ? troubleOf(error) : "insecure");
      });
    },
    [close],
  );

  useEffect(() => close, [close]);

  return { stage, trouble, devices, deviceId: device.id, label: device.label, heard, level, open, close };
}
