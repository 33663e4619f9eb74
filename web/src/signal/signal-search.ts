import type { Schemas } from "../api/client";
import type { SignalView } from "./signal-card";
import { themes } from "./signal-fields";

export const views = ["board", "list", "themes"] as const;

/** How signals are shown and which of them, kept in the address. */
export interface SignalSearch {
  view?: (typeof views)[number];
  theme?: Schemas["SignalTheme"];
  tag?: string;
}

export const signalSearch = (search: Record<string, unknown>): SignalSearch => ({
  view: views.find((view) => view === search.view),
  theme: themes.find((theme) => theme === search.theme),
  tag: typeof search.tag === "string" && search.tag ? search.tag : undefined,
});

export const fits = ({ signal }: SignalView, { theme, tag }: SignalSearch) =>
  (!theme || signal.theme === theme) && (!tag || signal.tags.includes(tag));

/** Nobody has looked at it: it stands before what has been judged, the latest first. */
const isFresh = ({ signal, overdue }: SignalView) => signal.state === "new" && !overdue;

export const freshFirst = <T>(things: T[], viewOf: (thing: T) => SignalView): T[] => [
  ...things
    .filter((thing) => isFresh(viewOf(thing)))
    .sort((left, right) =>
      viewOf(right).signal.createdAt.localeCompare(viewOf(left).signal.createdAt),
    ),
  ...things.filter((thing) => !isFresh(viewOf(thing))),
];

export const states = ["waiting", "answered", "watched", "dismissed"] as const;

export const isIn = (view: SignalView, state: (typeof states)[number]) =>
  state === "waiting" ? view.waits : !view.waits && view.signal.state === state;
