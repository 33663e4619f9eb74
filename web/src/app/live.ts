import { askAnew } from "../api/client";

/** What the server says: who listens, at first; its interface's version; that an account changed. */
export interface Said {
  user?: string;
  version?: string;
  ledger?: string;
  revision?: number;
}

/** The lock of the tab that leads, and the channel on which it tells the others. */
const name = "takt-live";
const again = 5_000;
/** The server says something every fifteen seconds at least. */
export const silence = 45_000;

const listeners = new Set<(said: Said) => void>();

/** Hears what the server says; returns how to stop it. */
export function onSaid(listener: (said: Said) => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** A stream of this tab's own, opened again where the browser gives it up. */
function openStream(say: (said: Said) => void, refused: () => void) {
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout>;
  const open = () => {
    source = new EventSource("/api/v1/live");
    source.onmessage = ({ data }) => say(JSON.parse(data));
    source.onerror = () => {
      // Browsers try again by themselves, unless they were refused.
      if (source.readyState !== EventSource.CLOSED) return;
      refused();
      clearTimeout(timer);
      timer = setTimeout(open, again);
    };
  };
  const close = () => {
    clearTimeout(timer);
    source.close();
  };
  open();
  return {
    close,
    again: () => {
      close();
      open();
    },
  };
}

/**
 * Listens to the server, through one stream for all tabs of the browser, since that has six
 * connections for all of them: the tab that holds the lock leads, and tells the others. Where there
 * are no locks, each tab has a stream of its own. Returns how to stop it.
 *
 * `silent`: nothing was heard for so long that the server, or the leader, must be gone; another
 * attempt is being made. `refused`: the server gives no stream, e.g. because nobody is signed in.
 */
export function connect({ silent, refused }: { silent: () => void; refused: () => void }) {
  const channel = new BroadcastChannel(name);
  let left = false;
  let leave = () => {};
  let tryAgain = () => {};

  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      wait();
      silent();
      tryAgain();
    }, silence);
  };
  const hear = (said: Said) => {
    wait();
    askAnew();
    for (const listener of listeners) listener(said);
  };
  const tell = (said: Said) => {
    channel.postMessage(said);
    hear(said);
  };
  channel.onmessage = ({ data }) => hear(data);

  const alone = () => {
    const stream = openStream(hear, refused);
    leave = stream.close;
    tryAgain = stream.again;
  };

  /** Waits for the lead, or takes it from a tab that has fallen silent, e.g. because it sleeps. */
  const lead = async (steal = false) => {
    const waiting = new AbortController();
    let stream: ReturnType<typeof openStream> | undefined;
    let release = () => {};
    leave = () => {
      waiting.abort();
      stream?.close();
      release();
    };
    tryAgain = () => {
      if (stream) return stream.again();
      waiting.abort();
      lead(true);
    };
    const held = () =>
      new Promise<void>((resolve) => {
        if (left) return resolve();
        release = resolve;
        stream = openStream(tell, refused);
      });
    try {
      await navigator.locks.request(name, steal ? { steal } : { signal: waiting.signal }, held);
    } catch {
      // No longer waited for; or another tab took the lead.
      stream?.close();
      if (stream && !left) lead();
    }
  };

  wait();
  if (navigator.locks) lead();
  else alone();
  return () => {
    left = true;
    clearTimeout(timer);
    leave();
    channel.close();
  };
}
