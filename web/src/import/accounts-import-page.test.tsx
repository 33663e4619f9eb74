// @vitest-environment happy-dom
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { sessionOf } from "../testing/room";
import { answered, serve } from "../testing/server";
import { newQueries, show, speak } from "../testing/stage";
import AccountsImportPage from "./accounts-import-page";
import { importSteps } from "./import-steps";

type Body = Schemas["AccountImportBody"];
type Row = Schemas["ImportedRow"];

const imports = "/account-imports";

beforeEach(async () => {
  localStorage.clear();
  await speak("de");
});

/** As the server judges as far as these tests go: nobody is called Vogd. */
const judge = ({ columns, rows }: Body) =>
  rows.map(({ line, cells = [] }): Row => {
    const column = columns.indexOf("members");
    const members = String(cells[column] ?? "");
    const refused = members.includes("Vogd");
    return {
      line,
      verdict: refused ? "refused" : "new",
      entry: null,
      title: String(cells[0]),
      values: refused
        ? []
        : [
            { column: null, member: "code", before: null, after: "AHL" },
            { column: null, member: "parent", before: null, after: "Ahlmann Gruppe" },
            { column, member: "members", before: null, after: members.split("; ") },
          ],
      problems: refused
        ? [
            {
              column,
              code: "unknown_user",
              detail: "",
              choices: [members.replace("Katrin Vogd", "Katrin Vogt")],
              value: "Katrin Vogd",
            },
          ]
        : [],
      hints: [],
    };
  });

function open(role: Schemas["OrganisationRole"] = "head") {
  const session = sessionOf("u");
  const asked = serve(({ method, path, body }) => {
    if (path === "/session") return answered({ ...session, user: { ...session.user, role } });
    if (method !== "POST" || !path.startsWith(imports)) return answered([]);
    const rows = judge(body as unknown as Body);
    const count = (verdict: Row["verdict"]) => rows.filter((row) => row.verdict === verdict).length;
    return answered({
      added: count("new"),
      changed: 0,
      unchanged: 0,
      refused: count("refused"),
      rows,
      import: null,
    });
  });
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: "/accounts/import",
    component: AccountsImportPage,
    validateSearch: (search: Record<string, unknown>) => ({
      step: importSteps.find((step) => step === search.step),
    }),
  });
  const accounts = createRoute({ getParentRoute: () => root, path: "/accounts" });
  const router = createRouter({
    routeTree: root.addChildren([page, accounts]),
    history: createMemoryHistory({ initialEntries: ["/accounts/import"] }),
  });
  return { ...show(<RouterProvider router={router as never} />, newQueries()), asked };
}

const button = (name: string | RegExp) => screen.findByRole("button", { name });

it("brings a pasted table of accounts with their teams in, whose people are put right on the way", async () => {
  const { person, asked } = open();
  fireEvent.change(await screen.findByRole("textbox", { name: /Aus Excel/ }), {
    target: { value: "Kunde\tKAM\tTeam\nAhlmann\tUte Krämer\tJonas Albers; Katrin Vogd" },
  });
  await person.click(await button("Eingefügtes lesen"));
  await person.click(await button("Weiter: Spalten"));
  expect(
    (await screen.findByRole<HTMLInputElement>("combobox", { name: "KAM enthält" })).value,
  ).toBe("Key Account Manager");
  await person.click(await button("Weiter: Prüfen"));
  await screen.findByText(/„Katrin Vogd“ gibt es in Takt nicht/);
  // Of a list what is chosen is the whole cell.
  await person.selectOptions(
    screen.getByRole("combobox", { name: /^Statt .* in Zeile 2$/ }),
    "Jonas Albers; Katrin Vogt",
  );
  await screen.findByRole("button", { name: /0 Abgelehnt/ });
  await person.click(await button(/1 Neu/));
  expect(await screen.findByText("Kürzel: AHL")).toBeTruthy();
  expect(screen.getByText("übergeordneter Kunde (Konzern): Ahlmann Gruppe")).toBeTruthy();
  await person.click(await button("Weiter: Übernehmen"));
  await person.click(await button("1 Zeile übernehmen"));
  await screen.findByText("1 Zeile übernommen", { selector: "b" });
  expect(screen.getByRole("link", { name: "Zu den Kunden" }).getAttribute("href")).toBe(
    "/accounts",
  );
  expect(screen.queryByRole("button", { name: /zurücknehmen/ })).toBeNull();
  const sent = asked.filter(({ method }) => method === "POST");
  expect(sent.map(({ path }) => path)).toEqual([
    `${imports}?dryRun=true`,
    `${imports}?dryRun=true`,
    imports,
  ]);
  expect(sent.at(-1)?.body).toEqual({
    file: expect.stringMatching(/^Eingefügt am/),
    hash: expect.stringMatching(/^[\da-f]{64}$/),
    format: expect.anything(),
    columns: ["name", "managers", "members"],
    rows: [{ line: 2, cells: ["Ahlmann", "Ute Krämer", "Jonas Albers; Katrin Vogt"] }],
    leaveOut: false,
  });
});

it("says before sending that more than 1,000 accounts are too many", async () => {
  const { person, asked } = open("administrator");
  fireEvent.change(await screen.findByRole("textbox", { name: /Aus Excel/ }), {
    target: {
      value: `Kunde\n${Array.from({ length: 1_001 }, (_, at) => `Kunde ${at}`).join("\n")}`,
    },
  });
  await person.click(await button("Eingefügtes lesen"));
  await person.click(await button("Weiter: Spalten"));
  expect((await screen.findByRole("alert")).textContent).toContain("Mehr als 1.000 Zeilen");
  expect(asked.filter(({ method }) => method === "POST")).toEqual([]);
});

it("tells a member who adds accounts", async () => {
  open("member");
  expect(await screen.findByText("Kunden legen Leitung KAM und Administration an")).toBeTruthy();
  expect(screen.queryByRole("textbox")).toBeNull();
});
