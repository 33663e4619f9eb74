import type { Page } from "@playwright/test";
import { enterAs, expect, expectAccessible, newAccount, openAccount, openPlace, openSetUp, openTeutonia, test } from "./demo";

const quarters = ["Q1/25", "Q2/25", "Q3/25", "Q4/25", "Q1/26", "Q2/26", "Q3/26", "Q4/26"];
const sites = ["Gütersloh", "Oelde", "Lehrte", "Bielefeld", "Herford"];
const areas = ["a Antriebe", "b Steuerungen", "c Pumpen"];

/** As a spreadsheet has it: a head, then a row for each quarter, site and area. One demand is none, one share stands alone. */
const figures = [
  ["Werk", "PB", "Quartal", "Umsatz T€", "Bedarf T€", "Anteil"],
  ...quarters.flatMap((quarter) =>
    sites.flatMap((site) =>
      areas.map((area) => {
        if (quarter === "Q4/26" && site === "Lehrte" && area === areas[0])
          return [site, area, quarter, "–", "380", "39 %"];
        const lost = quarter === "Q3/25" && site === "Oelde" && area === areas[2];
        return [site, area, quarter, "120,5", lost ? "k. A." : "1.400,5", ""];
      }),
    ),
  ),
]
  .map((cells) => cells.join("\t"))
  .join("\n");

const take = (page: Page, rows: string) =>
  page.getByRole("button", { name: `${rows} übernehmen`, exact: true }).click();

const overflowOf = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("a new account is led in saved steps to its plan, and every doubtful row is shown before it is written", async ({ page }) => {
  // All of the set-up at once.
  test.slow();
  await enterAs(page, "Ute Krämer");
  await page.getByRole("main").getByRole("link", { name: "Kunden anlegen" }).click();
  await page.getByLabel("Name").fill("Neukunde AG");
  await expect(page.getByLabel("Kürzel")).toHaveValue("NEU");
  await page.getByLabel("Kürzel").fill("TEU");
  await page.getByText("3 Monate", { exact: true }).click();
  await expectAccessible(page);
  await page.getByRole("main").getByRole("button", { name: "Kunden anlegen" }).click();
  await expect(page.getByLabel("Kürzel")).toBeFocused();
  await expect(page.getByText("Das ist schon vergeben.")).toBeVisible();
  await page.getByLabel("Kürzel").fill("NEU");
  await page.getByRole("main").getByRole("button", { name: "Kunden anlegen" }).click();
  await expect(page.getByRole("heading", { name: "Team und Standorte" })).toBeFocused();

  await page.getByLabel("Personen").fill("Jonas Albers\nKatrin Vogt; Executive Sponsor\nJonas Alberts");
  await expect(page.getByText("Gemeint ist vielleicht „Jonas Albers“.")).toBeVisible();
  await expectAccessible(page);
  await take(page, "2 Zeilen");
  const wrong = page.getByRole("textbox", { name: "Zeile 3, Person" });
  await expect(wrong).toBeFocused();
  await wrong.fill("Meike Oltmann");
  await take(page, "1 Zeile");
  await expect(page.getByText("4 Personen, 0 Standorte, 0 Bereiche").first()).toBeVisible();
  await page.getByLabel("Standorte einfügen").fill(sites.join("\n"));
  // Who types needs no mouse.
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByText(sites.join(" · "))).toBeVisible();
  await page.getByLabel("Produktbereiche einfügen").fill(areas.map((name) => `${name}; Hauptlieferant`).join("\n"));
  await take(page, "3 Zeilen");
  await page.getByRole("link", { name: "Weiter: Lieferanteil" }).click();

  await page.getByLabel("Zahlen aus Excel").fill(figures);
  await expect(page.getByText("120 Zeilen gelesen")).toBeVisible();
  await expect(page.getByText("Gesamtbedarf „k. A.“ ist keine Zahl. Richtig wäre zum Beispiel 260.")).toBeVisible();
  await expect(page.getByText("Nur ein Anteil, ohne Volumen: gilt als geschätzt (≈).")).toBeVisible();
  // What was typed stays while another step is looked at.
  await openSetUp(page, "Vision und Ziele");
  await openSetUp(page, "Lieferanteil");
  await take(page, "119 Zeilen");
  await expectAccessible(page);
  const demand = page.getByRole("textbox", { name: "Zeile 37, Gesamtbedarf" });
  await demand.fill("260");
  await take(page, "1 Zeile");
  await expect(page.getByText(/^Zahlen gibt es bis Q4 2026/)).toBeVisible();
  await page.getByRole("link", { name: "Weiter: Vision und Ziele" }).click();

  // Left, and come back to: what is done is, and the next step is shown.
  await openPlace(page, "Neukunde AG", "Cockpit");
  const list = page.getByRole("region", { name: "Bis zum ersten Zyklus" });
  await expect(list).toContainText("3 von 5 erledigt");
  await list.getByRole("link", { name: "Formulieren" }).click();
  await page.getByLabel("Text").fill("Sie fragen zuerst uns.");
  await page.getByRole("button", { name: "Vision speichern" }).click();
  await page.getByLabel("Langfristige Ziele einfügen").fill("Rahmenvertrag; 30.06.2028; unterschrieben\nPlattform; irgendwann");
  await expect(page.getByText(/^„irgendwann“ ist kein Datum/)).toBeVisible();
  await expectAccessible(page);
  await take(page, "1 Zeile");
  await page.getByRole("textbox", { name: "Zeile 2, fällig am" }).fill("31.12.2028");
  await take(page, "1 Zeile");
  await page.getByRole("link", { name: "Weiter: Erster Zyklus" }).click();
  await expect(page.getByLabel("Name")).toHaveValue(/\d{4}/);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Anlegen und Objectives planen" }).click();
  await expect(page.getByRole("button", { name: "Objective hinzufügen" })).toBeVisible();

  await openPlace(page, "Neukunde AG", "Wirkung");
  const matrix = page.getByRole("region", { name: "In Zahlen" });
  await expect(matrix).toContainText("≈39");
});

