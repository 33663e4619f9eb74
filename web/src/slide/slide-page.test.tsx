// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { IDBFactory } from "fake-indexeddb";
import i18next from "i18next";
import { beforeEach, expect, it, vi } from "vitest";
import { download } from "../app/download";
import { TopBarPlace } from "../frame/frame-context";
import { sessionOf } from "../testing/room";
import { answered, serve } from "../testing/server";
import { newQueries, show, speak } from "../testing/stage";
import { audiences } from "./audience";
import SlidePage from "./slide-page";
import { templateDeck } from "./template-deck";
import { forCustomer, partsOfFile, rich, slideFile, textsOf } from "./testing";

const past = { ...rich, sentence: [], cycle: rich.cycle && { ...rich.cycle, name: "2026 H1" } };

vi.mock("../app/use-live", () => ({ useLive: () => {} }));
vi.mock("../app/download", () => ({ download: vi.fn() }));

beforeEach(async () => {
  vi.mocked(download).mockClear();
  vi.stubGlobal("indexedDB", new IDBFactory());
  await speak();
});

const cycles = [
  { cycle: { id: "now", name: "2026 H2", state: "active" } },
  { cycle: { id: "past", name: "2026 H1", state: "closed" } },
];

const ofAll = { name: "Brandt Master.pptx", storedAt: "2026-11-24T09:00:00.000Z" };

function open({ template, role = "member" }: { template?: BlobPart; role?: string } = {}) {
  const asked = serve(({ path }) => {
    if (path === "/organisation/slide-template")
      return answered({ version: 1, kept: template ? ofAll : null });
    if (path === "/organisation/slide-template/file")
      return new Response(new Blob([template ?? ""]));
    if (path.startsWith("/accounts/a/cockpit"))
      return answered({
        account: { id: "a", name: "Teutonia Hausgeräte SE" },
        cycles,
        cycle: path.endsWith("cycle=past") ? "past" : "now",
      });
    if (path.endsWith("/permissions"))
      return answered({ contribute: true, manage: false, parent: null });
    if (path === "/session") {
      const session = sessionOf("k");
      return answered({ ...session, user: { ...session.user, role } });
    }
    if (path.startsWith("/accounts/a/one-pager"))
      return answered(
        path.includes("audience=customer")
          ? forCustomer
          : path.includes("cycle=past")
            ? past
            : rich,
      );
    return answered([]);
  });
  const root = createRootRoute();
  const topBar = document.body.appendChild(document.createElement("div"));
  const page = createRoute({
    getParentRoute: () => root,
    path: "/accounts/$account/slide",
    component: () => (
      <TopBarPlace value={topBar}>
        <SlidePage />
      </TopBarPlace>
    ),
    validateSearch: (search: Record<string, unknown>) => ({
      audience: audiences.find((audience) => audience === search.audience),
      cycle: typeof search.cycle === "string" ? search.cycle : undefined,
    }),
  });
  const router = createRouter({
    routeTree: root.addChildren([page]),
    history: createMemoryHistory({ initialEntries: ["/accounts/a/slide"] }),
  });
  return { ...show(<RouterProvider router={router as never} />, newQueries()), asked };
}

/** What was handed over to be saved: its name, and the texts of its first slide. */
async function saved() {
  await waitFor(() => expect(download).toHaveBeenCalled());
  const [blob, name] = vi.mocked(download).mock.lastCall ?? [];
  const parts = partsOfFile(new Uint8Array(await (blob as Blob).arrayBuffer()));
  return { name, texts: textsOf(parts.get("ppt/slides/slide1.xml") ?? "") };
}
const choose = (file: BlobPart, name = "Haus.pptx") =>
  fireEvent.change(screen.getByLabelText("Vorlage wählen", { selector: "input" }), {
    target: { files: [new File([file], name)] },
  });

it("makes the slide for those for whom it is chosen", async () => {
  const { person, asked } = open();
  await person.click(await screen.findByRole("button", { name: "Folie herunterladen" }));
  const first = await saved();
  expect(first.name).toBe("Teutonia Hausgeräte SE Folie (Leitung) 2026-11-24.pptx");
  expect(first.texts).toContain("Hier brauchen wir Hilfe");
  await screen.findByText(
    "Heruntergeladen: Teutonia Hausgeräte SE Folie (Leitung) 2026-11-24.pptx",
  );
  await person.click(screen.getByText("Kunde", { selector: "label" }));
  await screen.findByText(/Was wir gemeinsam vorhaben/);
  vi.mocked(download).mockClear();
  await person.click(screen.getByRole("button", { name: "Folie herunterladen" }));
  expect((await saved()).texts).not.toContain("Hier brauchen wir Hilfe");
  expect(asked.map(({ path }) => path)).toContain("/accounts/a/one-pager?audience=customer");
});

it.each([
  [
    "de",
    "Kunde",
    /lesen Sie ihn vorher mit den Augen des Kunden/,
    "Das liest der Kunde, Wort für Wort:",
  ],
  [
    "en",
    "Customer",
    /read that with the customer's eyes first/,
    "What the customer reads, word by word:",
  ],
] as const)(
  "says what the customer will read before a slide is made for them: %s",
  async (language, customer, warning, titles) => {
    await speak(language);
    const { person } = open();
    await person.click(await screen.findByText(customer, { selector: "label" }));
    expect(await screen.findByText(warning)).toBeTruthy();
    const shown = (await screen.findByText(titles)).parentElement as HTMLElement;
    expect(
      within(shown)
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent),
    ).toEqual(forCustomer.objectives.map(({ title, customerGoal }) => title + customerGoal));
    await person.click(screen.getByText("Team", { selector: "label" }));
    await waitFor(() => expect(screen.queryByText(titles)).toBeNull());
  },
);

