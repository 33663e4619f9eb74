import { enterAs, expect, expectAccessible, openPlace, openTab, openTeutonia, test } from "./demo";

const teutonia = "Teutonia Hausgeräte SE";

test("the agility check shows the weakest question first and leads to the step that helps", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await openPlace(page, teutonia, "Agilitäts-Check");
  const seven = page.getByRole("region", { name: "Sieben Fragen, eine Skala" });
  await expect(seven.getByRole("img")).toHaveCount(7);
  await expect(seven.getByRole("img").first()).toHaveAttribute("aria-label", /^Aktualität: 47, in Zyklus 1 11$/);
  await expect(seven.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Lernen" }) })).toContainText("–");
  await expectAccessible(page);
  await page.getByText("Als Tabelle").click();
  await expect(page.getByRole("row", { name: /^Gesamtwert/ })).toBeVisible();
  const steps = page.getByRole("region", { name: "Als Nächstes lohnt" });
  await expect(steps.getByRole("listitem").first()).toContainText(/seit \d+ Tagen still, Jonas Albers/);
  await steps.getByRole("link", { name: "Check-in öffnen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^An den weiteren 5 Standorten/ })).toBeVisible();
});

test("a KPI shows where it should be, and a wrong value is corrected", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await openPlace(page, teutonia, "Wirkung");
  await openTab(page, "Wirkung", "Kennzahlen");
  const panel = page.getByRole("region", { name: "Liefertreue", exact: true });
  await expect(panel.getByRole("img", { name: /^Liefertreue vom .*Ziel mindestens 96\s%$/ })).toBeVisible();
  await expectAccessible(page);
  await panel.getByText(/^Alle \d+ Werte$/).click();
  await panel.getByRole("button", { name: /^Liefertreue, Wert vom/ }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Wert", exact: true }).fill("95,5");
  await dialog.getByRole("button", { name: "Speichern" }).click();
  await expect(dialog).toBeHidden();
  await expect(panel.getByText("außerhalb")).toBeVisible();
  await page.getByRole("button", { name: `Mehr zu ${teutonia}` }).click();
  await page.getByRole("menuitem", { name: "Aktivität" }).click();
  await expect(page.getByText(/^Korrigiert: Liefertreue, 97\s% → 95,5\s%$/)).toBeVisible();
});

test("effectiveness says outcomes in their own figures, and what lies beyond the axis with its own", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await openPlace(page, teutonia, "Wirkung");
  await openTab(page, "Wirkung", "Wirksamkeit");
  await expect(page.getByRole("region", { name: "Objectives" }).getByText(/^34 auf 31\s%, Ziel 36\s%$/)).toBeVisible();
  await expect(page.getByRole("figure").getByText(/^−150\s%$/)).toBeVisible();
  await expectAccessible(page);
  await page.getByText("Als Tabelle").click();
  await expect(page.getByRole("row", { name: /Preisniveau in Antrieben halten/ })).toContainText(/34 auf 31\s%, Ziel 36\s%/);
});

for (const width of [1440, 360])
  test(`the activity tells values before and after, at ${width} px`, async ({ newPage }) => {
    const page = await newPage({ viewport: { width, height: 800 } });
    await enterAs(page, "Katrin Vogt");
    await openTeutonia(page);
    await page.goto(`${page.url()}/activity`);
    await expect(page.getByText("Check-in: 3 von 4", { exact: true }).first()).toBeVisible();
    await expect(page.getByText(/^Check-in: Stufe 3 von 5: Angebot verhandelt$/)).toBeVisible();
    await expectAccessible(page);
    await page.getByText("Check-in: 3 von 4", { exact: true }).first().click();
    await expect(page.getByRole("row", { name: /^Wert – 3$/ })).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

test("a toast stands beside the navigation, not on its foot", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.getByRole("button", { name: /^Check-in: / }).first().click();
  await page.getByLabel("Notiz").fill("Termin bestätigt");
  await page.getByRole("button", { name: "Check-in speichern" }).click();
  const toast = page.getByRole("status").filter({ hasText: "gespeichert" });
  // It slides in.
  await expect.poll(async () => (await toast.boundingBox())?.x).toBeGreaterThan(236);
});
