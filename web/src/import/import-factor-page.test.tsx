// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { answered } from "../testing/server";
import { speak } from "../testing/stage";
import { answerOf, type Body, button, checks, open, paste, rowOf, writes } from "./testing-page";

vi.mock("../app/use-live", () => ({ useLive: () => {} }));
const downloaded = vi.hoisted(() => vi.fn());
vi.mock("../app/download", () => ({ download: downloaded }));

beforeEach(async () => {
  localStorage.clear();
  downloaded.mockClear();
  await speak("de");
});

const shares = [
  "Werk\tPB\tQuartal\tUmsatz in T€\tBedarf T€\tAnteil",
  "Gütersloh\tDichtungen\tQ3 2026\t1.355,9\t3.000\t45 %",
].join("\n");

const address = "/accounts/a/import?kind=supply";
const factorOf = (name: string) =>
  screen.getByRole<HTMLSelectElement>("combobox", { name: `${name}: Werte in` });

it("proposes thousands where the head says so, and sends them as soon as somebody takes them", async () => {
  const { person, asked, unmount } = open({ address });
  await paste(person, shares);
  await person.click(await button("Weiter: Spalten"));
  expect(factorOf("Umsatz in T€").value).toBe("1");
  // A share is none.
  expect(screen.queryByRole("combobox", { name: "Anteil: Werte in" })).toBeNull();
  expect(screen.getByText("„1.355,9“ gelesen als 1.355,9")).toBeTruthy();
  await person.click(await button("Umsatz in T€: „T€“: als Tausend lesen"));
  expect(factorOf("Umsatz in T€").value).toBe("1000");
  expect(screen.queryByRole("button", { name: /^Umsatz in T€: / })).toBeNull();
  expect(screen.getByText("„1.355,9“ gelesen als 1.355.900")).toBeTruthy();
  expect(screen.getByText("gelesen als 1.355.900")).toBeTruthy();
  await person.selectOptions(factorOf("Bedarf T€"), "Millionen");
  expect(screen.getByText("gelesen als 3.000.000.000")).toBeTruthy();
  await person.selectOptions(factorOf("Bedarf T€"), "Tausend");
  await person.click(await button("Weiter: Prüfen"));
  await screen.findByRole("region", { name: "Zeilen der Datei" });
  expect(checks(asked)[0]).toMatchObject({
    columns: ["site", "product_area", "period", "volume", "demand", "share", "unit"],
    factors: [1, 1, 1, 1_000, 1_000, 1, 1],
    rows: [
      { line: 2, cells: ["Gütersloh", "Dichtungen", "Q3 2026", "1.355,9", "3.000", "45 %", "eur"] },
    ],
  });
  await person.click(await button("Weiter: Übernehmen"));
  await person.click(await button("1 Zeile übernehmen"));
  await screen.findByText("1 Zeile übernommen", { selector: "b" });
  expect(writes(asked)[0]?.factors).toEqual([1, 1, 1, 1_000, 1_000, 1, 1]);
  unmount();
  // The next file with these heads.
  const again = open({ address });
  await paste(again.person, shares.replace("1.355,9", "1.400"));
  await again.person.click(await button("Weiter: Spalten"));
  await screen.findByText("Wie beim letzten Mal zugeordnet.");
  expect(factorOf("Umsatz in T€").value).toBe("1000");
});

it("sends no factor where nobody says so, and forgets it with the column", async () => {
  const { person, asked } = open({ address });
  await paste(person, shares);
  await person.click(await button("Weiter: Spalten"));
  await person.selectOptions(factorOf("Umsatz in T€"), "Tausend");
  await person.click(screen.getByRole("combobox", { name: "Umsatz in T€ enthält" }));
  await person.click(await screen.findByRole("option", { name: "nichts davon" }));
  await person.click(screen.getByRole("combobox", { name: "Umsatz in T€ enthält" }));
  await person.click(await screen.findByRole("option", { name: "Unser Volumen" }));
  expect(factorOf("Umsatz in T€").value).toBe("1");
  await person.click(await button("Weiter: Prüfen"));
  await screen.findByRole("region", { name: "Zeilen der Datei" });
  expect(checks(asked)[0]).not.toHaveProperty("factors");
});

