import { type DBSchema, openDB } from "idb";
import { ApiProblem, send } from "../api/client";

/** A write that could not be sent yet. Its body names the id, so that sending it twice is one write. */
export interface Waiting {
  key?: number;
  path: string;
  body: unknown;
  title: string;
  at: string;
  /** Why the server refused it; it waits for its writer then. */
  refused?: string;
}

interface OutboxSchema extends DBSchema {
  waiting: { key: number; value: Waiting };
}

const database = () =>
  openDB<OutboxSchema>("takt-outbox", 1, {
    upgrade: (db) => {
      db.createObjectStore("waiting", { keyPath: "key", autoIncrement: true });
    },
  });

const listeners = new Set<() => void>();
const changed = () => {
  for (const listener of listeners) listener();
};
export function onOutboxChange(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export async function waiting(): Promise<Waiting[]> {
  return (await database()).getAll("waiting");
}

export async function discard(key: number) {
  await (await database()).delete("waiting", key);
  changed();
}

/** Sends a create, or keeps it until the network is back; says which it was. */
export async function sendOrKeep(
  path: string,
  body: unknown,
  title: string,
): Promise<"sent" | "kept"> {
  try {
    await send("POST", path, body);
    return "sent";
  } catch (caught) {
    if (!(caught instanceof ApiProblem && caught.unreached)) throw caught;
    const kept: Waiting = { path, body, title, at: new Date().toISOString() };
    await (await database()).add("waiting", kept);
    changed();
    return "kept";
  }
}

let sending = false;

/** Sends what waits, in order; stops where there is still no network. */
export async function flushOutbox(): Promise<number> {
  if (sending) return 0;
  sending = true;
  let sent = 0;
  try {
    for (const entry of await waiting()) {
      if (entry.refused || entry.key === undefined) continue;
      try {
        await send("POST", entry.path, entry.body);
        await discard(entry.key);
        ++sent;
      } catch (caught) {
        // Signed out: it waits for the next sign-in. Refused: its writer decides.
        if (!(caught instanceof ApiProblem) || caught.unreached) break;
        if (caught.status === 401 || caught.code === "csrf") break;
        await (await database()).put("waiting", { ...entry, refused: caught.message });
        changed();
      }
    }
  } finally {
    sending = false;
  }
  return sent;
}
