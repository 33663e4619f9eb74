// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import PortfolioMap from "./portfolio-map";
import { aDetail, aLine, anObjective } from "./testing";
import ThemeMap from "./theme-map";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({
    children,
    to: _to,
    params: _params,
    hash: _hash,
    search,
    ...props
  }: Record<string, unknown>) => (
    <a href={`/?${JSON.stringify(search)}`} {...props}>
      {children as never}
    </a>
  ),
}));

const borders = { result: 0.7, effect: 0.5 };

beforeEach(() => speak("de"));

it("gives an unknown effect a lane of its own and leaves what still runs hollow", () => {
  const objectives = [
    anObjective(),
    anObjective({
      objective: "o2",
      title: "Sichtbar",
      effect: null,
      quadrant: "unknown",
      result: 0.5,
    }),
    anObjective({
      objective: "o3",
      title: "Zuvor",
      cycle: "b",
      course: null,
      effect: 1,
      result: 0.9,
    }),
  ];
  show(<PortfolioMap lines={[aLine({ detail: aDetail({ objectives }) })]} borders={borders} />);
  const dot = (name: RegExp) => screen.getByRole("link", { name });
  expect(dot(/^KES O1 Kessler Automotive: Auf der neuen/).dataset.hollow).toBe("true");
  expect(dot(/^KES O1 Kessler Automotive: Zuvor/).dataset.hollow).toBeUndefined();
  const unknown = dot(/^KES O2 .*Wirkung unbekannt/);
  expect(unknown.closest("div")?.textContent).toContain("Wirkung unbekannt");
});

it("shows the highest priority of a theme at each account, a mark where one waits, and leads there", async () => {
  const trend = { theme: "merger", signals: 2, accounts: 2, months: Array(12).fill(0) };
  serve(() => answered([trend, { ...trend, theme: "regulation" }]));
  const at = (account: string, waiting: number) => {
    const line = aLine({
      name: account,
      code: account,
      detail: aDetail({
        themes: [{ theme: "merger", signals: 1, waiting, priority: { score: 20, band: "high" } }],
      }),
    });
    line.figures = { ...line.figures, account };
    return line;
  };
  show(<ThemeMap lines={[at("A", 1), at("B", 0)]} />);
  const row = await screen.findByRole("row", { name: /Fusion|Zusammenschluss|Umstrukturierung/ });
  const cells = within(row).getAllByRole("link", { name: /Priorität 20/ });
  expect(cells.map((cell) => cell.dataset.waits)).toEqual(["true", undefined]);
  expect(cells[0]?.getAttribute("href")).toBe('/?{"view":"list","theme":"merger"}');
  // What touches none of the accounts shown is not there.
  expect(screen.getAllByRole("row")).toHaveLength(2);
});
