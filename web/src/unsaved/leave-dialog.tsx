import { useBlocker } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { unsavedAfterSaves } from "./unsaved";

const LeaveQuestion = lazy(() => import("./leave-question"));

/** Asks whoever goes to another page while something on this one is typed and not stored. */
export function LeaveDialog() {
  const { status, proceed, reset } = useBlocker({
    // Another view of the same page keeps what stands on it.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && unsavedAfterSaves(),
    enableBeforeUnload: false,
    withResolver: true,
  });
  if (status !== "blocked") return null;
  return (
    <Suspense fallback={null}>
      <LeaveQuestion stay={reset} leave={proceed} />
    </Suspense>
  );
}
