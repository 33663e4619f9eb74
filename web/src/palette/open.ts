import { useSyncExternalStore } from "react";

let wanted = false;
const listeners = new Set<() => void>();

function want(now: boolean) {
  wanted = now;
  for (const tell of listeners) tell();
}

/** Opens the palette: at once, or as soon as it has been fetched. */
export const openPalette = () => want(true);
export const closePalette = () => want(false);

/** Whether the palette is to be seen. */
export const usePaletteOpened = () =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => {
        listeners.delete(tell);
      };
    },
    () => wanted,
  );