it("shows the cycle that is chosen, for whomever", async () => {
  const { person, asked } = open();
  await person.click(await screen.findByRole("button", { name: /2026 H2/ }));
  await person.click(await screen.findByRole("menuitem", { name: /2026 H1/ }));
  await screen.findByRole("button", { name: /2026 H1/ });
  await screen.findByText("Teutonia Hausgeräte SE: 2026 H1");
  await person.click(screen.getByText("Team", { selector: "label" }));
  await waitFor(() =>
    expect(asked.map(({ path }) => path)).toContain(
      "/accounts/a/one-pager?audience=team&cycle=past",
    ),
  );
  await person.click(screen.getByRole("button", { name: "Folie herunterladen" }));
  expect((await saved()).texts).toContain("Teutonia Hausgeräte SE: 2026 H1");
});

it("lists every placeholder with what would stand there", async () => {
  const { person } = open();
  const table = await screen.findByRole("region", { name: "Objectives des Zyklus" });
  expect(within(table).getByText("{{customerGoal}}")).toBeTruthy();
  expect(within(table).getByText("Zwei statt sieben Antriebslieferanten")).toBeTruthy();
  expect(screen.getByText("{{#testimonials}} … {{/testimonials}}")).toBeTruthy();
  expect(screen.getAllByText("kein Eintrag").length).toBeGreaterThan(0);
  await person.click(screen.getByRole("button", { name: "{{headline}} kopieren" }));
  expect(await navigator.clipboard.readText()).toBe("{{headline}}");
});

it("fills one's own template, keeps it in this browser, and forgets it when asked", async () => {
  const { person, unmount } = open();
  await person.click(await screen.findByText("Eigene Vorlage"));
  const make = screen.getByRole("button", { name: "Folie herunterladen" });
  expect(make.hasAttribute("disabled")).toBe(true);
  await person.click(screen.getByRole("button", { name: "Mustervorlage herunterladen" }));
  expect((await saved()).name).toBe("Takt Mustervorlage.pptx");
  choose(await templateDeck(i18next.t));
  await screen.findByText("Ihre Vorlage: Haus.pptx");
  vi.mocked(download).mockClear();
  await person.click(screen.getByRole("button", { name: "Folie herunterladen" }));
  expect((await saved()).texts).toContain("Lieferanteil auf 50 % erhöhen");

  unmount();
  const again = open();
  await screen.findByText("Ihre Vorlage: Haus.pptx");
  await again.person.click(screen.getByRole("button", { name: /aus diesem Browser entfernen/ }));
  expect(screen.queryByText("Ihre Vorlage: Haus.pptx")).toBeNull();
});

it("takes the organisation's template where nobody chooses another one, and says whose it is", async () => {
  const template = await templateDeck(i18next.t);
  const { person, asked } = open({ template });
  await screen.findByText(
    /Die Vorlage von Brandt Antriebstechnik GmbH: Brandt Master.pptx, hinterlegt/,
  );
  expect(screen.queryByRole("link", { name: "Vorlage für alle ändern" })).toBeNull();
  await person.click(screen.getByRole("button", { name: "Folie herunterladen" }));
  expect((await saved()).texts).toContain("Lieferanteil auf 50 % erhöhen");
  expect(asked.some(({ path }) => path === "/organisation/slide-template/file")).toBe(true);
  vi.mocked(download).mockClear();
  await person.click(screen.getByText("Fertige Folie"));
  await person.click(screen.getByRole("button", { name: "Folie herunterladen" }));
  expect((await saved()).texts).toContain("Hier brauchen wir Hilfe");
  await person.click(screen.getByText("Eigene Vorlage"));
  choose(template, "Meine.pptx");
  await screen.findByText("Ihre Vorlage: Meine.pptx");
});

it("leads those to the organisation's template who may change it, and offers none where there is none", async () => {
  const { unmount } = open({ template: "PK", role: "head" });
  await screen.findByRole("link", { name: "Vorlage für alle ändern" });
  unmount();
  open();
  await screen.findByText("Fertige Folie");
  expect(screen.queryByText("Vorlage für alle")).toBeNull();
});

it("says what is wrong with a template, and what it does not know", async () => {
  const { person } = open();
  await person.click(await screen.findByText("Eigene Vorlage"));
  const shape = (text: string) =>
    `<p:sp><p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
  const made = async (file: BlobPart) => {
    choose(file);
    await waitFor(() =>
      expect(screen.getByRole("button", { name: "Folie herunterladen" })).toHaveProperty(
        "disabled",
        false,
      ),
    );
    await person.click(screen.getByRole("button", { name: "Folie herunterladen" }));
  };
  await made(slideFile(shape("{{account}}"), shape("{{#signals}}{{title}}")));
  await screen.findByText("Folie 2: Die Liste {{#signals}} hat kein Ende: {{/signals}} fehlt.");
  await made("Guten Tag");
  await screen.findByText(/Das ist keine PowerPoint-Datei/);
  expect(download).not.toHaveBeenCalled();
  await made(slideFile(shape("Für {{kunde}}")));
  await screen.findByText(/Einen Platzhalter kennt Takt nicht/);
  expect((await saved()).texts).toEqual(["Für "]);
});
