import { useHotkeys, useMediaQuery } from "@mantine/hooks";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useState } from "react";
import { isTaken } from "../frame/keys";
import { useTypedInDialog } from "../unsaved/unsaved";
import type { SignalView } from "./signal-card";

export interface Triage {
  /** The signal beside the list; on a narrow page the one that was opened. */
  chosen?: SignalView;
  /** Whether it stands beside the list. */
  beside: boolean;
  choose: (id: string | undefined) => void;
  /** Arrow keys go through what is marked `data-signal` in the element that hears them. */
  walk: (event: KeyboardEvent<HTMLElement>) => void;
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

const linesIn = (part: ParentNode) => [...part.querySelectorAll<HTMLElement>("[data-signal]")];

/**
 * Which of the `views`, in the order of the page, is looked at; the address names it. The keys j and k go
 * through them from anywhere on the page but where one types.
 */
export function useTriage(views: SignalView[]): Triage {
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const beside = useMediaQuery("(min-width: 1180px)", undefined, {
    getInitialValueInEffect: false,
  });
  // What comes in, is assessed or answered by others sorts anew: what somebody looks at stays. What
  // is gone stays for as long as something is typed about it, which would go with it.
  const typing = useTypedInDialog();
  const [last, setLast] = useState<SignalView>();
  const there = (id: string | undefined) => views.find(({ signal }) => signal.id === id);
  const named = there(hash);
  const kept = there(last?.signal.id) ?? (typing ? last : undefined);
  const besideFirst = kept ?? views.find(({ waits }) => waits) ?? views[0];
  const chosen = named ?? (beside ? besideFirst : typing ? kept : undefined);
  if (chosen && chosen !== last) setLast(chosen);
  const choose = (id: string | undefined) =>
    navigate({
      to: ".",
      search: true,
      hash: id ?? "",
      replace: true,
      resetScroll: false,
      hashScrollIntoView: false,
    });
  const go = (to: HTMLElement | undefined) => {
    to?.focus();
    if (beside && to) choose(to.dataset.signal);
  };
  const goBy = (step: number) => (event: globalThis.KeyboardEvent) => {
    if (isTaken(event.target)) return;
    const lines = linesIn(document);
    const focused = lines.indexOf(document.activeElement as HTMLElement);
    const shown = lines.findIndex((line) => line.dataset.signal === chosen?.signal.id);
    const at = focused < 0 ? shown : focused;
    go(at < 0 ? lines[0] : lines[at + step]);
  };
  useHotkeys([
    ["j", goBy(1)],
    ["k", goBy(-1)],
  ]);
  return {
    chosen,
    beside: Boolean(beside),
    choose,
    walk: (event) => {
      const step = steps[event.key];
      if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
      const lines = linesIn(event.currentTarget);
      const at = lines.indexOf(event.target as HTMLElement);
      if (at < 0) return;
      event.preventDefault();
      go(lines[at + step]);
    },
  };
}
