// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { CockpitHead } from "./cockpit-head";
import type { Cockpit } from "./cockpit-query";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  useNavigate: () => () => undefined,
  useSearch: () => ({ cycle: "c" }),
  Link: ({ children, search }: { children: string; search?: object }) => (
    <a href={`/?${new URLSearchParams({ ...search })}`}>{children}</a>
  ),
}));

const cockpit = (cycle: string | null) =>
  ({
    account: { id: "a", name: "Teutonia", statusNote: "", purchasingStrategy: "", industry: "" },
    team: [],
    cycles: [],
    cycle,
    sentence: [],
    vision: null,
  }) as unknown as Cockpit;

const nothing = () => undefined;

it.each([
  ["de", "Mehr", ["Kurzfassung als PDF", "Kurzfassung als PDF für das Team"]],
  ["en", "More", ["One-pager as PDF", "One-pager as PDF for the team"]],
] as const)(
  "offers the one-pager as a file for each of us who is to read it, in %s",
  async (language, more, labels) => {
    await speak(language);
    serve(() => answered({}));
    show(
      <CockpitHead
        cockpit={cockpit(null)}
        onVision={nothing}
        onPlan={nothing}
        onPresent={nothing}
      />,
    );
    fireEvent.click(screen.getByRole("button", { name: more }));
    for (const [index, audience] of ["management", "team"].entries()) {
      const entry = await screen.findByRole("menuitem", { name: labels[index] });
      expect(entry.getAttribute("href")).toBe(
        `/api/v1/accounts/a/one-pager/pdf?audience=${audience}`,
      );
      expect(entry.hasAttribute("download")).toBe(true);
    }
  },
);

it("offers that of the cycle shown", async () => {
  await speak("de");
  serve(() => answered({}));
  const shown = {
    ...cockpit("c"),
    cycles: [{ cycle: { id: "c", name: "2026 H2", state: "active" } }],
  };
  show(
    <CockpitHead
      cockpit={shown as unknown as Cockpit}
      onVision={nothing}
      onPlan={nothing}
      onPresent={nothing}
    />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Mehr" }));
  const entry = await screen.findByRole("menuitem", { name: "Kurzfassung als PDF" });
  expect(entry.getAttribute("href")).toBe(
    "/api/v1/accounts/a/one-pager/pdf?audience=management&cycle=c",
  );
  const slide = screen.getByRole("link", { name: "Folie …" });
  expect(slide.getAttribute("href")).toBe("/?cycle=c");
});

it("shows what the customer will read before the file for the customer is made", async () => {
  await speak("de");
  const asked = serve(({ path }) =>
    answered(
      path.includes("/pdf")
        ? {}
        : { objectives: [{ title: "Konditionen halten", customerGoal: "" }] },
    ),
  );
  const { person } = show(
    <CockpitHead cockpit={cockpit("c")} onVision={nothing} onPlan={nothing} onPresent={nothing} />,
  );
  fireEvent.click(screen.getByRole("button", { name: "Mehr" }));
  const name = "Kurzfassung als PDF für den Kunden";
  await person.click(await screen.findByRole("menuitem", { name }));
  const dialog = await screen.findByRole("dialog", { name });
  expect(await within(dialog).findByText("Konditionen halten")).toBeTruthy();
  expect(within(dialog).getByText(/mit den Augen des Kunden/)).toBeTruthy();
  const files = () => asked.filter(({ path }) => path.includes("/pdf"));
  expect(files()).toEqual([]);
  await person.click(within(dialog).getByRole("button", { name: "Datei anlegen" }));
  await waitFor(() =>
    expect(files().map(({ path }) => path)).toEqual([
      "/accounts/a/one-pager/pdf?audience=customer&cycle=c",
    ]),
  );
});
