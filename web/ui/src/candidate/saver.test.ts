import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { GIVE_UP_MS, LONGEST_MS, PAUSE_MS, RETRY_MS, Saver, type Saving, type Text } from "./saver";

interface Request {
  source: string;
  key: string;
  keepalive: boolean;
  signal: AbortSignal;
  answer: () => Promise<void>;
  fail: (reason?: string) => Promise<void>;
}

/** A server that answers when told to. */
class Server {
  requests: Request[] = [];
  submissions: Request[] = [];
  confirmed: string[] = [];
  shown: Saving[] = [];
  readonly saver = new Saver({
    save: (text, signal, keepalive) => this.take(this.requests, text, text.key, signal, keepalive),
    submit: (text) => this.take(this.submissions, text, text.key),
    final: (error) => error instanceof Error && error.message === "refused",
    onSaved: (text) => this.confirmed.push(text.source),
    show: (saving) => this.shown.push(saving),
  });

  get last(): Request {
    const request = this.requests.at(-1);
    if (!request) throw new Error("nothing was sent");
    return request;
  }

  type(source: string) {
    this.saver.change({ language: "python", source });
  }

  sent() {
    return this.requests.map((request) => request.source);
  }

  private take(
    list: Request[],
    text: Text,
    key: string,
    signal = new AbortController().signal,
    keepalive = false,
  ): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const settled = () => vi.advanceTimersByTimeAsync(0).then(() => undefined);
      signal.addEventListener("abort", () => reject(new Error("aborted")));
      list.push({
        source: text.source,
        key,
        keepalive,
        signal,
        answer: () => (resolve(), settled()),
        fail: (reason = "unreachable") => (reject(new Error(reason)), settled()),
      });
    });
  }
}

