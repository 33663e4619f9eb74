import { expect, test } from "@playwright/test";
import { enterAs, openTeutonia } from "./demo";

test("when two edit the same objective, the second is shown both versions and chooses", async ({ browser }) => {
  const katrin = await (await browser.newContext()).newPage();
  const jonas = await (await browser.newContext()).newPage();
  for (const [page, name] of [[katrin, "Katrin Vogt"], [jonas, "Jonas Albers"]] as const) {
    await enterAs(page, name);
    await openTeutonia(page);
    await page.getByRole("button", { name: /Als Partner für die Plattform 2028/ }).click();
  }
  await katrin.getByLabel("Warum").fill("Katrins Grund");
  await katrin.getByRole("button", { name: "Speichern" }).click();
  await expect(katrin.getByRole("dialog")).toBeHidden();
  await jonas.getByLabel("Warum").fill("Jonas' Grund");
  await jonas.getByRole("button", { name: "Speichern" }).click();

  const conflict = jonas.getByRole("alert");
  await expect(conflict).toContainText("Jemand war schneller");
  await expect(conflict).toContainText("Katrins Grund");
  await expect(conflict).toContainText("Jonas' Grund");
  await jonas.getByRole("button", { name: "Meine speichern" }).click();
  await expect(jonas.getByRole("dialog")).toBeHidden();
});

test("a site is added, archived and brought back by undo", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.goto(`${page.url()}/settings`);
  const sites = page.locator("section", { has: page.getByRole("heading", { name: "Standorte" }) });
  await sites.getByRole("button", { name: "Hinzufügen" }).click();
  await page.getByLabel("Name").fill("Soest");
  await page.getByRole("button", { name: "Speichern" }).click();
  await sites.getByRole("button", { name: /Soest/ }).first().click();
  await page.getByRole("button", { name: "Archivieren" }).click();
  await expect(sites.getByRole("button", { name: /Soest/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(sites.getByRole("button", { name: /Soest/ }).first()).toBeVisible();
});

test("a team plans a cycle, is told what is missing, and starts it", async ({ page }) => {
  await enterAs(page, "Ute Krämer");
  await page.getByRole("button", { name: "Kunden anlegen" }).click();
  await page.getByLabel("Name").fill("Neukunde AG");
  await page.getByLabel("Kürzel").fill("NEU");
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByRole("link", { name: "Neukunde AG" }).click();
  await page.getByRole("button", { name: "Zyklus planen" }).click();
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByRole("button", { name: "Zyklus starten" }).click();
  await expect(page.getByRole("alert")).toContainText("mindestens ein Objective");
  await page.getByRole("button", { name: "Objective hinzufügen" }).click();
  await page.getByLabel("Titel").fill("Erstlieferant werden");
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByRole("button", { name: "Key Result hinzufügen" }).click();
  await page.getByLabel("Titel").fill("Drei Muster geliefert");
  await page.getByLabel("Zielwert").fill("3");
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByRole("button", { name: "Zyklus starten" }).click();
  await expect(page.getByRole("button", { name: /^Check-in: Drei Muster/ })).toBeVisible();
});
