// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { MayContext } from "../app/may";
import { show, speak } from "../testing/stage";
import type { Cockpit } from "./cockpit-query";
import SetUp from "./set-up";

vi.mock("../app/link-button", () => ({
  LinkButton: ({
    to,
    search,
    variant,
    children,
  }: {
    to: string;
    search: { step: string };
    variant: string;
    children: ReactNode;
  }) => (
    <a href={`${to}#${search.step}`} data-variant={variant}>
      {children}
    </a>
  ),
}));

beforeEach(() => speak("de"));

const account = (members: object = {}) =>
  ({
    account: { id: "n", name: "Neukunde" },
    team: [{}],
    sites: [],
    productAreas: [],
    vision: null,
    goals: [],
    supply: null,
    cycles: [],
    ...members,
  }) as unknown as Cockpit;
const setUp = (of: Cockpit, contribute = true) =>
  show(
    <MayContext value={{ contribute, manage: false }}>
      <SetUp cockpit={of} />
    </MayContext>,
  );
const step = (title: string) => {
  const found = screen.getAllByRole("listitem").find((one) => one.textContent?.includes(title));
  return within(found as HTMLElement);
};

it("says what is done, and makes the first thing that is not the next step", () => {
  setUp(account({ team: [{}, {}], sites: [{}], productAreas: [{}] }));
  expect(screen.getByText("2 von 5 erledigt")).toBeTruthy();
  expect(step("Team, Standorte").getByRole("img", { name: "erledigt" })).toBeTruthy();
  const next = step("Lieferanteil").getByRole("link", { name: "Zahlen einfügen" });
  expect(next.dataset.variant).toBe("filled");
  expect(next.getAttribute("href")).toBe("/first-run#share");
  expect(step("Ersten Zyklus").getByRole("link").dataset.variant).toBe("default");
});

it("takes a vision without a goal for half of a step", () => {
  setUp(account({ vision: {} }));
  expect(step("Vision").queryByRole("img")).toBeNull();
});

it("leads to the first cycle at any time, and back to what is done", () => {
  setUp(account());
  expect(step("Ersten Zyklus").getByRole("link", { name: "Zyklus planen" })).toBeTruthy();
  expect(step("Kunde anlegen").getByRole("link", { name: "Ändern" })).toBeTruthy();
});

it("offers nothing to whoever only reads", () => {
  setUp(account(), false);
  expect(screen.queryByRole("link")).toBeNull();
});
