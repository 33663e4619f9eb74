// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import { show, speak } from "../testing/stage";
import type { PlanPageData } from "./plan-query";
import { ReadinessList } from "./readiness-list";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ hash, children }: { hash?: string; children: ReactNode }) => (
    <a href={`#${hash ?? ""}`}>{children}</a>
  ),
}));

it("names every objective that lacks something, each with the way to it", async () => {
  await speak("de");
  const one = { met: false, blocking: true, about: [] };
  const lacking = [
    { id: "a", name: "Passau gewinnen" },
    { id: "b", name: "Trier halten" },
  ];
  const plan = {
    account: { id: "t" },
    cycle: { id: "c" },
    goals: [],
    readiness: [
      { ...one, code: "has_objective" },
      { ...one, code: "has_key_result", about: lacking },
      { ...one, code: "has_target", met: true },
    ],
  } as unknown as PlanPageData;
  show(<ReadinessList plan={plan} planFrom={undefined} />);
  expect(
    screen.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")]),
  ).toEqual([
    ["Mindestens ein Objective", "#"],
    ["Passau gewinnen", "#a"],
    ["Trier halten", "#b"],
  ]);
});
