/** Where one is in an account; the first eight are its places in the navigation. */
export const places = [
  "cockpit",
  "signals",
  "cycle",
  "effect",
  "longTerm",
  "meetings",
  "customer",
  "agility",
] as const;
export type Place = (typeof places)[number] | "activity" | "settings";

/** The first page of each place. */
export const pageOf = {
  cockpit: "/accounts/$account",
  signals: "/accounts/$account/signals",
  cycle: "/accounts/$account/cycle",
  effect: "/accounts/$account/supply",
  longTerm: "/accounts/$account/long-term",
  meetings: "/accounts/$account/meetings",
  customer: "/accounts/$account/customer",
  agility: "/accounts/$account/agility",
  activity: "/accounts/$account/activity",
  settings: "/accounts/$account/settings",
} as const satisfies Record<Place, string>;

/** Pages that stand beside the first one of their place, or are it under another name. */
const others: Record<string, { place: Place; to: (typeof pageOf)[Place] | OtherPage }> = {
  questions: { place: "signals", to: "/accounts/$account/questions" },
  kpis: { place: "effect", to: "/accounts/$account/kpis" },
  effectiveness: { place: "effect", to: "/accounts/$account/effectiveness" },
  import: { place: "customer", to: "/accounts/$account/import" },
};
type OtherPage =
  | "/accounts/$account/questions"
  | "/accounts/$account/kpis"
  | "/accounts/$account/effectiveness"
  | "/accounts/$account/import";

export interface Where {
  /** As the address says; pages of one entry know it only once they are read. */
  account?: string;
  place?: Place;
  /** The page is that of one entry of an account, a key result or a meeting, or its set-up. */
  detail?: "keyResult" | "meeting" | "firstRun";
  /** The same page of another account. */
  same: { to: (typeof pageOf)[Place] | OtherPage; search?: { view: "review" } };
}

const byPage = new Map(
  Object.entries(pageOf).map(([place, to]) => [to.split("/")[3] ?? "", place as Place]),
);

/**
 * What an address shows, `setUp` being the account that its search names for the set-up. Nothing but
 * `same` where that is no page of an account.
 */
export function whereIs(pathname: string, setUp?: string): Where {
  const [, kind, id, page = ""] = pathname.split("/");
  if (kind === "cycles")
    return {
      place: "cycle",
      same: { to: pageOf.cycle, search: page === "review" ? { view: "review" } : undefined },
    };
  if (kind === "meetings")
    return { place: "meetings", detail: "meeting", same: { to: pageOf.meetings } };
  // A new account has no places yet.
  if (kind === "first-run" && setUp)
    return {
      account: setUp,
      place: "cockpit",
      detail: "firstRun",
      same: { to: pageOf.cockpit },
    };
  if (kind === "key-results")
    return { place: "cockpit", detail: "keyResult", same: { to: pageOf.cockpit } };
  // Accounts from a table are in none of them.
  if (kind !== "accounts" || !id || id === "import") return { same: { to: pageOf.cockpit } };
  const other = others[page];
  if (other) return { account: id, place: other.place, same: { to: other.to } };
  const place = byPage.get(page) ?? "cockpit";
  return { account: id, place, same: { to: pageOf[place] } };
}
