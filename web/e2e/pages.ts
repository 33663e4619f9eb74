import type { Page } from "@playwright/test";
import type { Api } from "./api";

/** What the pages of an account are about; what an account has not has no page. */
export interface Account {
  account: string;
  cycle?: string;
  ended?: string;
  keyResult?: string;
  meeting?: string;
}

export interface PageOfTakt {
  name: string;
  /** Where it is; undefined where this account has none. */
  at: (of: Account) => string | undefined;
  /** Its own place: what is tried with other accounts is tried with these only. */
  ofAccount?: true;
  /** Who comes here; the key account manager unless somebody else is named. Nobody: before the sign-in. */
  as?: "administrator" | "head" | "nobody";
  /** What is pressed on it until it is the one that is meant. */
  open?: (page: Page) => Promise<unknown>;
  /** It fills the screen and doesn't scroll: how wide it is a wall's own choice. */
  wall?: true;
}

const ofAccount = (name: string, path: string): PageOfTakt => ({
  name,
  at: ({ account }) => `/accounts/${account}${path}`,
  ofAccount: true,
});

const ofCycle = (name: string, path: string): PageOfTakt => ({
  name,
  at: ({ cycle }) => cycle && `/cycles/${cycle}/${path}`,
  ofAccount: true,
});

const at = (path: string, as?: PageOfTakt["as"]) => ({ at: () => path, as });

/** Every page of the interface. Screenshots are made of these, and what holds for every page is asked of these. */
export const pages: PageOfTakt[] = [
  { name: "sign-in", ...at("/sign-in", "nobody") },
  { name: "invitation", ...at("/invitation/used-up", "nobody") },
  { name: "shared", ...at("/shared/used-up", "nobody") },
  { name: "my-work", ...at("/my-work") },
  { name: "accounts", ...at("/accounts") },
  { name: "inbox", ...at("/signals") },
  { name: "market", ...at("/market") },
  { name: "capture", ...at("/capture") },
  { name: "portfolio", ...at("/portfolio", "head") },
  { name: "profile", ...at("/profile") },
  { name: "users", ...at("/users", "administrator") },
  { name: "organisation", ...at("/organisation", "administrator") },
  { name: "first-run", ...at("/first-run", "head") },
  { name: "forgotten", ...at("/sign-in/forgotten", "nobody") },
  { name: "administration-log", ...at("/organisation/activity", "administrator") },
  ofAccount("cockpit", ""),
  {
    ...ofAccount("wall", ""),
    wall: true,
    open: async (page) => {
      await page.getByRole("button", { name: /^(Mehr|More)$/ }).last().click();
      await page.getByRole("menuitem", { name: /^(Präsentieren|Present)$/ }).click();
      await page.getByRole("dialog").getByRole("heading", { level: 1 }).waitFor();
    },
  },
  ofAccount("signals", "/signals"),
  ofAccount("questions", "/questions"),
  ofCycle("plan-back", "plan?step=back"),
  ofCycle("plan-changed", "plan?step=changed"),
  ofCycle("plan-focus", "plan?step=focus"),
  ofCycle("plan", "plan?step=objectives"),
  ofCycle("plan-start", "plan?step=start"),
  { name: "review", at: ({ ended }) => ended && `/cycles/${ended}/review`, ofAccount: true },
  ofAccount("supply", "/supply"),
  ofAccount("kpis", "/kpis"),
  ofAccount("effectiveness", "/effectiveness"),
  ofAccount("long-term", "/long-term"),
  ofAccount("long-term-list", "/long-term?view=list"),
  ofAccount("meetings", "/meetings"),
  { name: "meeting", at: ({ meeting }) => meeting && `/meetings/${meeting}`, ofAccount: true },
  ofAccount("customer", "/customer"),
  ofAccount("customer-sites", "/customer?tab=sites"),
  ofAccount("customer-testimonials", "/customer?tab=testimonials"),
  ofAccount("customer-team", "/customer?tab=team"),
  ofAccount("import", "/import?kind=supply"),
  ofAccount("slide", "/slide"),
  ofAccount("agility", "/agility"),
  ofAccount("activity", "/activity"),
  ofAccount("settings", "/settings"),
  {
    name: "key-result",
    at: ({ keyResult }) => keyResult && `/key-results/${keyResult}`,
    ofAccount: true,
  },
  {
    ...ofAccount("check-in", ""),
    open: async (page) => {
      const checkIn = page.getByRole("button", { name: /^Check-in: / });
      if (!(await checkIn.count())) return;
      await checkIn.first().click();
      await page.getByRole("dialog").getByRole("textbox").first().waitFor();
    },
  },
];

/** What there is of an account to show. */
export async function partsOf(api: Api, account: string): Promise<Account> {
  const cockpit = await api.get(`/accounts/${account}/cockpit`);
  const cycles: { cycle: { id: string; state: string } }[] = cockpit.cycles;
  const { meetings } = await api.get(`/accounts/${account}/meetings-page`);
  return {
    account,
    cycle: cockpit.cycle ?? undefined,
    ended: cycles.findLast(({ cycle }) => cycle.state === "closed")?.cycle.id,
    keyResult: cockpit.objectives[0]?.keyResults[0]?.keyResult.id,
    meeting: meetings.find(({ state }: { state: string }) => state !== "closed")?.id,
  };
}

/** Waits until a page stands: nothing more is on its way, and nothing moves any more. */
export async function settle(page: Page) {
  await page.locator("h1, main h2, main form, main [role=alert]").first().waitFor();
  await page.evaluate(async () => {
    await document.fonts.ready;
    const loading = () => document.querySelector("[role=status][aria-label] > i, [aria-busy=true]");
    await new Promise<void>((done) => {
      let quiet = setTimeout(look, 120);
      const watcher = new MutationObserver(again);
      function again() {
        clearTimeout(quiet);
        quiet = setTimeout(look, 120);
      }
      function look() {
        if (loading()) return again();
        watcher.disconnect();
        done();
      }
      watcher.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  });
}

/** Opens a page and waits until it stands. */
export async function openPage(page: Page, { name, at, open }: PageOfTakt, of: Account) {
  const address = at(of);
  if (!address) throw new Error(`there is no ${name} here`);
  await page.goto(address);
  await settle(page);
  if (!open) return;
  await open(page);
  await settle(page);
}
