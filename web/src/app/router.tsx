import { createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { lazy } from "react";
import { AccountsPage } from "../account/accounts-page";
import { CockpitPage } from "../cockpit/cockpit-page";
import { MyWorkPage } from "../my_work/my-work-page";
import { SignInPage } from "../session/sign-in-page";
import { NotFound, Shell } from "./shell";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const index = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/my-work" });
  },
});
const signIn = createRoute({ getParentRoute: () => root, path: "/sign-in", component: SignInPage });
const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation/$token",
  component: lazy(() => import("../session/invitation-page")),
});
const myWork = createRoute({ getParentRoute: () => root, path: "/my-work", component: MyWorkPage });
const accounts = createRoute({
  getParentRoute: () => root,
  path: "/accounts",
  component: AccountsPage,
});
const cockpit = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account",
  component: CockpitPage,
  validateSearch: (search): { cycle?: string } => ({
    cycle: typeof search.cycle === "string" ? search.cycle : undefined,
  }),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/settings",
  component: lazy(() => import("../account/settings-page")),
});
const activity = createRoute({
  getParentRoute: () => root,
  path: "/accounts/$account/activity",
  component: lazy(() => import("../activity/activity-page")),
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
    invitation,
    myWork,
    accounts,
    cockpit,
    settings,
    activity,
    keyResult,
    users,
    profile,
  ]),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
