import { type ReactNode, useDeferredValue } from "react";

/**
 * What stands below what is seen first: drawn once that is on the page, because it takes a slow machine
 * as long again; `atOnce` where somebody comes for it.
 */
export function Below({ atOnce, children }: { atOnce: boolean; children: ReactNode }) {
  return useDeferredValue(true, atOnce) && children;
}