it("asks once for figures that stand side by side", async () => {
  const { person, asked } = open({ address });
  await paste(
    person,
    [
      "Werk\tPB\tUmsatz T€ Q3/26\tBedarf Q3/26\tUmsatz T€ Q4/26\tBedarf Q4/26",
      "Gütersloh\tDichtungen\t1,5\t3.000\t2\t4.000",
    ].join("\n"),
  );
  await person.click(await button("Weiter: Spalten"));
  await person.click(await button("Unser Volumen: „T€“: als Tausend lesen"));
  expect(screen.getByText("gelesen als 1.500")).toBeTruthy();
  expect(screen.getByText("gelesen als 2.000")).toBeTruthy();
  expect(factorOf("Gesamtbedarf").value).toBe("1");
  await person.click(await button("Weiter: Prüfen"));
  await screen.findByRole("region", { name: "Zeilen der Datei" });
  const [body] = checks(asked);
  expect(body?.columns).toEqual([
    ...["site", "product_area", "period", "share", "volume", "demand", "unit"],
  ]);
  expect(body?.factors).toEqual([1, 1, 1, 1, 1_000, 1, 1]);
});

it("warns of what is not in thousands throughout", async () => {
  const { person } = open({ address });
  await paste(person, "Werk\tPB\tUmsatz T€ Q3/26\tUmsatz Q4/26\nGütersloh\tDichtungen\t1,5\t3.000");
  await person.click(await button("Weiter: Spalten"));
  expect(await screen.findByText(/^Unser Volumen: Das sind nicht durchweg Tausend/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /als Tausend lesen$/ })).toBeNull();
});

it("checks what the amounts become, and hands refused rows out so that they come back alike", async () => {
  const { person } = open({
    address,
    more: ({ path, body }) =>
      path.endsWith("dryRun=true")
        ? answered(
            answerOf(
              (body as unknown as Body).rows.map(({ line }, at) =>
                at === 0
                  ? rowOf(line, "unchanged")
                  : at === 1
                    ? rowOf(line, "changed", {
                        values: [{ column: 3, member: "volume", before: 5, after: 1_400_000 }],
                      })
                    : rowOf(line, "refused", {
                        problems: [
                          {
                            column: 4,
                            code: "above_demand",
                            detail: "",
                            choices: [],
                            value: null,
                          },
                        ],
                      }),
              ),
            ),
          )
        : undefined,
  });
  const row = (volume: string) => `Gütersloh\tDichtungen\tQ3 2026\t${volume}\t3.000\t`;
  await paste(person, [shares, row("1.400"), row("9.000,5")].join("\n"));
  await person.click(await button("Weiter: Spalten"));
  await person.click(await button("Umsatz in T€: „T€“: als Tausend lesen"));
  await person.click(await button("Weiter: Prüfen"));
  await person.click(await button(/Alle/));
  const table = within(screen.getByRole("region", { name: "Zeilen der Datei" }));
  expect(table.getByRole("columnheader", { name: "Unser Volumen aus Tausend" })).toBeTruthy();
  expect(table.getByRole("columnheader", { name: "Gesamtbedarf" })).toBeTruthy();
  expect(table.getByText("1.355.900")).toBeTruthy();
  expect(table.getByText("1.400.000").tagName).toBe("INS");
  // What is put right stands as in the file.
  expect(table.getByDisplayValue("9.000,5")).toBeTruthy();
  await person.click(await button("Abgelehnte als Datei"));
  const [file] = downloaded.mock.calls[0] as [Blob];
  expect((await file.text()).split("\r\n")[0]).toContain(";Unser Volumen (Tsd.);Gesamtbedarf;");
});
