/** Sends what is written: one request at a time, the newest text next, and again until the server has it. */

import type { Language } from "../api";
import { newKey } from "../shared/key";

/** A pause in typing after which the text is sent. */
export const PAUSE_MS = 800;
/** Somebody who types without a pause is saved this often: the task's time may end in the middle of a line. */
export const LONGEST_MS = 3000;
/** Waits before the next try, by failures in a row; the last repeats. */
export const RETRY_MS = [1000, 2000, 4000, 8000];
/** A request that takes longer counts as failed, so that the texts behind it do not wait for ever. */
export const GIVE_UP_MS = 10_000;

/** local: kept in this browser, and tried again. refused: the server does not take this text at all. */
export type Saving = "saved" | "saving" | "local" | "refused";

export interface Text {
  language: Language;
  source: string;
}

/** A text under one name for all tries to send it. */
interface Named extends Text {
  key: string;
}

export interface Ways {
  save: (text: Named, signal: AbortSignal, keepalive: boolean) => Promise<unknown>;
  submit: (text: Named) => Promise<unknown>;
  /** Whether trying again is of no use. */
  final: (error: unknown) => boolean;
  /** The server has this very text. */
  onSaved: (text: Text) => void;
  show: (saving: Saving) => void;
}

export class Saver {
  /** The newest text that the server has yet to confirm. */
  private waiting: Named | null = null;
  /** What was handed in without an answer; the same text handed in again has its name. */
  private handed: Named | null = null;
  /** The request on its way; its answer counts only while it is this one. */
  private flight: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** When the oldest change that is not on its way was made; 0: there is none. */
  private since = 0;
  private failures = 0;
  /** Nothing more is sent: the answer is being handed in or was, or the editor is gone. */
  private shut = false;

  constructor(private readonly ways: Ways) {}

  /** The text was changed: it is sent after a pause, or after a few seconds of typing without one. */
  change(text: Text): void {
    this.waiting = { ...text, key: newKey() };
    this.since ||= Date.now();
    this.ways.show(this.failures ? "local" : "saving");
    // After a failure the next try keeps its time: keys shall not turn into tries.
    if (!this.failures) this.after(this.due());
  }

  /** Sends what waits now. */
  flush(): void {
    this.failures = 0;
    this.next();
  }

  /** The page goes away: what waits is sent at once, in place of a request that would be lost with the page. */
  leave(): void {
    this.drop();
    this.next(true);
  }

  /** The editor goes away: what waits is sent once more and then left to the copy in this browser. */
  close(): void {
    this.leave();
    this.shut = true;
  }

  /** Another tab has newer text and saves it: what waits here is out of date. */
  giveWay(): void {
    this.drop();
    this.waiting = null;
    this.failures = this.since = 0;
    this.ways.show("saved");
  }

  /** Hands `text` in for good. A save on its way is given up: the server refuses one that comes after the answer. */
  async submit(text: Text): Promise<void> {
    this.shut = true;
    this.drop();
    if (this.handed?.language !== text.language || this.handed.source !== text.source)
      this.handed = { ...text, key: newKey() };
    try {
      await this.ways.submit(this.handed);
      this.waiting = null;
      this.ways.show("saved");
    } catch (error) {
      this.shut = false;
      this.flush();
      throw error;
    }
  }

  private due(): number {
    return Math.max(0, Math.min(PAUSE_MS, this.since + LONGEST_MS - Date.now()));
  }

  private after(wait_ms: number): void {
    clearTimeout(this.timer);
    if (!this.shut) this.timer = setTimeout(() => this.next(), wait_ms);
  }

  private drop(): void {
    clearTimeout(this.timer);
    this.flight?.abort();
    this.flight = null;
  }

  private next(keepalive = false): void {
    if (this.flight || this.shut || !this.waiting) return;
    clearTimeout(this.timer);
    this.since = 0;
    this.ways.show("saving");
    this.flight = new AbortController();
    void this.send(this.waiting, this.flight, keepalive);
  }

  private async send(text: Named, flight: AbortController, keepalive: boolean): Promise<void> {
    const late = setTimeout(() => flight.abort(), GIVE_UP_MS);
    const failure = await this.ways.save(text, flight.signal, keepalive).then(
      () => null,
      (error: unknown) => ({ error }),
    );
    clearTimeout(late);
    if (this.flight !== flight) return;
    this.flight = null;
    if (failure && !this.ways.final(failure.error)) {
      this.ways.show("local");
      this.after(RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)] ?? 0);
      this.failures += 1;
      return;
    }
    this.failures = 0;
    if (!failure) this.ways.onSaved(text);
    if (this.waiting === text) {
      this.waiting = null;
      this.ways.show(failure ? "refused" : "saved");
    } else this.after(this.due());
  }
}
