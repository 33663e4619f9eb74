import { createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { lazy } from "react";
import { type CustomerTab, customerTabs, told } from "../account/customer-tab";
import type { ActivitySearch } from "../activity/activity-log";
import { CockpitPage } from "../cockpit/cockpit-page";
import { type PlanStep, planSteps } from "../cycle/plan-steps";
import { type FirstRunStep, firstRunSteps } from "../first_run/first-run-steps";
import { type ImportKind, type ImportStep, importKinds, importSteps } from "../import/import-steps";
import { healths, type PortfolioSearch, portfolioSearch } from "../portfolio/portfolio-query";
import { signalSearch } from "../signal/signal-search";
import { type Audience, audiences } from "../slide/audience";
import { isDay } from "../ui/read-day";
import { accessStates, type UsersSearch } from "../user/users-query";
import { loadRoomWords } from "./i18n";
import { NotFound, PageProblem } from "./page-problem";
import { Shell } from "./shell";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const textOf = (value: unknown) => (typeof value === "string" && value ? value : undefined);
// What an address says is dropped where the server would refuse it: the page comes as if it had not been said.
const idOf = (value: unknown) =>
  textOf(value)?.match(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i)?.[0];
const dayOf = (value: unknown) => (isDay(value) ? value : undefined);
const pageOf = (value: unknown) =>
  Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : undefined;
const activitySearch = (search: Record<string, unknown>): ActivitySearch => ({
  who: textOf(search.who),
  what: textOf(search.what),
});

const index = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/my-work" });
  },
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazy(() => import("../session/sign-in-page")),
  // Where somebody wanted to go who was asked to sign in first: a page of ours, nothing else.
  validateSearch: (search): { to?: string; link?: "over" } => ({
    to: textOf(search.to)?.match(/^\/(?!\/)[^\\]*$/)?.[0],
    // The link that led here is used or has run out.
    link: search.link === "over" ? "over" : undefined,
  }),
});
const forgotten = createRoute({
  getParentRoute: () => root,
  path: "/sign-in/forgotten",
  component: lazy(() => import("../session/forgotten-page")),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation/$token",
  component: lazy(() => import("../session/invitation-page")),
});
const shared = createRoute({
  getParentRoute: () => root,
  path: "/shared/$token",
  component: lazy(async () => {
    const [page] = await Promise.all([import("../share/shared-page"), loadRoomWords("share")]);
    return page;
  }),
});
const myWork = createRoute({
  getParentRoute: () => root,
  path: "/my-work",
  component: lazy(() => import("../my_work/my-work-page")),
  validateSearch: (search): { account?: string } => ({ account: idOf(search.account) }),
});
const accounts = createRoute({
  getParentRoute: () => root,
  path: "/accounts",
  component: lazy(() => import("../account/accounts-page")),
  validateSearch: (search): Pick<PortfolioSearch, "search" | "health" | "page"> => ({
    search: textOf(search.search),
    health: healths.find((health) => health === search.health),
    page: pageOf(search.page),
  }),
});
const firstRun = createRoute({
  getParentRoute: () => root,
  path: "/first-run",
  // Its figures are brought in as an import.
  component: lazy(async () => {
    const [page] = await Promise.all([
      import("../first_run/first-run-page"),
      loadRoomWords("import"),
    ]);
    return page;
  }),
  // Without an account: a new one.
  validateSearch: (search): { account?: string; step?: FirstRunStep } => ({
    account: idOf(search.account),
    step: firstRunSteps.find((step) => step === search.step),
  }),
});
const cockpit = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account",
  component: CockpitPage,
  validateSearch: (search): { cycle?: string } => ({
    cycle: idOf(search.cycle),
  }),
});
const cyclePlace = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/cycle",
  component: lazy(() => import("../cycle/cycle-place")),
  validateSearch: (search): { cycle?: string; view?: "review" } => ({
    cycle: idOf(search.cycle),
    view: search.view === "review" ? "review" : undefined,
  }),
});
const customer = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/customer",
  component: lazy(() => import("../account/customer-page")),
  validateSearch: (search): { tab?: CustomerTab } => ({
    tab: told(customerTabs.find((tab) => tab === search.tab)),
  }),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/settings",
  component: lazy(() => import("../account/settings-page")),
  // Sites, contacts and the like stood here once: old links lead to them.
  beforeLoad: ({ location: { hash }, params }) => {
    if (hash && hash !== params.account)
      throw redirect({ to: "/accounts/$account/customer", params, hash, replace: true });
  },
});
const activity = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/activity",
  component: lazy(() => import("../activity/activity-page")),
  validateSearch: activitySearch,
});
const organisation = createRoute({
  getParentRoute: () => root,
  path: "/organisation",
  component: lazy(() => import("../organisation/organisation-page")),
});
const organisationActivity = createRoute({
  getParentRoute: () => root,
  path: "/organisation/activity",
  component: lazy(() => import("../organisation/organisation-activity-page")),
  validateSearch: activitySearch,
});
const periods = ["month", "quarter", "year"] as const;
const imports = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/import",
  component: lazy(async () => {
    const [page] = await Promise.all([import("../import/import-page"), loadRoomWords("import")]);
    return page;
  }),
  validateSearch: (search): { kind?: ImportKind; step?: ImportStep } => ({
    kind: importKinds.find((kind) => kind === search.kind),
    step: importSteps.find((step) => step === search.step),
  }),
});
const accountsImport = createRoute({
  getParentRoute: () => root,
  path: "/accounts/import",
  component: lazy(async () => {
    const [page] = await Promise.all([
      import("../import/accounts-import-page"),
      loadRoomWords("import"),
    ]);
    return page;
  }),
  validateSearch: (search): { step?: ImportStep } => ({
    step: importSteps.find((step) => step === search.step),
  }),
});
const slide = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/slide",
  component: lazy(async () => {
    const [page] = await Promise.all([
      import("../slide/slide-page"),
      loadRoomWords("slide"),
      // What the customer will read is said as where it is shared.
      loadRoomWords("share"),
    ]);
    return page;
  }),
  validateSearch: (search): { audience?: Audience; cycle?: string } => ({
    audience: audiences.find((audience) => audience === search.audience),
    cycle: idOf(search.cycle),
  }),
});
const supply = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/supply",
  component: lazy(() => import("../supply/supply-page")),
  validateSearch: (search): { period?: (typeof periods)[number]; at?: string } => ({
    period: periods.find((period) => period === search.period),
    at: dayOf(search.at),
  }),
});
const kpis = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/kpis",
  component: lazy(() => import("../kpi/kpis-page")),
});
const effectiveness = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/effectiveness",
  component: lazy(() => import("../effect/effect-page")),
});
const longTerm = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/long-term",
  component: lazy(() => import("../long_term/long-term-page")),
  validateSearch: (search): { view?: "list" } => ({
    view: search.view === "list" ? "list" : undefined,
  }),
});
const plan = createRoute({
  getParentRoute: () => root,
  path: "/cycles/$cycle/plan",
  component: lazy(() => import("../cycle/plan-page")),
  validateSearch: (search): { step?: PlanStep } => ({
    step: planSteps.find((step) => step === search.step),
  }),
});
const review = createRoute({
  getParentRoute: () => root,
  path: "/cycles/$cycle/review",
  component: lazy(() => import("../review/review-page")),
});
const signals = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/signals",
  component: lazy(() => import("../signal/board-page")),
  validateSearch: signalSearch,
});
const questions = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/questions",
  component: lazy(() => import("../question/questions-page")),
});
const agility = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/agility",
  component: lazy(() => import("../agility/agility-page")),
});
const meetings = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/meetings",
  component: lazy(() => import("../meeting/meetings-page")),
});
const room = createRoute({
  getParentRoute: () => root,
  path: "/meetings/$meeting",
  component: lazy(() => import("../meeting/room-page")),
  // However it is written, `?wall` alone, too.
  validateSearch: (search): { wall?: true } => ({ wall: search.wall !== undefined || undefined }),
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: "/signals",
  component: lazy(() => import("../signal/inbox-page")),
  validateSearch: signalSearch,
});
const market = createRoute({
  getParentRoute: () => root,
  path: "/market",
  component: lazy(() => import("../signal/market-page")),
});
const capture = createRoute({
  getParentRoute: () => root,
  path: "/capture",
  component: lazy(() => import("../signal/capture-page")),
  // The phone's share sheet sends what it shares in these.
  validateSearch: (search): { account?: string; title?: string; text?: string; url?: string } => ({
    account: idOf(search.account),
    title: textOf(search.title),
    text: textOf(search.text),
    url: textOf(search.url),
  }),
});
const portfolio = createRoute({
  getParentRoute: () => root,
  path: "/portfolio",
  component: lazy(() => import("../portfolio/portfolio-page")),
  validateSearch: (search): PortfolioSearch => ({
    ...portfolioSearch(search, { textOf, idOf }),
    page: pageOf(search.page),
  }),
});
const keyResult = createRoute({
  getParentRoute: () => root,
  path: "/key-results/$keyResult",
  component: lazy(() => import("../key_result/key-result-page")),
});
const users = createRoute({
  getParentRoute: () => root,
  path: "/users",
  component: lazy(() => import("../user/users-page")),
  validateSearch: (search): UsersSearch => ({
    state: accessStates.find((state) => state === search.state),
  }),
});
const profile = createRoute({
  getParentRoute: () => root,
  path: "/profile",
  component: lazy(() => import("../user/profile-page")),
});

export const router = createRouter({
  routeTree: root.addChildren([
    index,
    signIn,
    forgotten,
    invitation,
    shared,
    myWork,
    accounts,
    firstRun,
    cockpit,
    cyclePlace,
    customer,
    settings,
    activity,
    keyResult,
    imports,
    accountsImport,
    slide,
    supply,
    kpis,
    effectiveness,
    longTerm,
    plan,
    review,
    signals,
    questions,
    agility,
    meetings,
    room,
    inbox,
    market,
    capture,
    portfolio,
    users,
    organisation,
    organisationActivity,
    profile,
  ]),
  defaultPreload: "intent",
  defaultErrorComponent: PageProblem,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
