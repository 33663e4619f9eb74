import { expect, it } from "vitest";
import { whereIs } from "./places";

it.each([
  ["/accounts/t", "cockpit", "/accounts/$account"],
  ["/accounts/t/", "cockpit", "/accounts/$account"],
  ["/accounts/t/signals", "signals", "/accounts/$account/signals"],
  ["/accounts/t/questions", "signals", "/accounts/$account/questions"],
  ["/accounts/t/cycle", "cycle", "/accounts/$account/cycle"],
  ["/accounts/t/supply", "effect", "/accounts/$account/supply"],
  ["/accounts/t/kpis", "effect", "/accounts/$account/kpis"],
  ["/accounts/t/effectiveness", "effect", "/accounts/$account/effectiveness"],
  ["/accounts/t/import", "customer", "/accounts/$account/import"],
  ["/accounts/t/long-term", "longTerm", "/accounts/$account/long-term"],
  ["/accounts/t/customer", "customer", "/accounts/$account/customer"],
  ["/accounts/t/settings", "settings", "/accounts/$account/settings"],
])("of %s the place is %s, and another account's same page %s", (pathname, place, to) => {
  expect(whereIs(pathname)).toMatchObject({ account: "t", place, same: { to } });
});

it("leads from one entry of an account to the place where another account has its own", () => {
  expect(whereIs("/meetings/m")).toMatchObject({
    place: "meetings",
    detail: "meeting",
    same: { to: "/accounts/$account/meetings" },
  });
  expect(whereIs("/key-results/k").same.to).toBe("/accounts/$account");
  expect(whereIs("/cycles/c/plan").same).toEqual({ to: "/accounts/$account/cycle" });
  expect(whereIs("/cycles/c/review").same).toEqual({
    to: "/accounts/$account/cycle",
    search: { view: "review" },
  });
});

it("knows by its address whose set-up it is, and that a new account has no places yet", () => {
  expect(whereIs("/first-run", "t")).toMatchObject({
    account: "t",
    place: "cockpit",
    detail: "firstRun",
  });
  // Nothing that the account seen before could be shown at.
  expect(whereIs("/first-run").place).toBeUndefined();
});

it.each([
  "/my-work",
  "/accounts",
  "/accounts/import",
  "/signals",
  "/portfolio",
  "/users",
  "/first-run",
])("from %s, which belongs to no account, one comes to the cockpit", (pathname) => {
  expect(whereIs(pathname)).toEqual({ same: { to: "/accounts/$account" } });
});
