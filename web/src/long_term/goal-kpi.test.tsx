// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import i18next from "i18next";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { archivedKpi, GoalKpi } from "./goal-kpi";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ children }: { children: ReactNode }) => <a href="/kpis">{children}</a>,
}));

const kpi = (readings: Schemas["Reading"][], archivedAt: string | null = null) =>
  ({
    kpi: { id: "k", name: "Umsatz Rahmenvertrag", unit: "T€", decimals: 0, archivedAt },
    readings,
  }) as Schemas["GoalKpi"];

const two = [
  { on: "2026-06-30", value: 180 },
  { on: "2026-09-30", value: 310 },
];

beforeEach(() => speak("de"));

it("says the KPI's last value with its day, and how it came there", () => {
  show(<GoalKpi account="a" kpi={kpi(two)} />);
  expect(screen.getByRole("link").textContent).toBe("Umsatz Rahmenvertrag");
  expect(screen.getByText("310 T€").parentElement?.textContent).toContain("310 T€ · 30.09.2026");
  expect(screen.getByRole("img").getAttribute("aria-label")).toBe(
    "Umsatz Rahmenvertrag von 180 T€ auf 310 T€",
  );
});

it("has no line of one value, and says so where there is none", () => {
  const { again } = show(<GoalKpi account="a" kpi={kpi(two.slice(1))} />);
  expect(screen.queryByRole("img")).toBeNull();
  again(<GoalKpi account="a" kpi={kpi([])} />);
  expect(screen.getByText(/Noch kein Wert/)).toBeTruthy();
});

it("shows a KPI that is archived as such, here and in the form", () => {
  const archived = kpi(two, "2026-10-01T08:00:00.000Z");
  show(<GoalKpi account="a" kpi={archived} />);
  expect(screen.getByRole("link").textContent).toBe("Umsatz Rahmenvertrag (archiviert)");
  const line = (of: Schemas["GoalKpi"] | null) => ({ kpi: of }) as Schemas["GoalLine"];
  expect(archivedKpi(line(archived), i18next.t)).toEqual([
    { value: "k", label: "Umsatz Rahmenvertrag (archiviert)", disabled: true },
  ]);
  expect(archivedKpi(line(kpi(two)), i18next.t)).toEqual([]);
  expect(archivedKpi(line(null), i18next.t)).toEqual([]);
});
