import type { Locator, Page } from "@playwright/test";
import { appendFileSync } from "node:fs";
import { beginFirstCycle, enterAs, expect, openTeutonia, test } from "./demo";

/** Somebody who is counted: each click or tap, each key, each thing pasted. */
class Walker {
  clicks = 0;
  keys = 0;
  /** Of the keys, those that are text. */
  letters = 0;
  pasted = 0;
  private readonly begun = Date.now();

  constructor(readonly page: Page) {}

  async click(what: Locator) {
    ++this.clicks;
    await what.click();
  }

  async press(key: string) {
    ++this.keys;
    await this.page.keyboard.press(key);
  }

  /** Where the focus is. */
  async type(text: string) {
    this.keys += text.length;
    this.letters += text.length;
    await this.page.keyboard.type(text);
  }

  /** A click into a field, and text. */
  async write(field: Locator, text: string) {
    await this.click(field);
    await this.type(text);
  }

  /** A click into a field, and what the clipboard holds. */
  async paste(field: Locator, text: string) {
    await this.click(field);
    ++this.keys;
    ++this.pasted;
    await this.page.keyboard.insertText(text);
  }

  button = (name: string | RegExp) => this.page.getByRole("button", { name });
  link = (name: string | RegExp) => this.page.getByRole("link", { name });

  /** What is done on purpose: a click, a text, a key that is no text. */
  tell(what: string) {
    const seconds = ((Date.now() - this.begun) / 1000).toFixed(1);
    const pasted = this.pasted ? `, ${this.pasted} × pasted` : "";
    const figure = `${this.clicks} clicks, ${this.keys} keys${pasted}, ${seconds} s`;
    console.log(`${what}: ${figure}`);
    // `make bench` collects it.
    if (process.env.TAKT_WALKS)
      appendFileSync(process.env.TAKT_WALKS, `${JSON.stringify({ what, figure })}\n`);
  }
}

const quarters = ["Q1/25", "Q2/25", "Q3/25", "Q4/25", "Q1/26", "Q2/26", "Q3/26", "Q4/26"];
const sites = ["Gütersloh", "Oelde", "Lehrte", "Bielefeld", "Herford"];
const areas = ["Antriebe", "Steuerungen", "Pumpen"];
const figures = [
  "Werk\tPB\tQuartal\tUmsatz\tBedarf",
  ...quarters.flatMap((quarter) =>
    sites.flatMap((site) => areas.map((area) => `${site}\t${area}\t${quarter}\t120,5\t400`)),
  ),
].join("\n");

const plan = {
  "Zweitlieferant in drei Werken werden": [
    ["Muster sind geliefert", "3"],
    ["Werke haben uns gelistet", "3"],
    ["Erste Bestellungen sind da", "10"],
  ],
  "Die Entwicklung fragt uns zuerst": [
    ["Gemeinsame Skizzen", "3"],
    ["Workshops gehalten", "2"],
    ["Nennungen in Spezifikationen", "2"],
  ],
};

