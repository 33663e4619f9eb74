// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { Quadrants } from "./quadrants";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ children }: { children: ReactNode }) => <a href="/">{children}</a>,
}));

const line = (name: string, quadrants: Schemas["QuadrantCount"][]) =>
  ({ name, figures: { account: name, quadrants } }) as unknown as Schemas["PortfolioLine"];

it("names in each quadrant how many objectives of which account are there", async () => {
  await speak("de");
  show(
    <Quadrants
      lines={[
        line("Teutonia", [
          { quadrant: "worked", count: 2 },
          { quadrant: "unknown", count: 1 },
        ]),
        line("Borussia", [{ quadrant: "worked", count: 1 }]),
      ]}
    />,
  );
  const entries = (name: string) =>
    within(screen.getByRole("region", { name }))
      .queryAllByRole("listitem")
      .map((entry) => entry.textContent);
  expect(entries("hat gewirkt")).toEqual(["2 × Teutonia", "1 × Borussia"]);
  expect(entries("Wirkung unbekannt")).toEqual(["1 × Teutonia"]);
  expect(entries("nicht geschafft")).toEqual([]);
});
