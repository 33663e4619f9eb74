import type { Page } from "@playwright/test";
import { enterAs, expect, expectAccessible, openTeutonia, test } from "./demo";

const centre = (page: Page) =>
  page.locator("section", { has: page.getByRole("heading", { name: "Buying Center" }) });

async function openCustomer(page: Page, name: string) {
  await enterAs(page, name);
  await openTeutonia(page);
  await page.goto(`${page.url()}/customer`);
  await expect(centre(page)).toBeVisible();
}

test("the buying centre says who reports to whom, where we want to get, and what is lacking", async ({ page }) => {
  await openCustomer(page, "Katrin Vogt");
  await expect(centre(page)).toContainText(
    "Bei 3 Personen ist die angestrebte Haltung noch nicht erreicht",
  );
  const petersen = centre(page).getByRole("button", { name: /^Ralf Petersen/ });
  await expect(petersen).toContainText("Einkäufer, Beeinflusser · berichtet an Dr. Anke Feldmann");
  await expect(petersen).toContainText("→ zugeneigt");
  await expectAccessible(page);

  await petersen.click();
  const form = page.getByRole("dialog");
  await form.getByRole("combobox", { name: "berichtet an" }).click();
  await page.getByRole("option", { name: "Beate Wrobel" }).click();
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(form).toContainText("Niemand berichtet an sich selbst, auch nicht über andere.");
  await form.getByRole("combobox", { name: "berichtet an" }).click();
  await page.getByRole("option", { name: "Dr. Anke Feldmann" }).click();
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(form).toBeHidden();
});

test("a contact takes a further role, and a decider who is for nobody is told", async ({ page }) => {
  await openCustomer(page, "Katrin Vogt");
  const klose = centre(page).getByRole("button", { name: /^Martin Klose/ });
  await klose.click();
  const form = page.getByRole("dialog");
  await form.getByRole("combobox", { name: "Rollen" }).press("ArrowDown");
  await page.getByRole("option", { name: "Coach" }).click();
  await page.keyboard.press("Tab");
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(klose).toContainText("Anwender, Beeinflusser, Coach");

  await centre(page).getByRole("button", { name: /^Dr\. Anke Feldmann/ }).click();
  await form.getByRole("combobox", { name: /^Haltung/ }).click();
  await page.getByRole("option", { name: "skeptisch" }).click();
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(centre(page)).toContainText("Kein Förderer unter den Entscheidern");
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test("whoever reads sees the same, and is asked for nothing", async ({ page }) => {
  await openCustomer(page, "Dr. Stefan Rehberg");
  await centre(page).getByRole("button", { name: /^Iris Lamm/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("RollenGatekeeper");
  await expect(dialog).toContainText("berichtet anDr. Anke Feldmann");
  await expect(page.getByRole("button", { name: "Speichern" })).toHaveCount(0);
});

test("the cockpit quotes whose goal an objective serves, and the long-term line reads its KPI", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const cockpit = page.url();
  await expect(
    page.getByText("Dient dem Ziel des Kunden: „Mit zwei statt sieben Antriebslieferanten"),
  ).toBeVisible();
  await page.goto(`${cockpit}/long-term`);
  const goal = page
    .getByRole("region", { name: "Langfristige Linie" })
    .getByRole("listitem")
    .filter({ hasText: "Rahmenvertrag für alle sechs" });
  await expect(goal).toContainText("310 T€");
  await expect(goal.getByRole("img")).toHaveAccessibleName(
    "Umsatz Rahmenvertrag von 180 T€ auf 310 T€",
  );
  await goal.getByRole("link", { name: "Umsatz Rahmenvertrag" }).click();
  await expect(page.getByRole("region", { name: "Umsatz Rahmenvertrag" })).toContainText("310 T€");
});