test("rows that did not arrive stay for another try, and come once", async ({ page }) => {
  await enterAs(page, "Ute Krämer");
  await newAccount(page, "Ohne Netz AG", "ONA");
  let asked = 0;
  await page.route("**/api/v1/accounts/*/sites", (route) => (++asked === 2 ? route.abort() : route.continue()));
  await page.getByLabel("Standorte einfügen").fill("Name\tOrt\nPassau\tPassau\nSoest\tSoest\nTrier\tTrier");
  await take(page, "3 Zeilen");
  await expect(page.getByText("Der Server war nicht erreichbar.").first()).toBeVisible();
  await expect(page.getByRole("row", { name: /^3 Soest/ })).toBeVisible();
  await take(page, "2 Zeilen");
  await expect(page.getByText("Passau · Soest · Trier")).toBeVisible();
});

test("many contacts are pasted where they stand, and leaving asks about what is not stored", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await openPlace(page, "Teutonia Hausgeräte SE", "Kunde");
  const centre = page.locator("section", { has: page.getByRole("heading", { name: "Buying Center" }) });
  await centre.getByRole("button", { name: "Mehrere einfügen" }).click();
  const dialog = page.getByRole("dialog", { name: "Buying Center: Mehrere einfügen" });
  await dialog.getByLabel("Ansprechpartner einfügen").fill("Name\tFunktion\tWerk\tRolle\nPia Neu\tEinkauf\tOelde\tEinkäufer\nTom Neu\tTechnik\tOlede\tAnwender");
  await expect(dialog.getByText("Gemeint ist vielleicht „Oelde“.")).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await dialog.getByRole("button", { name: "Weiter bearbeiten" }).click();
  await take(page, "1 Zeile");
  await dialog.getByRole("textbox", { name: "Zeile 3, Standort" }).fill("Oelde");
  await take(page, "1 Zeile");
  await expect(dialog).toBeHidden();
  await expect(centre.getByRole("button", { name: /^Pia Neu/ })).toContainText("Einkäufer");
  await expect(centre.getByRole("button", { name: /^Tom Neu/ })).toBeVisible();
});

test("the steps fit a phone, and whoever reads finds nothing to write", async ({ newPage }) => {
  const phone = await newPage({ viewport: { width: 360, height: 740 } });
  await enterAs(phone, "Ute Krämer");
  await newAccount(phone, "Österreichische Präzisionsgetriebe- und Antriebstechnik Handelsgesellschaft m.b.H.", "OEP");
  await phone.getByLabel("Produktbereiche einfügen").fill("a; gelistet\nb; gelistet");
  await take(phone, "2 Zeilen");
  for (const step of ["Kunde", "Lieferanteil", "Vision und Ziele", "Erster Zyklus"]) {
    await openSetUp(phone, step);
    await expect(phone.getByRole("heading", { name: step, exact: true })).toBeVisible();
    if (step === "Lieferanteil")
      await phone.getByLabel("Zahlen aus Excel").fill("PB\tQ1 2025\tQ2 2025\tQ3 2025\tQ4 2025\na\t30\t31\tk. A.\t33\nx\t1\t2\t3\t4");
    expect(await overflowOf(phone), step).toBeLessThanOrEqual(0);
  }

  const sponsor = await newPage();
  await enterAs(sponsor, "Dr. Stefan Rehberg");
  await openAccount(sponsor, "Teutonia Hausgeräte SE");
  await expect(sponsor.getByRole("article").first()).toBeVisible();
  const account = new URL(sponsor.url()).pathname.split("/")[2];
  for (const step of ["people", "share", "vision"]) {
    await sponsor.goto(`/first-run?account=${account}&step=${step}`);
    await expect(sponsor.getByText("Das trägt das Key-Account-Team ein.").first()).toBeVisible();
    await expect(sponsor.getByRole("main").getByRole("textbox")).toHaveCount(0);
  }
});
