import { enterAs, expect, expectAccessible, openAccount, openTeutonia, test } from "./demo";

test("a parent account shows its children with their sums, and the portfolio is narrowed to them", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const children = page.getByRole("region", { name: "Tochterkunden" });
  await expect(children.getByRole("row", { name: /Teutonia Professional GmbH/ })).toContainText("im Plan");
  await expect(children).toContainText("1 Kunde · 0 wartende Signale · Lieferanteil der letzten zwölf Monate");
  await expectAccessible(page);
  await children.getByRole("link", { name: "im Portfolio zeigen" }).click();
  await page.waitForURL(/\/portfolio\?parent=/);
  await expect(page.getByRole("button", { name: "Konzern: Teutonia Hausgeräte SE: Filter entfernen" })).toBeVisible();
  const accounts = page.getByRole("region", { name: "Portfolio" });
  const professional = accounts.getByRole("row", { name: /^Objectives von Teutonia Professional GmbH/ });
  await expect(professional).toContainText("Konzern: Teutonia Hausgeräte SE");
  await professional.getByRole("link", { name: "Teutonia Professional GmbH" }).click();
  await page.getByRole("main").getByRole("link", { name: "Teutonia Hausgeräte SE" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Teutonia Hausgeräte SE" })).toBeVisible();
});

test("whoever does not see a child hears only that there is one", async ({ page }) => {
  await enterAs(page, "Dr. Stefan Rehberg");
  await openTeutonia(page);
  await expect(page.getByText("Dazu gehört 1 Kunde, den Sie nicht sehen.")).toBeVisible();
  await expect(page.getByText("Teutonia Professional GmbH")).toHaveCount(0);
});

test("the customer's profile is kept, and told in the log", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await openAccount(page, "Teutonia Professional GmbH");
  await expect(page.getByRole("article").first()).toBeVisible();
  const account = page.url();
  await page.goto(`${account}/settings`);
  await page.getByRole("button", { name: "Bearbeiten" }).click();
  const form = page.getByRole("dialog");
  await expect(form.getByRole("combobox", { name: /Konzern/ })).toHaveValue("Teutonia Hausgeräte SE");
  await form.getByRole("button", { name: "Abbrechen" }).click();
  await expect(form).toBeHidden();
  await page.getByRole("main").getByRole("link", { name: "Kunde" }).click();
  await expect(page.getByText(/noch nichts hinterlegt/)).toBeVisible();
  const profile = page.locator("section", { has: page.getByRole("heading", { name: "Profil des Kunden" }) });
  await profile.getByRole("button", { name: "Bearbeiten" }).click();
  await form.getByLabel("Einkaufsstrategie").fill("Folgt der Liste des Konzerns");
  await form.getByRole("combobox", { name: /Geschäftsjahr des Kunden/ }).click();
  await page.getByRole("option", { name: "Juli" }).click();
  await form.getByRole("button", { name: "Eckzahl hinzufügen" }).press("Enter");
  await expect(form.getByLabel("Name der Eckzahl 1")).toBeFocused();
  await page.keyboard.type("Umsatz");
  await form.getByLabel("Wert der Eckzahl 1").fill("120,5");
  await form.getByLabel("Einheit der Eckzahl 1").fill("Mio. EUR");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(form).toBeHidden();
  await expect(profile).toContainText("120,5 Mio. EUR");
  await expect(profile).toContainText("Juli");
  await page.goto(`${account}/activity`);
  await page.locator("summary").first().click();
  await expect(page.locator("details[open]")).toContainText("Umsatz: 120,5 Mio. EUR");
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
