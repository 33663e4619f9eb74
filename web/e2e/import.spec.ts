import {
  enterAs,
  expect,
  expectAccessible,
  newAccount,
  openAccount,
  openPlace,
  openStep,
  openTab,
  planFirstCycle,
  test,
} from "./demo";

const kessler = "Kessler Automotive Systems AG";

/** As an older Excel in Germany saves a text. */
const windows1252 = (text: string) => Buffer.from(text, "latin1");

test.beforeEach(async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await openAccount(page, kessler);
});

test("a CSV of sites comes in from the file to the list, and is taken back as a whole", async ({ page }) => {
  await openPlace(page, kessler, "Kunde");
  await page.getByRole("link", { name: "Aus Datei importieren" }).click();
  await page.getByText("Standorte", { exact: true }).click();
  await expectAccessible(page);
  await page.getByLabel("Datei wählen").setInputFiles({
    name: "Standorte.csv",
    mimeType: "text/csv",
    buffer: windows1252("Stand 24.11.26\r\nWerk;Ort;Art\r\nMünster Süd;Münster;Werk\r\nLager Börde;Börde;Halle\r\n"),
  });
  await expect(page.getByRole("combobox", { name: "Zeichen" })).toHaveValue("Windows-1252 (älteres Excel)");
  await expect(page.getByText("Münster Süd")).toBeVisible();
  await page.getByRole("button", { name: "Weiter: Kopfzeile" }).first().click();
  await expect(page.getByRole("heading", { name: "Kopfzeile" })).toBeFocused();
  await expect(page.getByRole("radio", { name: "Kopfzeile ist Zeile 2" })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Weiter: Spalten" }).click();
  await expect(page.getByRole("combobox", { name: "Werk enthält" })).toHaveValue("Name");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Weiter: Prüfen" }).click();
  await expect(page.getByText("„Halle“ ist nicht bekannt. Richtig wäre: Werk, Zentrale, Lager, Büro.")).toBeVisible();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Abgelehnte als Datei" }).click();
  expect((await download).suggestedFilename()).toBe("Standorte abgelehnt.csv");
  await page.getByLabel("Statt „Halle“ in Zeile 4").selectOption("Lager");
  await expect(page.getByRole("button", { name: "0 Abgelehnt" })).toBeVisible();
  await page.getByRole("button", { name: "Weiter: Übernehmen" }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "2 Zeilen übernehmen" }).click();
  await expect(page.getByText("2 Zeilen übernommen", { exact: true }).last()).toBeVisible();
  await page.getByRole("link", { name: "Zu den Standorten" }).click();
  await expect(page.getByRole("button", { name: /^Münster Süd Werk/ })).toBeVisible();

  await page.getByRole("link", { name: "Aus Datei importieren" }).click();
  await page.getByRole("button", { name: "Standorte.csv zurücknehmen" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Zurücknehmen" }).click();
  await expect(page.getByText(/zurückgenommen von Jonas Albers/)).toBeVisible();
  await openPlace(page, kessler, "Kunde");
  await openTab(page, "Kunde", "Standorte, Produktbereiche");
  await expect(page.getByRole("heading", { name: "Standorte" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Münster Süd Werk/ })).toBeHidden();
});

test("quarters side by side are pasted, become rows, and the same again changes nothing", async ({ page }) => {
  const address = new URL(page.url()).pathname;
  const table = [
    ["Werk", "PB", "Umsatz Q1/24", "Bedarf Q1/24", "Umsatz Q2/24", "Bedarf Q2/24"],
    ["Zwickau", "Stellantriebe", "1.200,5", "2.400", "1.300", "2.500"],
    ["Eisenach", "Stellantriebe", "–", "–", "250", "1.000"],
  ]
    .map((cells) => cells.join("\t"))
    .join("\n");
  for (const count of [3, 0]) {
    await page.goto(`${address}/import?kind=supply`);
    await page.getByLabel("Aus Excel einfügen").fill(table);
    await page.getByRole("button", { name: "Eingefügtes lesen" }).click();
    await page.getByRole("button", { name: "Weiter: Spalten" }).click();
    await expect(page.getByText("Das ergibt 3 Zeilen.")).toBeVisible();
    await page.getByRole("button", { name: "Weiter: Prüfen" }).click();
    await expect(page.getByRole("button", { name: `${count} Neu` })).toBeVisible();
    await page.getByRole("button", { name: "Weiter: Übernehmen" }).click();
    if (count === 0) continue;
    await page.getByRole("button", { name: "3 Zeilen übernehmen" }).click();
    await expect(page.getByRole("link", { name: "Zu den Lieferanteilen" })).toBeVisible();
  }
  await expect(page.getByText("Es gibt nichts zu schreiben: Alles steht schon da.")).toBeVisible();
});

test("a file is not left by accident, and nothing of it is lost where nobody answers", async ({ page }) => {
  await page.goto(`${new URL(page.url()).pathname}/import?kind=areas`);
  await page.getByLabel("Aus Excel einfügen").fill("Produktgruppe\nGetriebe");
  await page.getByRole("button", { name: "Eingefügtes lesen" }).click();
  await page.getByRole("button", { name: "Weiter: Spalten" }).click();
  await page.getByRole("button", { name: "Weiter: Prüfen" }).click();
  await page.getByRole("button", { name: "Weiter: Übernehmen" }).click();
  const take = page.getByRole("button", { name: "1 Zeile übernehmen" });
  await expect(take).toBeEnabled();
  await page.context().setOffline(true);
  await take.click();
  await expect(page.getByRole("alert").filter({ hasText: "steht noch da" })).toBeVisible();
  await page.context().setOffline(false);
  await openPlace(page, kessler, "Signale");
  await page.getByRole("dialog").getByRole("button", { name: "Weiter bearbeiten" }).click();
  await take.click();
  await expect(page.getByText("1 Zeile übernommen", { exact: true }).last()).toBeVisible();
});

test("the account's own workbook comes back without a change", async ({ page }) => {
  await page.goto("/accounts");
  await openAccount(page, "Teutonia Hausgeräte SE");
  await page.waitForURL(/accounts\/[0-9a-f-]+$/);
  const address = new URL(page.url()).pathname;
  const workbook = await page.request.get(`/api/v1${address}/workbook`);
  expect(workbook.ok()).toBe(true);
  const file = {
    name: "Teutonia.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: await workbook.body(),
  };
  for (const kind of ["supply", "signals", "actions", "contacts", "check_ins"]) {
    await page.goto(`${address}/import?kind=${kind}`);
    await page.getByLabel("Datei wählen").setInputFiles(file);
    await page.getByRole("button", { name: "Weiter: Spalten" }).click();
    await page.getByRole("button", { name: "Weiter: Prüfen" }).click();
    for (const nothing of ["0 Neu", "0 Geändert", "0 Abgelehnt"])
      await expect(page.getByRole("button", { name: nothing }), kind).toBeVisible();
    await expect(page.getByRole("button", { name: /^[1-9]\d* Unverändert/ }), kind).toBeVisible();
  }
});

/** What each is, and its name in tests/files. */
const byHand = [
  ["supply", "white-space.csv"],
  ["supply", "share-matrix.xlsx"],
  ["supply", "share-of-wallet.txt"],
  ["supply", "../../web/public/samples/shares-de.xlsx"],
  ["contacts", "buying-center.csv"],
  ["actions", "action-plan.xlsx"],
  ["sites", "sites.csv"],
  ["signals", "signals.csv"],
  ["kpi_values", "kpi-values.xlsx"],
] as const;

test("files that people wrote by hand come in as they are proposed", async ({ page }) => {
  await page.goto("/accounts");
  await openAccount(page, "Teutonia Hausgeräte SE");
  await page.waitForURL(/accounts\/[0-9a-f-]+$/);
  const address = new URL(page.url()).pathname;
  for (const [kind, file] of byHand) {
    await page.goto(`${address}/import?kind=${kind}`);
    await page.getByLabel("Datei wählen").setInputFiles(`../tests/files/${file}`);
    // Of a text it is shown first how it is read.
    if (!file.endsWith(".xlsx")) await page.getByRole("button", { name: "Weiter: Kopfzeile" }).first().click();
    await page.getByRole("button", { name: "Weiter: Spalten" }).click();
    await page.getByRole("button", { name: "Weiter: Prüfen" }).click();
    await expect(page.getByRole("button", { name: "0 Abgelehnt" }), file).toBeVisible();
    await expect(page.getByRole("button", { name: /^[1-9]\d* (Neu|Geändert)/ }).first(), file).toBeVisible();
  }
});

test("a sample shows how a share sheet comes in, with the account's own names", async ({ page }) => {
  await page.goto(`${new URL(page.url()).pathname}/import?kind=supply`);
  await page.getByRole("button", { name: "Mit einem Beispiel versuchen" }).click();
  await expect(page.getByRole("heading", { name: "Kopfzeile" })).toBeFocused();
  await expect(page.getByRole("cell", { name: "Zwickau" }).first()).toBeVisible();
  await page.getByRole("button", { name: "Weiter: Spalten" }).click();
  await page.getByRole("button", { name: "Weiter: Prüfen" }).click();
  await expect(page.getByRole("button", { name: "0 Abgelehnt" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^[1-9]\d* Neu/ })).toBeVisible();
});

test("an OKR table is pasted, checked and stored, and the planning shows it", async ({ page }) => {
  await enterAs(page, "Ute Krämer");
  await newAccount(page, "Tabellenkunde AG", "TAB");
  await planFirstCycle(page);
  await openStep(page, "Objectives");
  await page.getByRole("link", { name: "Aus Datei importieren" }).click();
  await expect(page.getByRole("radio", { name: "Objectives und Key Results" })).toBeChecked();
  const table = [
    ["OKR 2026", "", "", "", "", "", ""],
    ["Ziel", "Schlüsselergebnis", "Ausgangswert", "Soll", "ME", "Ist", "Status"],
    ["Erste Wahl in Oelde", "Freigegebene Muster", "0", "3", "Stück", "1", "grün"],
    ["", "Anteil in Oelde", "30,5", "45", "%", "37", "gelb"],
    ["Weniger Störungen", "Reklamationen je Monat", "12", "12", "", "10", "rot"],
  ]
    .map((cells) => cells.join("\t"))
    .join("\n");
  await page.getByLabel("Aus Excel einfügen").fill(table);
  await page.getByRole("button", { name: "Eingefügtes lesen" }).click();
  await expect(page.getByRole("radio", { name: "Kopfzeile ist Zeile 2" })).toBeChecked();
  await page.getByRole("button", { name: "Weiter: Spalten" }).click();
  await expect(page.getByRole("combobox", { name: "Ziel enthält" })).toHaveValue("Objective");
  await expect(page.getByRole("checkbox", { name: "leer heißt: wie darüber" }).first()).toBeChecked();
  await expect(page.getByText("Das ergibt 3 Zeilen.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Weiter: Prüfen" }).click();
  // Who goes nowhere has no way: the third key result starts at its target.
  await expect(page.getByRole("button", { name: "1 Abgelehnt" })).toBeVisible();
  await expectAccessible(page);
  const target = page.getByRole("textbox", { name: "Zeile 5, Zielwert" });
  await target.fill("6");
  await target.press("Enter");
  await expect(page.getByRole("button", { name: "3 Neu" })).toBeVisible();
  await page.getByRole("button", { name: "Weiter: Übernehmen" }).click();
  await page.getByRole("button", { name: "3 Zeilen übernehmen" }).click();
  await expect(page.getByText(/^In der Datei stehen auch Werte/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Zur Planung" }).click();
  await openStep(page, "Objectives");
  const objective = page.getByRole("article", { name: /Erste Wahl in Oelde/ });
  await expect(objective).toContainText("Freigegebene Muster");
  await expect(objective).toContainText("Anteil in Oelde");
  await expect(page.getByRole("article", { name: /Weniger Störungen/ })).toContainText("Reklamationen je Monat");
});

test("weeks side by side become check-ins of a running cycle, and confidence says its scale", async ({ page }) => {
  const account = new URL(page.url()).pathname;
  const day = (ago: number) =>
    new Date(Date.now() - ago * 86_400_000).toLocaleDateString("de-DE", { dateStyle: "medium" });
  const plan = ["Objective\tKey Result\tStart\tZiel", "Tabellen genügen\tGelesene Zeilen\t0\t10"].join("\n");
  const course = [
    ["Objective", "Key Result", "Konfidenz", "Score", day(14), day(7)],
    ["Tabellen genügen", "", "", "", "", ""],
    ["", "Gelesene Zeilen", "0,7", "60 %", "2", "5"],
  ]
    .map((cells) => cells.join("\t"))
    .join("\n");
  for (const [kind, table, count] of [
    ["plan", plan, 1],
    ["check_ins", course, 2],
  ] as const) {
    await page.goto(`${account}/import?kind=${kind}`);
    await page.getByLabel("Aus Excel einfügen").fill(table);
    await page.getByRole("button", { name: "Eingefügtes lesen" }).click();
    await page.getByRole("button", { name: "Weiter: Spalten" }).click();
    if (kind === "plan") {
      // The one that runs, should another one be planned.
      const cycles = page.getByRole("combobox", { name: "Zyklus" });
      await cycles.click();
      await page.getByRole("option").last().click();
    } else {
      await expect(page.getByText("„0,7“ gelesen als 7 von 10")).toBeVisible();
      await expectAccessible(page);
    }
    await page.getByRole("button", { name: "Weiter: Prüfen" }).click();
    await expect(page.getByRole("button", { name: `${count} Neu` })).toBeVisible();
    if (kind === "check_ins") {
      // A foreign percentage is compared, never taken.
      await page.getByRole("button", { name: /Alle/ }).click();
      await expect(page.getByText(/Die Datei sagt 60 % Fortschritt, .* sind es 50 %/)).toBeVisible();
    }
    await page.getByRole("button", { name: "Weiter: Übernehmen" }).click();
    await page.getByRole("button", { name: /Zeilen? übernehmen$/ }).click();
    await expect(page.getByRole("link", { name: kind === "plan" ? "Zur Planung" : "Zum Cockpit" })).toBeVisible();
  }
  await page.getByRole("link", { name: "Zum Cockpit" }).click();
  await expect(page.getByRole("link", { name: /Gelesene Zeilen/ })).toBeVisible();
});

test("the head of KAM brings accounts with their teams in, and the same table again changes nothing", async ({ page, newPage }) => {
  const head = await newPage();
  await enterAs(head, "Ute Krämer");
  const table = [
    ["Kunde", "Kürzel", "Branche", "KAM", "Team"],
    ["Ahlmann Fördertechnik GmbH", "AFT", "Maschinenbau", "Vogt, Katrin", "Jonas Albers; Meike Oltman"],
    ["Berger Pumpen AG", "", "Pumpen", "jonas.albers@brandt.example", ""],
  ]
    .map((cells) => cells.join("\t"))
    .join("\n");
  for (const count of [2, 0]) {
    await head.goto("/accounts");
    await head.getByRole("link", { name: "Kunden aus einer Tabelle" }).click();
    await head.getByLabel("Aus Excel einfügen").fill(table);
    await head.getByRole("button", { name: "Eingefügtes lesen" }).click();
    await head.getByRole("button", { name: "Weiter: Spalten" }).click();
    await expect(head.getByRole("combobox", { name: "KAM enthält" })).toHaveValue("Key Account Manager");
    await expectAccessible(head);
    await head.getByRole("button", { name: "Weiter: Prüfen" }).click();
    await expect(head.getByText(/„Meike Oltman“ gibt es in Takt nicht/)).toBeVisible();
    await head.getByLabel(/^Statt .* in Zeile 2$/).selectOption("Jonas Albers; Meike Oltmann");
    await expect(head.getByRole("button", { name: "0 Abgelehnt" })).toBeVisible();
    await expect(head.getByRole("button", { name: `${count} Neu` })).toBeVisible();
    await expectAccessible(head);
    await head.getByRole("button", { name: "Weiter: Übernehmen" }).click();
    if (count === 0) continue;
    await head.getByRole("button", { name: "2 Zeilen übernehmen" }).click();
    await head.getByRole("link", { name: "Zu den Kunden" }).click();
    await expect(head.getByRole("link", { name: "Ahlmann Fördertechnik GmbH", exact: true })).toBeVisible();
  }
  await expect(head.getByText("Es gibt nichts zu schreiben: Alles steht schon da.")).toBeVisible();
  // Whoever is on the team sees the account at once.
  await page.goto("/accounts");
  await expect(page.getByRole("link", { name: "Berger Pumpen AG", exact: true })).toBeVisible();
});