test("from nothing to a running first cycle, and from its end to the next", async ({ page }) => {
  // Two walks, one after the other.
  test.slow();
  await enterAs(page, "Ute Krämer");
  const walker = new Walker(page);
  const main = page.getByRole("main");
  await walker.click(main.getByRole("link", { name: "Kunden anlegen" }));
  await walker.write(page.getByLabel("Name"), "Neukunde AG");
  await walker.press("Enter");
  await walker.paste(page.getByLabel("Personen"), "Jonas Albers\nMeike Oltmann\nKatrin Vogt");
  await walker.press("Control+Enter");
  await expect(page.getByText("4 Personen").first()).toBeVisible();
  await walker.paste(page.getByLabel("Standorte einfügen"), sites.join("\n"));
  await walker.press("Control+Enter");
  await expect(page.getByText(`${sites.length} Standorte`).first()).toBeVisible();
  await walker.paste(page.getByLabel("Produktbereiche einfügen"), areas.map((name) => `${name}; Hauptlieferant`).join("\n"));
  await walker.press("Control+Enter");
  await walker.click(walker.link("Weiter: Lieferanteil"));
  await walker.paste(page.getByLabel("Zahlen aus Excel"), figures);
  await walker.click(walker.button("120 Zeilen übernehmen"));
  await expect(page.getByText(/^Zahlen gibt es bis/)).toBeVisible();
  await walker.click(page.getByRole("navigation", { name: "Schritte der Einrichtung" }).getByRole("link", { name: /^Erster Zyklus/ }));
  await beginFirstCycle(page);
  await walker.click(walker.button("Anlegen und Objectives planen"));
  for (const [title, keyResults] of Object.entries(plan)) {
    await walker.click(walker.button("Objective hinzufügen"));
    await expect(page.getByLabel("Titel")).toBeFocused();
    await walker.type(title);
    await walker.click(walker.button("Speichern"));
    const objective = page.getByRole("article", { name: title });
    for (const [name = "", target = ""] of keyResults) {
      await walker.click(objective.getByRole("button", { name: "Key Result hinzufügen" }));
      await expect(page.getByLabel("Titel")).toBeFocused();
      await walker.type(name);
      await walker.write(page.getByLabel("Zielwert"), target);
      await walker.click(walker.button("Speichern"));
      await expect(objective.getByText(name)).toBeVisible();
    }
  }
  await walker.click(walker.link("Prüfen und starten"));
  await walker.click(walker.button("Zyklus starten"));
  await expect(walker.button(/^Check-in: Muster sind geliefert/)).toBeVisible();
  walker.tell("new account: team of 4, 5 sites, 3 areas, 8 quarters, 2 × 3 key results, cycle started");
  // A little more than what the words themselves take.
  expect(walker.clicks).toBeLessThanOrEqual(45);

  const next = new Walker(page);
  await next.click(page.getByRole("navigation", { name: "Neukunde AG" }).getByRole("link", { name: "Zyklus" }));
  await next.click(page.getByRole("navigation", { name: "Zyklus", exact: true }).getByRole("link", { name: "Rückblick" }));
  await next.click(next.button("Rückblick beginnen"));
  const asks = page.getByRole("dialog").getByRole("button", { name: "Rückblick beginnen" });
  await expect(page.getByLabel("Erkenntnis").or(asks).first()).toBeVisible();
  if (await asks.isVisible()) await next.click(asks);
  for (const title of Object.keys(plan)) {
    const objective = page.getByRole("article", { name: title });
    await next.write(objective.getByRole("textbox", { name: "Erkenntnis" }), `Früh anfangen: ${title}`);
    await next.press("Tab");
    await next.click(objective.getByText("nicht bewertet", { exact: true }));
    await next.click(objective.getByText("weiterführen", { exact: true }));
  }
  await next.click(next.button("Zyklus abschließen"));
  await next.click(page.getByRole("dialog").getByRole("button", { name: "Zyklus abschließen" }));
  await next.click(next.button("Nächsten Zyklus planen"));
  await next.click(next.link("Prüfen und starten"));
  await next.click(next.button("Zyklus starten"));
  await next.click(page.getByRole("dialog", { name: /schon jetzt starten/ }).getByRole("button", { name: "Zyklus starten" }));
  await expect(next.button(/^Check-in: Muster sind geliefert/)).toBeVisible();
  next.tell("from an ended cycle through its review to the next, started");
});

test("a check-in takes three interactions", async ({ page }) => {
  await enterAs(page, "Meike Oltmann");
  await openTeutonia(page);
  const walker = new Walker(page);
  await walker.click(walker.button(/^Check-in: Am Standort Gütersloh/));
  await expect(page.getByLabel("Wert (Kundenstimmen)")).toBeFocused();
  // What stands there is selected for whoever types.
  await walker.type("4");
  await walker.press("Enter");
  await expect(page.getByRole("article").first()).toContainText("4 Kundenstimmen, Ziel 4");
  walker.tell("check-in");
  // To open it, the value, to save it.
  expect(walker.clicks + walker.keys).toBeLessThanOrEqual(3);
});

test("a signal takes two taps and a sentence", async ({ newPage }) => {
  const page = await newPage({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await enterAs(page, "Jonas Albers");
  await openTeutonia(page);
  const walker = new Walker(page);
  await walker.click(page.getByRole("link", { name: "Signal erfassen" }));
  await expect(page.getByLabel("Was ist passiert?")).toBeFocused();
  await walker.type("Oelde bestellt ab Januar zentral");
  await walker.click(page.getByRole("button", { name: "Erfassen", exact: true }));
  await expect(page.getByText("Oelde bestellt ab Januar zentral").first()).toBeVisible();
  walker.tell("signal, on a phone");
  expect(walker.clicks).toBeLessThanOrEqual(2);
  expect(walker.keys).toBe(walker.letters);
});
