import { type DBSchema, openDB } from "idb";
import { ApiProblem, type FieldProblem, writerNow } from "../api/client";
import { type AddressOf, type BodyOf, type Keepable, sendKept } from "../api/entity";
import { inTurn } from "../app/in-turn";

/** A write that could not be sent yet. Its body names the id, so that sending it twice is one write. */
export interface Waiting {
  key?: number;
  /** Who wrote it: nobody else who signs in on this device sends it or sees it. */
  user: string;
  /** What the others on this device know of it, beside that it waits. */
  name: string;
  path: AddressOf<Keepable>;
  body: BodyOf<Keepable>;
  title: string;
  at: string;
  /** Why the server refused it; it waits for its writer then. */
  refused?: { code: string; detail: string; fields: FieldProblem[] };
}

/** The notice that something is kept; it goes once nothing waits any more. */
export const keptNotice = "kept";

/** Who writes. */
export interface Writer {
  id: string;
  name: string;
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

/** What of `user` waits, in the order in which it was written. */
export async function waiting(user: string): Promise<Waiting[]> {
  return (await (await database()).getAll("waiting")).filter((entry) => entry.user === user);
}

/** How much of others waits on this device, by their names; what it says is theirs. */
export async function waitingOfOthers(user: string): Promise<{ name: string; count: number }[]> {
  const all = await (await database()).getAll("waiting");
  const others = new Map<string, { name: string; count: number }>();
  for (const entry of all.filter((one) => one.user !== user)) {
    const { count } = others.get(entry.user) ?? { count: 0 };
    others.set(entry.user, { name: entry.name, count: count + 1 });
  }
  return [...others.values()];
}

export async function discard(key: number) {
  await (await database()).delete("waiting", key);
  changed();
}

/** Where something is created, what, and what its writer knows it by. */
type Write = {
  [P in Keepable]: [path: AddressOf<P>, body: BodyOf<P>, title: string];
}[Keepable];

/** Sends a create, or keeps it until the network is back; says which it was. */
export async function sendOrKeep(
  { id: user, name }: Writer,
  ...[path, body, title]: Write
): Promise<"sent" | "kept"> {
  if (!(await waitsBefore(user))) {
    try {
      await sendKept(path, body);
      return "sent";
    } catch (caught) {
      if (!(caught instanceof ApiProblem && caught.unreached)) throw caught;
    }
  }
  const kept: Waiting = { user, name, path, body, title, at: new Date().toISOString() };
  await (await database()).add("waiting", kept);
  changed();
  return "kept";
}

/** Whether something written earlier can't be sent yet either: it has to arrive first. */
async function waitsBefore(user: string): Promise<boolean> {
  try {
    await flushOutbox(user);
    return (await waiting(user)).some((entry) => !entry.refused);
  } catch {
    // A browser that keeps nothing can send all the same.
    return false;
  }
}

const turn = inTurn();

/**
 * Sends what waits of `user`, in order; stops where there is still no network. What was refused is
 * tried again only where its writer asks for it. Returns how many arrived.
 */
export function flushOutbox(user: string, refusedToo = false): Promise<number> {
  return turn(async () => {
    const db = await database();
    let sent = 0;
    for (const { key } of await waiting(user)) {
      // Looked at again, because its writer may have taken it back meanwhile.
      const entry = key === undefined ? undefined : await db.get("waiting", key);
      if (!entry || key === undefined || (entry.refused && !refusedToo)) continue;
      // Somebody else signed in meanwhile, in another tab.
      if ((writerNow() ?? user) !== user) break;
      try {
        await sendKept(entry.path, entry.body);
        await discard(key);
        ++sent;
      } catch (caught) {
        if (!(caught instanceof ApiProblem) || waits(caught)) break;
        await keepRefused(key, caught);
      }
    }
    return sent;
  });
}

/** Nobody answered, or not now; or signed out, and it waits for the next sign-in. */
const waits = ({ unreached, status, code }: ApiProblem) =>
  unreached || status === 401 || status === 429 || code === "csrf";

async function keepRefused(key: number, { code, message, fields }: ApiProblem) {
  const tx = (await database()).transaction("waiting", "readwrite");
  const entry = await tx.store.get(key);
  const refused = { code, detail: message, fields };
  if (entry) await tx.store.put({ ...entry, refused });
  await tx.done;
  changed();
}
