import { useSyncExternalStore } from "react";
import { anyDraft } from "../supply/grid-draft";

/** The interface that this page is of; nothing where the server did not write it down (development). */
const own = () => {
  const written = document.querySelector<HTMLMetaElement>('meta[name="takt-version"]')?.content;
  return written?.startsWith("%") ? "" : (written ?? "");
};

let newer = false;
const listeners = new Set<() => void>();

function say(now: boolean) {
  newer = now;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the server brings another interface than the one that is shown. */
export const useNewVersion = () => useSyncExternalStore(subscribe, () => newer);

/** Compares what the server says with this page, once it is known which either is of. */
export function compareVersion(version: string | undefined) {
  if (version && own()) say(version !== own());
}

const typedInto = new Set<EventTarget>();

/** Watches what is typed, wherever it is. */
export function watchTyping() {
  document.addEventListener(
    "input",
    ({ target }) => {
      for (const one of typedInto) if (!(one as Node).isConnected) typedInto.delete(one);
      if (target) typedInto.add(target);
    },
    true,
  );
}

/** Whether something would be lost with the page; saved or not, it is better asked once too often. */
export function isTyping() {
  return (
    anyDraft() ||
    document.querySelector("[role=dialog]") !== null ||
    [...typedInto].some(
      (one) => (one as Node).isConnected && (one as HTMLInputElement).value !== "",
    )
  );
}

/** Which interface the server brings now; nothing where it can't be reached. */
async function askVersion(): Promise<string | undefined> {
  try {
    // Not kept by the service worker: this is the server's own word.
    const answer = await fetch("/healthz", { cache: "no-store" });
    return answer.ok ? String((await answer.json()).version) : undefined;
  } catch {
    return undefined;
  }
}

/** Loads the interface anew, unless there is nobody to load it from. */
export async function reload() {
  if ((await askVersion()) === undefined) return;
  await renewServiceWorker().catch(() => undefined);
  window.location.reload();
}

/** Else it would answer with the old interface once more. */
async function renewServiceWorker() {
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.update();
  const next = registration?.installing ?? registration?.waiting;
  if (!next) return;
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 10_000);
    next.addEventListener("statechange", () => {
      if (next.state === "activated" || next.state === "redundant") resolve();
    });
  });
}

const lost = new WeakSet<Error>();

/** Whether the page failed because a script of it was not to be had. */
export const isLostScript = (error: unknown) => error instanceof Error && lost.has(error);

const reloadedFrom = "takt-reloaded-from";

/**
 * A script that is gone, since the server brings another interface, comes with the page loaded anew:
 * at once where nothing is being typed, but once only; else the reader is told and chooses. One that
 * is only out of reach is no reason.
 */
export function recoverLostScripts() {
  window.addEventListener("vite:preloadError", async ({ payload }) => {
    lost.add(payload);
    compareVersion(await askVersion());
    if (!newer || isTyping() || sessionStorage.getItem(reloadedFrom) === own()) return;
    sessionStorage.setItem(reloadedFrom, own());
    await reload();
  });
}
