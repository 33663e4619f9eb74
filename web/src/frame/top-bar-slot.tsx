import { type ReactNode, use } from "react";
import { createPortal } from "react-dom";
import { TopBarPlace } from "./frame-context";

/** Shows in the top bar what a page puts there. */
export function TopBarSlot({ children }: { children: ReactNode }) {
  const place = use(TopBarPlace);
  return place && createPortal(children, place);
}
