// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { show, speak } from "../testing/stage";
import type { Cockpit } from "./cockpit-query";
import Wall from "./wall";

beforeEach(() => speak("de"));

const objective = (id: string) => ({
  objective: { id, title: `Objective ${id}`, outcomeKind: "none" },
  progress: 0.5,
  expected: 0.4,
  outdated: 0,
  keyResults: [],
});
const cockpit = (...ids: string[]) =>
  ({
    account: { id: "t", name: "Teutonia" },
    cycle: null,
    cycles: [],
    goals: [],
    people: [],
    objectives: ids.map(objective),
  }) as unknown as Cockpit;
const shown = () => screen.getAllByRole("heading", { level: 2 }).map((one) => one.textContent);

it("shows two objectives at a time; arrows turn the page, and stop at its ends", async () => {
  const { person } = show(<Wall cockpit={cockpit("1", "2", "3")} onClose={() => {}} />);
  expect(screen.getByRole("dialog", { name: "Teutonia" })).toBeTruthy();
  expect(shown()).toEqual(["Objective 1", "Objective 2"]);
  await person.keyboard("{ArrowRight}{ArrowRight}");
  expect(shown()).toEqual(["Objective 3"]);
  expect(screen.getByText("2 von 2")).toBeTruthy();
  await person.keyboard("{ArrowLeft}");
  expect(shown()).toEqual(["Objective 1", "Objective 2"]);
});

it("says of how many key results a progress is where not all are measured", () => {
  const page = cockpit("1");
  Object.assign(page.objectives[0] ?? {}, { measured: 2, total: 3 });
  show(<Wall cockpit={page} onClose={() => {}} />);
  expect(screen.getByText(/2 von 3 gemessen/)).toBeTruthy();
});

it("is left by Escape and by its button", async () => {
  const onClose = vi.fn();
  const { person } = show(<Wall cockpit={cockpit("1")} onClose={onClose} />);
  await person.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledTimes(1);
  await person.click(screen.getByRole("button", { name: "Präsentation beenden" }));
  expect(onClose).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole("button", { name: "Nächste Objectives" })).toBeNull();
});
