// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { MayContext } from "../app/may";
import { show, speak } from "../testing/stage";
import type { Cockpit } from "./cockpit-query";
import SetUp from "./set-up";

vi.mock("../app/link-button", () => ({
  LinkButton: ({ to, variant, children }: { to: string; variant: string; children: ReactNode }) => (
    <a href={to} data-variant={variant}>
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
const onPlan = vi.fn();
const setUp = (of: Cockpit, contribute = true) =>
  show(
    <MayContext value={{ contribute, manage: false }}>
      <SetUp cockpit={of} onVision={() => {}} onGoal={() => {}} onPlan={onPlan} />
    </MayContext>,
  );
const step = (title: string) => {
  const found = screen.getAllByRole("listitem").find((one) => one.textContent?.includes(title));
  return within(found as HTMLElement);
};

it("says what is done, and makes the first thing that is not the next step", () => {
  setUp(account({ team: [{}, {}], sites: [{}], productAreas: [{}] }));
  expect(screen.getByText("2 von 6 erledigt")).toBeTruthy();
  expect(step("Standorte und Produktbereiche").getByRole("img", { name: "erledigt" })).toBeTruthy();
  expect(step("Standorte und Produktbereiche").queryByRole("link")).toBeNull();
  const next = step("Vision").getByRole("button", { name: "Formulieren" });
  expect(next.dataset.variant).toBe("filled");
  expect(step("Ersten Zyklus").getByRole("button").dataset.variant).toBe("default");
});

it("plans the first cycle at any time", async () => {
  const { person } = setUp(account());
  await person.click(screen.getByRole("button", { name: "Zyklus planen" }));
  expect(onPlan).toHaveBeenCalledOnce();
});

it("offers nothing to whoever only reads", () => {
  setUp(account(), false);
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.queryByRole("link")).toBeNull();
});
