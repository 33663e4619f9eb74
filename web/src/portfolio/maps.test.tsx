// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
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

let phone = false;
vi.mock("@mantine/hooks", async (original) => ({
  ...(await original<object>()),
  useMediaQuery: () => phone,
}));

const borders = { result: 0.7, effect: 0.5 };

beforeEach(() => {
  phone = false;
  return speak("de");
});

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

describe("what the dots are called", () => {
  const named = () => {
    const objectives = [
      anObjective(),
      anObjective({ objective: "o2", effect: 3 }),
      anObjective({ objective: "o3", effect: null, quadrant: "unknown" }),
    ];
    show(<PortfolioMap lines={[aLine({ detail: aDetail({ objectives }) })]} borders={borders} />);
    return within(screen.getByRole("figure"));
  };

  it("stands beside them where there is room", () => {
    const map = named();
    for (const label of ["KES O1", "KES O2", "KES O3"]) expect(map.getByText(label)).toBeTruthy();
    expect(map.queryByRole("list")).toBeNull();
  });

  it.each([
    ["de", "Wofür die Nummern stehen", "Ergebnis 8"],
    ["en", "What the numbers stand for", "Result 8"],
  ] as const)(
    "stands below by number on a phone, so that no name covers another: %s",
    async (language, words, result) => {
      await speak(language);
      phone = true;
      const map = named();
      const dots = screen.getAllByRole("link", { name: /^\d KES O\d Kessler/ });
      const inPlot = dots.filter((link) => !link.closest("li"));
      // That without an effect stands first, in its lane.
      expect(inPlot.map(({ textContent }) => textContent)).toEqual(["3", "1", "2"]);
      for (const dot of inPlot) expect(dot.parentElement?.textContent).toBe(dot.textContent);
      expect(map.getByText(words).closest("details")?.open).toBe(true);
      const list = map.getAllByRole("listitem").map(({ textContent }) => textContent);
      expect(list).toHaveLength(3);
      for (const [index, told] of list.entries()) {
        expect(told).toMatch(new RegExp(`^${index + 1}KES O${index + 1} Kessler`));
        expect(told).toContain(result);
      }
    },
  );
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
