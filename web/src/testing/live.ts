import { vi } from "vitest";

/** The browser's end of a live stream, spoken to by the test. */
export class FakeSource {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 1;
  onmessage?: (event: { data: string }) => void;
  onerror?: () => void;
  constructor(readonly url: string) {
    FakeSource.opened.push(this);
  }
  close() {
    this.readyState = FakeSource.CLOSED;
  }
  says(said: object) {
    this.onmessage?.({ data: JSON.stringify(said) });
  }
  /** Lost; the browser tries again by itself, unless it gives up. */
  breaks(forGood = false) {
    if (forGood) this.close();
    this.onerror?.();
  }
}

/** The streams that are open, the newest last. */
export const streams = () =>
  FakeSource.opened.filter(({ readyState }) => readyState !== FakeSource.CLOSED);

/** What a tab says reaches all others at once. */
class FakeChannel {
  static all = new Set<FakeChannel>();
  onmessage?: (event: { data: unknown }) => void;
  constructor(readonly name: string) {
    FakeChannel.all.add(this);
  }
  postMessage(data: unknown) {
    for (const one of FakeChannel.all)
      if (one !== this && one.name === this.name) one.onmessage?.({ data });
  }
  close() {
    FakeChannel.all.delete(this);
  }
}

/** One lock, as navigator.locks gives it: to one after the other, or to whoever steals it. */
function fakeLocks() {
  interface Waiting {
    grant: () => void;
  }
  const queue: Waiting[] = [];
  let holder: { rob: () => void } | undefined;
  const next = () => queue.shift()?.grant();
  const abort = () => new DOMException("no longer", "AbortError");
  return {
    request: (
      _: string,
      { signal, steal }: { signal?: AbortSignal; steal?: boolean },
      held: () => Promise<void>,
    ) =>
      new Promise<void>((resolve, reject) => {
        const own = { rob: () => reject(abort()) };
        const grant = () => {
          holder = own;
          held().then(() => {
            if (holder !== own) return;
            holder = undefined;
            resolve();
            next();
          });
        };
        if (steal) {
          holder?.rob();
          return grant();
        }
        if (!holder) return grant();
        const waiting = { grant };
        queue.push(waiting);
        signal?.addEventListener("abort", () => {
          const at = queue.indexOf(waiting);
          if (at < 0) return;
          queue.splice(at, 1);
          reject(abort());
        });
      }),
  };
}

/** A browser whose streams the test speaks; without locks, as old ones are. */
export function liveBrowser({ locks = true } = {}) {
  FakeSource.opened = [];
  FakeChannel.all.clear();
  vi.stubGlobal("EventSource", FakeSource);
  vi.stubGlobal("BroadcastChannel", FakeChannel);
  Object.defineProperty(navigator, "locks", {
    configurable: true,
    value: locks ? fakeLocks() : undefined,
  });
}
