// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { answered, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { choiceOf } from "./portfolio-query";
import { PortfolioViews } from "./portfolio-views";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  useBlocker: () => ({ status: "idle" }),
  Link: ({
    children,
    to: _to,
    search,
    activeOptions: _active,
    ...props
  }: Record<string, unknown>) => (
    <a href={`/?${JSON.stringify(search)}`} {...props}>
      {children as never}
    </a>
  ),
}));

const views: Schemas["PortfolioViews"] = {
  kinds: { all: 3, drifting: 1, waiting: 2, resting: 1 },
  kept: [
    {
      view: { id: "v1", name: "Meine Automobilisten", choice: choiceOf({ search: "auto" }) },
      accounts: 1,
    },
  ],
  most: 12,
  managers: [],
};

beforeEach(() => speak("de"));

it("shows each view with how many accounts it has, and which one is shown", () => {
  show(<PortfolioViews views={views} chosen={{ drifting: true, page: 2 }} />);
  expect(screen.getAllByRole("link").map((link) => link.textContent)).toEqual([
    "Alle 3",
    "Treibt ab 1",
    "Wartet auf Antwort 2",
    "Plan ruht 1",
    "Meine Automobilisten 1",
  ]);
  expect(screen.getByRole("link", { name: "Treibt ab 1" }).getAttribute("aria-current")).toBe(
    "true",
  );
  expect(screen.queryByRole("button")).toBeNull();
});

it("keeps what is chosen under a name, and replaces the view of that name", async () => {
  const asked = serve(() => answered());
  const { person } = show(
    <PortfolioViews views={views} chosen={{ health: "at_risk", order: "share" }} />,
  );
  await person.click(screen.getByRole("button", { name: "Ansicht merken" }));
  await person.type(screen.getByLabelText("Name der Ansicht"), "Gefährdet");
  await person.click(screen.getByRole("button", { name: "Speichern" }));
  expect(asked[0]?.method).toBe("PUT");
  expect(asked[0]?.path).toMatch(/^\/portfolio-views\/[\da-f-]{36}$/);
  expect(asked[0]?.body).toMatchObject({
    name: "Gefährdet",
    choice: { health: "at_risk", order: "share", waiting: false, manager: null },
  });
  await person.click(screen.getByRole("button", { name: "Ansicht merken" }));
  await person.type(screen.getByLabelText("Name der Ansicht"), "meine automobilisten");
  expect(screen.getByText("Ersetzt Ihre Ansicht „Meine Automobilisten“.")).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Speichern" }));
  expect(asked[1]?.path).toBe("/portfolio-views/v1");
});

it("says why nothing was kept, and what was typed stands", async () => {
  serve(() => refused(409, "enough_views"));
  const { person } = show(<PortfolioViews views={views} chosen={{ waiting: true }} />);
  await person.click(screen.getByRole("button", { name: "Ansicht merken" }));
  await person.type(screen.getByLabelText("Name der Ansicht"), "Noch eine");
  await person.click(screen.getByRole("button", { name: "Speichern" }));
  expect(await screen.findByText(/schon zwölf Ansichten/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Name der Ansicht").value).toBe("Noch eine");
});

it("forgets one's own view, which is shown", async () => {
  const asked = serve(() => new Response(null, { status: 204 }));
  const { person } = show(<PortfolioViews views={views} chosen={{ search: "auto" }} />);
  await person.click(
    screen.getByRole("button", { name: "Ansicht vergessen: Meine Automobilisten" }),
  );
  expect(asked[0]).toMatchObject({ method: "DELETE", path: "/portfolio-views/v1" });
});
