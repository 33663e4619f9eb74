import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { fireEvent, screen } from "@testing-library/react";
import type { Schemas } from "../api/client";
import { sessionOf } from "../testing/room";
import { type Asked, answered, serve } from "../testing/server";
import { newQueries, show } from "../testing/stage";
import { LeaveDialog } from "../unsaved/leave-dialog";
import ImportPage from "./import-page";
import { importKinds, importSteps } from "./import-steps";

export type Row = Schemas["ImportedRow"];
export type Body = Schemas["ImportBody"];

export const cockpit = {
  account: { id: "a", name: "Teutonia", sharePeriod: "quarter" },
  people: [{ id: "k", name: "Katrin Vogt" }],
  team: [],
  sites: [{ id: "s", name: "Gütersloh" }],
  productAreas: [{ id: "p", name: "Dichtungen" }],
  cycles: [
    { cycle: { id: "c", name: "2026 H2", startsOn: "2026-07-01", state: "active" } },
    { cycle: { id: "z", name: "2026 H1", startsOn: "2026-01-01", state: "closed" } },
  ],
};

export const rowOf = (line: number, verdict: Row["verdict"], more: Partial<Row> = {}): Row => ({
  line,
  verdict,
  entry: null,
  title: "",
  values: [],
  problems: [],
  hints: [],
  ...more,
});

export const answerOf = (
  rows: Row[],
  made?: Partial<Schemas["Import"]>,
): Schemas["ImportAnswer"] => {
  const count = (verdict: Row["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
  return {
    added: count("new"),
    changed: count("changed"),
    unchanged: count("unchanged"),
    refused: count("refused"),
    rows,
    import: made ? ({ id: "i", version: 1, undoneAt: null, ...made } as Schemas["Import"]) : null,
  };
};

/** Judges as the server does as far as these tests go: a site without "Falsch" in a cell is new. */
export const judge = ({ rows }: Body) =>
  rows.map(({ line, cells = [] }) => {
    const wrong = cells.findIndex((cell) => String(cell).startsWith("Falsch"));
    return wrong < 0
      ? rowOf(line, "new", { title: String(cells[0]) })
      : rowOf(line, "refused", {
          problems: [
            {
              column: wrong,
              code: "not_a_choice",
              detail: "",
              choices: ["plant", "headquarters", "warehouse", "office"],
              value: null,
            },
          ],
        });
  });

export const imports = "/accounts/a/imports";

export function open({
  address = "/accounts/a/import?kind=sites",
  contribute = true,
  cycles = cockpit.cycles,
  past = [] as Partial<Schemas["Import"]>[],
  more,
}: {
  address?: string;
  contribute?: boolean;
  cycles?: typeof cockpit.cycles;
  past?: Partial<Schemas["Import"]>[];
  more?: (asked: Asked) => Response | undefined;
} = {}) {
  const asked = serve((request) => {
    const own = more?.(request);
    if (own) return own;
    const { method, path, body } = request;
    if (path === "/accounts/a/cockpit") return answered({ ...cockpit, cycles });
    if (path.endsWith("/permissions")) return answered({ contribute, manage: false, parent: null });
    if (path === "/session") return answered(sessionOf("k"));
    if (method === "GET" && path === imports) return answered(past);
    if (method === "POST" && path.startsWith(imports)) {
      const sent = body as unknown as Body;
      const dry = path.endsWith("dryRun=true");
      return answered(answerOf(judge(sent), dry ? undefined : { id: sent.id ?? "" }));
    }
    return answered([]);
  });
  const root = createRootRoute({
    component: () => (
      <>
        <Outlet />
        <LeaveDialog />
      </>
    ),
  });
  const page = createRoute({
    getParentRoute: () => root,
    path: "/accounts/$account/import",
    component: ImportPage,
    validateSearch: (search: Record<string, unknown>) => ({
      kind: importKinds.find((kind) => kind === search.kind),
      step: importSteps.find((step) => step === search.step),
    }),
  });
  const elsewhere = ["customer", "supply", "kpis", "signals", "cycle", ""].map((name) =>
    createRoute({
      getParentRoute: () => root,
      path: `/accounts/$account/${name}`,
      component: () => <p>{name}</p>,
    }),
  );
  const router = createRouter({
    routeTree: root.addChildren([page, ...elsewhere]),
    history: createMemoryHistory({ initialEntries: [address] }),
  });
  const shown = show(<RouterProvider router={router as never} />, newQueries());
  return { ...shown, asked, router };
}

export type Person = ReturnType<typeof open>["person"];

export const button = (name: string | RegExp) => screen.findByRole("button", { name });

export async function paste(person: Person, text: string) {
  fireEvent.change(await screen.findByRole("textbox", { name: /Aus Excel/ }), {
    target: { value: text },
  });
  await person.click(await button("Eingefügtes lesen"));
  await screen.findByRole("heading", { name: "Kopfzeile" });
}

export async function toCheck(person: Person, text: string) {
  await paste(person, text);
  await person.click(await button("Weiter: Spalten"));
  await person.click(await button("Weiter: Prüfen"));
  await screen.findByRole("region", { name: "Zeilen der Datei" });
}

export const checks = (asked: Asked[]) =>
  asked
    .filter(({ method, path }) => method === "POST" && path === `${imports}?dryRun=true`)
    .map(({ body }) => body as unknown as Body);
export const writes = (asked: Asked[]) =>
  asked
    .filter(({ method, path }) => method === "POST" && path === imports)
    .map(({ body }) => body as unknown as Body);
