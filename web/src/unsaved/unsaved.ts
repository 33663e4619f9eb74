import { useLayoutEffect, useSyncExternalStore } from "react";

/** Something that was typed and is not stored. */
export interface Unsaved {
  /** It outlives the page that it was typed on: leaving it loses nothing. */
  kept?: boolean;
  /** It is typed in a dialog, which goes with whatever it stands on. */
  dialog?: boolean;
  /** It stands beside what the page shows and stays, whatever that becomes. */
  beside?: boolean;
  /** What it is, in words, where the page alone does not tell. */
  what?: string;
}

const typed = new Set<Unsaved>();
const saves = new Set<Promise<unknown>>();
const listeners = new Set<() => void>();

const changed = () => {
  for (const listener of listeners) listener();
};

/** Whether anything on this page is typed and not stored. */
export const anyUnsaved = () => typed.size > 0;

/** Whether all of it would still be there after another page was looked at. */
export const allKept = () => [...typed].every(({ kept }) => kept === true);

/** What of it has a name. */
export const unsavedByName = () => [...typed].flatMap(({ what }) => what || []);

/** For whoever was asked and goes all the same. */
export function forgetUnsaved() {
  typed.clear();
  changed();
}

/**
 * While `is` holds, nobody leaves by accident: other pages, closing the tab, signing out and the end
 * of a session ask first.
 */
export function useUnsaved(is: boolean, { kept, dialog, beside, what }: Unsaved = {}) {
  useLayoutEffect(() => {
    if (!is) return;
    const entry = { kept, dialog, beside, what };
    typed.add(entry);
    changed();
    return () => {
      typed.delete(entry);
      changed();
    };
  }, [is, kept, dialog, beside, what]);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useAnyUnsaved = () => useSyncExternalStore(subscribe, anyUnsaved);

const inDialog = () => [...typed].some(({ dialog }) => dialog);
export const useTypedInDialog = () => useSyncExternalStore(subscribe, inDialog);

const inShown = () => [...typed].some(({ beside }) => !beside);
/** Whether anything would be lost if the page showed something else now. */
export const useTypedInShown = () => useSyncExternalStore(subscribe, inShown);

/** Says that a field saves by itself just now: whoever leaves waits for it instead of being asked. */
export function whileSaving<T>(save: Promise<T>): Promise<T> {
  saves.add(save);
  const over = () => saves.delete(save);
  save.then(over, over);
  return save;
}

const patience = 3_000;

/** Whether something is still unsaved once what is on its way has arrived, or takes too long. */
export async function unsavedAfterSaves(): Promise<boolean> {
  const end = Date.now() + patience;
  while (saves.size > 0 && Date.now() < end)
    await Promise.race([Promise.allSettled([...saves]), moment(end - Date.now())]);
  // The page has to hear of it, too.
  if (anyUnsaved()) await moment(50);
  return anyUnsaved();
}

const moment = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

if (typeof window !== "undefined")
  window.addEventListener("beforeunload", (event) => {
    if (anyUnsaved() || saves.size > 0) event.preventDefault();
  });
