import { enterAs, expect, openTeutonia, test } from "./demo";

test("a check-in takes three interactions, and a colleague sees it without a reload", async ({ newPage }) => {
  const katrin = await newPage();
  const meike = await newPage();
  await enterAs(katrin, "Katrin Vogt");
  await openTeutonia(katrin);
  await enterAs(meike, "Meike Oltmann");
  await openTeutonia(meike);
  await expect(katrin.getByRole("article").first()).toContainText("3 Kundenstimmen, Ziel 4");

  await meike.getByRole("button", { name: /^Check-in: Am Standort Gütersloh/ }).click();
  await meike.getByLabel("Wert (Kundenstimmen)").fill("4");
  await expect(meike.getByRole("status")).toContainText("Fortschritt 75 % → 100 %");
  await meike.getByRole("button", { name: "Check-in speichern" }).click();

  await expect(katrin.getByRole("article").first()).toContainText("4 Kundenstimmen, Ziel 4");
});

test("the keyboard alone is enough for a check-in", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await openTeutonia(page);
  await page.getByRole("button", { name: /^Check-in: Drei gemeinsame Konzeptskizzen/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Wert (Skizzen)")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("2,5");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("article").nth(1)).toContainText("2,5 Skizzen, Ziel 3");
});

test("wrong input is shown at its field and nothing is lost", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await openTeutonia(page);
  await page.getByRole("button", { name: /^Check-in: Drei gemeinsame Konzeptskizzen/ }).click();
  await page.getByLabel("Wert (Skizzen)").fill("");
  await page.getByLabel("Notiz").fill("Bleibt stehen");
  await page.getByRole("button", { name: "Check-in speichern" }).click();
  await expect(page.getByText("Bitte ausfüllen.")).toBeVisible();
  await expect(page.getByLabel("Notiz")).toHaveValue("Bleibt stehen");
});

test("a check-in asks before it is lost, and survives the end of the session", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await openTeutonia(page);
  await page.getByRole("button", { name: /^Check-in: Drei gemeinsame Konzeptskizzen/ }).click();
  const note = page.getByLabel("Notiz");
  await note.fill("Bleibt stehen");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Weiter bearbeiten" }).click();
  await expect(note).toHaveValue("Bleibt stehen");
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Check-in speichern" }).click();
  const again = page.getByRole("dialog", { name: "Ihre Anmeldung ist beendet" });
  await again.getByRole("button", { name: "Anmelden" }).click();
  await expect(again).toBeHidden();
  await expect(note).toHaveValue("Bleibt stehen");
  await page.getByRole("button", { name: "Check-in speichern" }).click();
  await expect(note).toBeHidden();
});
