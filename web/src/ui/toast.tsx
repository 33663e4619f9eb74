import { type ReactNode, useEffect, useState } from "react";
import { loaded, partOver } from "../app/part-over";
import { whenStill } from "../app/still";

export interface Toast {
  /** Of what it is, where it takes the place of what was said of that before or is taken back. */
  id?: string;
  kind?: "done" | "waits" | "others" | "making" | "wrong";
  message: ReactNode;
  action?: ReactNode;
}

const load = () => import("./said");
const Said = partOver(load);
let want = () => {};

/** Says something below the page for six seconds, longer under the pointer or the focus; what went wrong, or is being made, stays. */
export async function toast(one: Toast) {
  want();
  // What could not be had says itself what could not be had: later.
  (await loaded(load))?.say(one);
}

/** Takes back what was said of `id`. */
export async function hideToast(id: string) {
  (await loaded(load))?.hide(id);
}

/** Where toasts are said. What says them comes after the first page, before anybody needs it. */
export function Toasts() {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    want = () => setWanted(true);
    return whenStill(want);
  }, []);
  return wanted && <Said />;
}
