import { useSyncExternalStore } from "react";

/** The rows of the palette; its field says that it controls them. */
export const list = "palette-list";

let state = { wanted: false, text: "" };
const listeners = new Set<() => void>();

function become(next: Partial<typeof state>) {
  state = { ...state, ...next };
  for (const tell of listeners) tell();
}

/** Opens the palette: at once, or as soon as it has been fetched. */
export const openPalette = () => become({ wanted: true, text: state.wanted ? state.text : "" });
export const closePalette = () => become({ wanted: false });

/** What is looked for. */
export const lookFor = (text: string) => become({ text });

/** Takes a letter for the palette that is not there yet, or has not the focus; whether it did. */
export function typeAhead(letter: string): boolean {
  if (!state.wanted || document.activeElement?.getAttribute("aria-controls") === list) return false;
  become({ text: state.text + letter });
  return true;
}

/** Whether the palette is to be seen, and what is looked for in it. */
export const usePalette = () =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => {
        listeners.delete(tell);
      };
    },
    () => state,
  );
