import { useCallback, useEffect, useRef, useState, type RefObject } from "react";

const STEP_MS = 5000;

export interface Playback {
  /** The page's one audio element: wavesurfer draws it, lines and quotes move it. */
  audio: RefObject<HTMLAudioElement | null>;
  /** Where it plays, ms, updated about four times a second. */
  at: number;
  playing: boolean;
  problem: string;
  toggle: () => void;
  seek: (ms: number) => void;
  playFrom: (ms: number) => void;
  /** What the audio element reports to. */
  handlers: Pick<
    React.AudioHTMLAttributes<HTMLAudioElement>,
    "onTimeUpdate" | "onSeeked" | "onPlay" | "onPause" | "onError" | "onLoadedMetadata"
  >;
}

/** The recording as a player: position, keys (space, arrows), and a start at `linked` ms when the page came with one. */
export function usePlayback(linked: number | null): Playback {
  const audio = useRef<HTMLAudioElement>(null);
  const [at, setAt] = useState(linked ?? 0);
  const [playing, setPlaying] = useState(false);
  const [problem, setProblem] = useState("");
  // Where to start once the recording's length is known; setting the position earlier has no effect.
  const wanted = useRef(linked);

  const seek = useCallback((ms: number) => {
    const place = Math.max(0, ms);
    setAt(place);
    if (!audio.current) return;
    if (audio.current.readyState === 0) wanted.current = place;
    else audio.current.currentTime = place / 1000;
  }, []);
  const play = useCallback(() => {
    audio.current?.play().catch((error: unknown) => {
      // Pausing before playback begins is no failure.
      if (error instanceof Error && error.name === "AbortError") return;
      setProblem("The recording can’t be played: load the page again, or open it in another browser.");
    });
  }, []);
  const toggle = useCallback(() => {
    if (audio.current?.paused) play();
    else audio.current?.pause();
  }, [play]);
  const playFrom = useCallback(
    (ms: number) => {
      seek(ms);
      play();
    },
    [play, seek],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !audio.current) return;
      const target = event.target as HTMLElement;
      if (target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog]")) return;
      // On a button or link the space key presses it.
      if (event.key === " " && !target.closest("button, a, summary")) toggle();
      else if (event.key === "ArrowLeft") seek(audio.current.currentTime * 1000 - STEP_MS);
      else if (event.key === "ArrowRight") seek(audio.current.currentTime * 1000 + STEP_MS);
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [seek, toggle]);

  const read = () => setAt((audio.current?.currentTime ?? 0) * 1000);
  const handlers: Playback["handlers"] = {
    onTimeUpdate: read,
    onSeeked: read,
    onPlay: () => setPlaying(true),
    onPause: () => setPlaying(false),
    onError: () => setProblem("The recording can’t be loaded: load the page again."),
    onLoadedMetadata: () => {
      if (wanted.current !== null) seek(wanted.current);
      wanted.current = null;
    },
  };
  return { audio, at, playing, problem, toggle, seek, playFrom, handlers };
}
