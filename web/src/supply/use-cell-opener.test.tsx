// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { MayContext } from "../app/may";
import { type Asked, answered, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { ShareMatrix } from "./share-matrix";
import { useCellOpener } from "./use-cell-opener";

const total = { share: 0.4, covered: 1, total: 1, estimated: false };
const line = (id: string | null) => ({ id, total, trend: null });
const cell = (productArea: string, members: object = {}) => ({
  productArea,
  site: "o",
  share: 0.4,
  volume: 40,
  demand: 100,
  estimated: false,
  trend: null,
  white: false,
  unit: "eur",
  rest: null,
  competitor: "",
  contractEnd: null,
  endsSoon: false,
  restFrom: null,
  contractFrom: null,
  ...members,
});
const record = (productArea: string, members: object = {}) => ({
  id: `record of ${productArea}`,
  version: 3,
  productArea,
  site: "o",
  period: "quarter",
  startsOn: "2026-10-01",
  volume: 40,
  demand: 100,
  share: null,
  unit: "eur",
  estimated: false,
  source: "",
  rest: null,
  competitor: "",
  contractEnd: null,
  ...members,
});

const sites = [{ id: "o", name: "Oelde" }];
const areas = [
  { id: "a", name: "Antriebe" },
  { id: "b", name: "Steuerungen" },
];

function Matrix({ supply }: { supply: Schemas["SupplyPage"] }) {
  const [form, opener] = useCellOpener("t", supply, sites, areas);
  return (
    <>
      <ShareMatrix supply={supply} sites={sites} areas={areas} opener={opener} />
      {form}
    </>
  );
}

const open = (cells: object[], records: object[], may = true) =>
  show(
    <MayContext value={{ contribute: may, manage: false }}>
      <Matrix
        supply={
          {
            period: "quarter",
            startsOn: "2026-10-01",
            cells,
            records,
            sites: [line("o")],
            areas: [line("a"), line("b")],
            total: line(null),
            otherUnits: [],
            archivedAreas: [],
            archivedSites: [],
            competitors: ["Alpen-Servo", "Nordmotor"],
          } as unknown as Schemas["SupplyPage"]
        }
      />
    </MayContext>,
  );

const button = (name: RegExp | string) => screen.getByRole("button", { name });
const competitor = () => screen.findByRole<HTMLInputElement>("combobox", { name: /^Wettbewerber/ });

/** What is written, each answered with `entity`. */
function written(entity: object) {
  const asked: Asked[] = [];
  serve((request) => {
    if (request.method !== "GET") asked.push(request);
    return answered(request.method === "GET" ? { today: "2026-11-24" } : entity);
  });
  return asked;
}

beforeEach(() => speak("de"));

it("opens a cell by keyboard and stores the rival, of those named before", async () => {
  const asked = written({ id: "record of a", version: 4 });
  const { person } = open([cell("a")], [record("a")]);
  button(/^Oelde, Antriebe: 40/).focus();
  await person.keyboard("{Enter}");
  await screen.findByRole("dialog", { name: "Oelde, Antriebe, Q4 2026" });
  await person.click(screen.getByRole("combobox", { name: "Rest bei" }));
  await person.click(await screen.findByRole("option", { name: "Wettbewerber" }));
  await person.type(await competitor(), "Nord");
  await person.click(await screen.findByRole("option", { name: "Nordmotor" }));
  await person.click(button("Speichern"));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toMatchObject({
    method: "PATCH",
    version: 3,
    body: { rest: "competitor", competitor: "Nordmotor" },
  });
});

it("takes the rival's name back with the rival", async () => {
  const asked = written({ id: "record of a", version: 4 });
  const rival = { rest: "competitor", competitor: "Nordmotor" };
  const { person } = open([cell("a", rival)], [record("a", rival)]);
  await person.click(button(/Nordmotor/));
  expect((await competitor()).value).toBe("Nordmotor");
  await person.click(screen.getByRole("combobox", { name: "Rest bei" }));
  await person.click(await screen.findByRole("option", { name: "Eigenfertigung" }));
  await person.click(button("Speichern"));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.body).toEqual({ rest: "own_make", competitor: "" });
});

const source = { record: "earlier", period: "quarter", startsOn: "2026-04-01" };
const held = { rest: "competitor", competitor: "Nordmotor", contractEnd: "2027-03-31" };
const inherited = { ...held, restFrom: source, contractFrom: source };

