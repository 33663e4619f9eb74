import { useEffect, useEffectEvent, useRef } from "react";

/** How long the second key of two may take, in milliseconds. */
const together = 1500;

/** What keys do that are pressed alone, or one after the other: "s", "gm". */
export type Keys = Record<string, (() => void) | undefined>;

const takesLetters =
  "input, textarea, select, [contenteditable=true], [role=menu], [role=listbox], [role=combobox]";

/** Letters are meant for what has the focus, or for a dialog that lies over the page. */
export const isTaken = (target: EventTarget | null) =>
  (target instanceof Element && target.closest(takesLetters) !== null) ||
  document.querySelector("[role=dialog][aria-modal=true]") !== null;

/**
 * Does what the keys say, from everywhere but where one types; `find` with Ctrl or ⌘ and K. What is
 * typed before there is a field for it goes to `ahead`, which says whether it took it.
 */
export function useKeys(keys: Keys, find: () => void, ahead: (letter: string) => boolean) {
  const first = useRef({ key: "", at: 0 });
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return;
    const key = event.key.toLowerCase();
    const control = event.ctrlKey || event.metaKey;
    if (key === "k" && control && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      find();
      return;
    }
    if (event.key.length === 1 && !control && !event.altKey && ahead(event.key)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    // Some letters, e.g. "?", need it.
    if (key === "shift") return;
    const { key: before, at } = first.current;
    first.current = { key: "", at: 0 };
    if (control || event.altKey || isTaken(event.target)) return;
    const act = (event.timeStamp - at < together && keys[before + key]) || keys[key];
    if (act) {
      // Lists on the page have keys of their own.
      event.preventDefault();
      event.stopPropagation();
      act();
    } else first.current = { key, at: event.timeStamp };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listen, true);
    return () => window.removeEventListener("keydown", listen, true);
  }, []);
}
