import { useBlocker } from "@tanstack/react-router";
import { useEffect } from "react";
import { partOver } from "../app/part-over";
import { unsavedAfterSaves, useAnyUnsaved } from "./unsaved";

const load = () => import("./leave-question");
const LeaveQuestion = partOver(load);

/** Asks whoever goes to another page while something on this one is typed and not stored. */
export function LeaveDialog() {
  const { status, proceed, reset } = useBlocker({
    // Another view of the same page keeps what stands on it.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && unsavedAfterSaves(),
    enableBeforeUnload: false,
    withResolver: true,
  });
  const typed = useAnyUnsaved();
  // Once it is to be asked, there may be no network, or another interface on the server.
  useEffect(() => {
    if (typed) load().catch(() => undefined);
  }, [typed]);
  // What was stored meanwhile is asked about no more.
  const stored = status === "blocked" && !typed;
  useEffect(() => {
    if (stored) proceed?.();
  }, [stored, proceed]);
  if (status !== "blocked") return null;
  return <LeaveQuestion stay={reset} leave={proceed} />;
}