it("tells what earlier records say as theirs and stores only what was touched", async () => {
  const asked = written({ id: "record of a", version: 4 });
  const { person } = open([cell("a", inherited)], [record("a")]);
  await person.click(button(/Nordmotor/));
  await screen.findByText(/gilt seit Q2 2026: Nordmotor/);
  expect(screen.getByText(/gilt seit Q2 2026: 31.03.2027/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Vertragsende").value).toBe("");
  await person.type(screen.getByLabelText("Quelle"), "Einkauf");
  expect(screen.queryByRole("button", { name: "Diesen Eintrag öffnen" })).toBeNull();
  await person.click(button("Speichern"));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.body).toEqual({ source: "Einkauf" });
});

it("opens the record that says it, where its contract end can be taken away", async () => {
  const earlier = record("a", { ...held, id: "earlier", version: 7, startsOn: "2026-04-01" });
  const asked = serve(() => answered(earlier));
  const { person } = open([cell("a", inherited)], [record("a")]);
  await person.click(button(/Nordmotor/));
  const ways = await screen.findAllByRole("button", { name: "Diesen Eintrag öffnen" });
  await person.click(ways[0] as HTMLElement);
  await screen.findByRole("dialog", { name: "Oelde, Antriebe, Q2 2026" });
  await person.clear(screen.getByLabelText("Vertragsende"));
  await person.click(button("Speichern"));
  await waitFor(() => expect(asked.filter(({ method }) => method === "PATCH")).toHaveLength(1));
  expect(asked.find(({ method }) => method === "PATCH")).toMatchObject({
    path: "/supply-records/earlier",
    version: 7,
    body: { contractEnd: null },
  });
});

it("begins a record of an empty cell", async () => {
  const asked = written({ id: "new", version: 1 });
  const { person } = open([cell("a")], [record("a")]);
  await person.click(button("Oelde, Steuerungen erfassen"));
  await person.type(await screen.findByLabelText("Gesamtbedarf"), "50");
  await person.click(button("Speichern"));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toMatchObject({
    method: "POST",
    path: "/accounts/t/supply-records",
    body: { productArea: "b", site: "o", period: "quarter", startsOn: "2026-10-01", demand: 50 },
  });
});

it("shows a share that was given alone in per cent, and corrects it", async () => {
  const asked = written({ id: "record of a", version: 4 });
  const alone = { share: 0.391, volume: null, demand: null };
  const { person } = open([cell("a", { share: 0.391 })], [record("a", alone)]);
  await person.click(button(/^Oelde, Antriebe:/));
  const share = await screen.findByLabelText<HTMLInputElement>("Anteil");
  expect(share.value).toBe("39,1");
  await person.clear(share);
  await person.type(share, "33,3");
  await person.click(button("Speichern"));
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.body).toEqual({ share: 0.333 });
});

it("asks for no third figure where two tell it", async () => {
  const { person } = open([cell("a")], [record("a")]);
  await person.click(button(/^Oelde, Antriebe:/));
  await person.clear(await screen.findByLabelText("Volumen"));
  expect(screen.getByLabelText("Anteil")).toBeTruthy();
  await person.type(screen.getByLabelText("Volumen"), "41");
  expect(screen.queryByLabelText("Anteil")).toBeNull();
});

it("keeps what was typed when it is refused, and asks before it goes", async () => {
  serve(() =>
    refused(422, "invalid", {
      errors: [{ pointer: "/competitor", code: "too_long", detail: "is too long" }],
    }),
  );
  const rival = { rest: "competitor", competitor: "Nordmotor" };
  const { person } = open([cell("a", rival)], [record("a", rival)]);
  await person.click(button(/Nordmotor/));
  await person.type(await competitor(), " AG");
  await person.click(button("Speichern"));
  await screen.findByRole("alert");
  expect((await competitor()).value).toBe("Nordmotor AG");
  await person.keyboard("{Escape}");
  await person.keyboard("{Escape}");
  expect(await screen.findByRole("button", { name: "Weiter bearbeiten" })).toBeTruthy();
});

it("opens no cell that finer periods make up, and begins none for who only reads", () => {
  open([cell("a")], [], false);
  expect(screen.queryAllByRole("button")).toEqual([]);
});
