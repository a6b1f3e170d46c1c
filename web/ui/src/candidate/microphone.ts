/** The microphone before the call: permission, level, and what to say when it does not work. */

export type MicrophoneTrouble = "denied" | "missing" | "busy" | "insecure" | "silent";

/** Below this root mean square a microphone counts as giving nothing (−60 dBFS). */
const SILENCE = 0.001;

/** What to tell someone whose microphone does not work: what is wrong and the mend, in a sentence. */
export function troubleSentence(trouble: MicrophoneTrouble, label = ""): string {
  const name = label ? `“${label}”` : "this microphone";
  switch (trouble) {
    case "denied":
      return "Your browser blocks the microphone here: allow it in the site settings beside the address bar, then try again.";
    case "missing":
      return "No microphone was found: plug one in or switch it on, then try again.";
    case "busy":
      return "The microphone can't be opened: close other programs that use it, then try again.";
    case "insecure":
      return "Browsers give microphones only to secure pages: open the link with https:// in front.";
    case "silent":
      return `Nothing is heard from ${name}: check that it isn't muted, or choose another microphone.`;
  }
}

/** Which trouble an error of getUserMedia stands for. */
export function troubleOf(error: unknown): MicrophoneTrouble {
  const name = error instanceof Error ? error.name : "";
  if (name === "NotAllowedError" || name === "SecurityError") return "denied";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "missing";
  return "busy";
}

/** Opens a microphone. Throws what getUserMedia throws; TypeError where the page is not secure. */
export function openMicrophone(deviceId: string): Promise<MediaStream> {
  const audio: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  if (deviceId) audio.deviceId = { exact: deviceId };
  return navigator.mediaDevices.getUserMedia({ audio });
}

/** Root mean square of time-domain samples in −1…1. */
export function rms(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length ? Math.sqrt(sum / samples.length) : 0;
}

/** A level for the eye: 0 at −60 dBFS and below, 1 at −10 dBFS and above, even steps between. */
export function meterLevel(level: number): number {
  if (level <= SILENCE) return 0;
  return Math.min(1, (20 * Math.log10(level) + 60) / 50);
}

/** Calls `onLevel` with the meter level of a stream about 30 times a second, until the returned function is called. */
export function watchLevel(stream: MediaStream, onLevel: (level: number) => void): () => void {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    onLevel(meterLevel(rms(samples)));
  }, 33);
  // A context made before any gesture starts suspended, and its analyser would read silence.
  void context.resume();
  return () => {
    clearInterval(timer);
    void context.close();
  };
}

/** Two soft notes through the speakers. */
export async function playTone(): Promise<void> {
  const context = new AudioContext();
  await context.resume();
  const begin = context.currentTime + 0.05;
  [523.25, 659.25].forEach((pitch, i) => {
    const from = begin + i * 0.35;
    const tone = context.createOscillator();
    const gain = context.createGain();
    tone.frequency.value = pitch;
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(0.2, from + 0.04);
    gain.gain.exponentialRampToValueAtTime(0.001, from + 0.5);
    tone.connect(gain).connect(context.destination);
    tone.start(from);
    tone.stop(from + 0.55);
  });
  await new Promise((done) => setTimeout(done, 1100));
  await context.close();
}
