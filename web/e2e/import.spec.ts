import { enterAs, expect, expectAccessible, openAccount, openPlace, test } from "./demo";

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
  for (const kind of ["supply", "signals", "actions", "contacts"]) {
    await page.goto(`${address}/import?kind=${kind}`);
    await page.getByLabel("Datei wählen").setInputFiles(file);
    await page.getByRole("button", { name: "Weiter: Spalten" }).click();
    await page.getByRole("button", { name: "Weiter: Prüfen" }).click();
    for (const nothing of ["0 Neu", "0 Geändert", "0 Abgelehnt"])
      await expect(page.getByRole("button", { name: nothing }), kind).toBeVisible();
    await expect(page.getByRole("button", { name: /^[1-9]\d* Unverändert/ }), kind).toBeVisible();
  }
});