describe("Saver", () => {
  let server: Server;
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  beforeEach(() => {
    vi.useFakeTimers();
    server = new Server();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("sends after a pause, and says when the server has it", async () => {
    server.type("a");
    await pass(PAUSE_MS - 1);
    expect(server.sent()).toEqual([]);
    await pass(1);
    expect([server.sent(), server.shown.at(-1)]).toEqual([["a"], "saving"]);
    await server.last.answer();
    expect([server.confirmed, server.shown.at(-1)]).toEqual([["a"], "saved"]);
    await pass(60_000);
    expect(server.sent()).toEqual(["a"]);
  });

  it("sends every few seconds while somebody types without a pause", async () => {
    for (let key = 0; key < 70; key += 1) {
      server.type(`${key}`);
      await pass(100);
      if (server.requests.length > server.confirmed.length) await server.last.answer();
    }
    expect(server.sent()).toHaveLength(Math.floor(7000 / LONGEST_MS));
  });

  it("has one request on its way, and the newest text follows it", async () => {
    server.type("a");
    await pass(PAUSE_MS);
    for (const text of ["ab", "abc"]) {
      server.type(text);
      await pass(PAUSE_MS);
    }
    expect(server.sent()).toEqual(["a"]);
    await server.last.answer();
    expect(server.shown.at(-1)).toBe("saving");
    await pass(PAUSE_MS);
    expect(server.sent()).toEqual(["a", "abc"]);
    await server.last.answer();
    expect([server.confirmed, server.shown.at(-1)]).toEqual([["a", "abc"], "saved"]);
  });

  it("tries again, each time after a longer wait, and keys do not hurry it", async () => {
    server.type("a");
    await pass(PAUSE_MS);
    for (const wait_ms of [...RETRY_MS, ...RETRY_MS.slice(-1)]) {
      const tried = server.requests.length;
      await server.last.fail();
      expect(server.shown.at(-1)).toBe("local");
      server.type(`a${tried}`);
      expect(server.shown.at(-1)).toBe("local");
      await pass(wait_ms - 1);
      expect(server.requests).toHaveLength(tried);
      await pass(1);
      expect(server.last.source).toBe(`a${tried}`);
    }
    await server.last.answer();
    expect(server.shown.at(-1)).toBe("saved");
  });

  it("tries again under the same key, so that nothing is written twice, and sends other text under another", async () => {
    server.type("a");
    await pass(PAUSE_MS);
    await server.last.fail();
    await pass(RETRY_MS[0] ?? 0);
    await server.last.answer();
    server.type("ab");
    await pass(PAUSE_MS);
    const [first, again, other] = server.requests.map((request) => request.key);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
  });

  it("hands the same answer in again under the same key, and a changed one under another", async () => {
    for (const source of ["a", "a", "ab"]) {
      const handed = server.saver.submit({ language: "python", source });
      const failed = expect(handed).rejects.toThrow("unreachable");
      await server.submissions.at(-1)?.fail();
      await failed;
    }
    const [first, again, other] = server.submissions.map((request) => request.key);
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it("tries at once when the network is back", async () => {
    server.type("a");
    await pass(PAUSE_MS);
    await server.last.fail();
    server.saver.flush();
    expect(server.sent()).toEqual(["a", "a"]);
  });

  it("gives up on a request that is never answered, and a late answer to it counts for nothing", async () => {
    server.type("a");
    await pass(PAUSE_MS);
    server.type("ab");
    await pass(GIVE_UP_MS);
    expect(server.shown.at(-1)).toBe("local");
    await pass(RETRY_MS[0] ?? 0);
    expect(server.sent()).toEqual(["a", "ab"]);
    await server.requests[0]?.answer();
    expect(server.confirmed).toEqual([]);
  });

  it("does not send again what the server refuses, but does send what is typed after it", async () => {
    server.type("too long");
    await pass(PAUSE_MS);
    await server.last.fail("refused");
    expect(server.shown.at(-1)).toBe("refused");
    await pass(60_000);
    server.type("short");
    await pass(PAUSE_MS);
    expect(server.sent()).toEqual(["too long", "short"]);
  });

  it("sends the newest text when the page goes away, in place of the one on its way", async () => {
    server.type("a");
    await pass(PAUSE_MS);
    server.type("ab");
    server.saver.leave();
    expect(server.requests.map(({ source, keepalive, signal }) => [source, keepalive, signal.aborted])).toEqual([
      ["a", false, true],
      ["ab", true, false],
    ]);
    await server.last.answer();
    expect(server.confirmed).toEqual(["ab"]);
  });

  it("does not try again once the editor is gone", async () => {
    server.type("a");
    server.saver.close();
    await server.last.fail();
    await pass(60_000);
    expect(server.sent()).toEqual(["a"]);
  });

  it("gives way to another tab", async () => {
    server.type("a");
    await pass(PAUSE_MS);
    await server.last.fail();
    server.saver.giveWay();
    await pass(60_000);
    expect([server.sent(), server.shown.at(-1)]).toEqual([["a"], "saved"]);
  });

  it("hands the answer in over a save on its way, and saves nothing after it", async () => {
    server.type("a");
    await pass(PAUSE_MS);
    server.type("ab");
    const handed = server.saver.submit({ language: "python", source: "ab" });
    expect(server.last.signal.aborted).toBe(true);
    await pass(60_000);
    await server.submissions[0]?.answer();
    await handed;
    server.saver.flush();
    await pass(60_000);
    expect([server.sent(), server.submissions.length, server.shown.at(-1)]).toEqual([["a"], 1, "saved"]);
  });

  it("goes on saving when the answer could not be handed in", async () => {
    server.type("a");
    const handed = server.saver.submit({ language: "python", source: "a" });
    const failed = expect(handed).rejects.toThrow("unreachable");
    await server.submissions[0]?.fail();
    await failed;
    expect(server.sent()).toEqual(["a"]);
    await server.last.answer();
    expect(server.confirmed).toEqual(["a"]);
  });
});
