import { useEffect, useState } from "react";

/** What was focused, and what around it can be, from the inside out. */
function waysBack(): HTMLElement[] {
  const ways: HTMLElement[] = [];
  let at = document.activeElement;
  while (at instanceof HTMLElement && at !== document.body) {
    ways.push(at);
    at = at.parentElement?.closest("[tabindex]") ?? null;
  }
  return ways;
}

/** Closed, a dialog gives the focus back to what it was opened from, or what is left of that. */
export function useFocusBack() {
  const [ways] = useState(waysBack);
  useEffect(
    () => () => {
      if (document.activeElement && document.activeElement !== document.body) return;
      ways.find(({ isConnected }) => isConnected)?.focus({ preventScroll: true });
    },
    [ways],
  );
}
