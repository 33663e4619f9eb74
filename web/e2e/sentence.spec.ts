import { enterAs, expect, openTeutonia, test } from "./demo";

test("an account says how it stands, and each figure leads to what it tells of", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const sentence = page.locator("p", { hasText: "Der Lieferanteil stieg von 40 auf" });
  await expect(sentence).toContainText(/Fortschritt 55\s%, bis heute erwartet 37\s%\./);
  await expect(sentence).toContainText(/Ziel 50\s%\./);
  await expect(sentence).toContainText(/Beim Ausrollen seit 19\sTagen kein Check-in, ein Signal ist überfällig\./);
  await sentence.getByRole("link", { name: /seit 19/ }).click();
  await expect(page.getByRole("heading", { name: "Ausrollen je Standort" })).toBeVisible();
  await page.goBack();
  await sentence.getByRole("link", { name: "ein Signal ist überfällig" }).click();
  await expect(page).toHaveURL(/\/signals$/);
});

test("the portfolio speaks of all accounts that one sees, however it is narrowed", async ({ page }) => {
  await enterAs(page, "Ute Krämer");
  await page.goto("/portfolio");
  const sentence = page.locator("p", { hasText: /Key Accounts?, / });
  const told = await sentence.textContent();
  expect(told).toContain("Kessler Automotive Systems AG ist gefährdet");
  await page.goto("/portfolio?health=on_track");
  await expect(sentence).toHaveText(told ?? "");
});

test("one's own work says what one owes", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await page.goto("/my-work");
  await expect(page.locator("p", { hasText: "Sie schulden dem Team" })).toBeVisible();
});

test("a second visit tells what others did since the first, whose only it is", async ({ page, newPage }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const news = page.getByRole("region", { name: "Neu seit Ihrem letzten Besuch" });
  await expect(news).toContainText("Wie viele Antriebe kauft Lehrte wirklich");
  await page.reload();
  await expect(news).toBeVisible();
  const jonas = await newPage();
  await enterAs(jonas, "Jonas Albers");
  await openTeutonia(jonas);
  await expect(jonas.getByRole("region", { name: "Neu seit Ihrem letzten Besuch" })).toHaveCount(0);
  await news.getByRole("link", { name: /Alle \d/ }).click();
  await expect(page).toHaveURL(/\/activity$/);
});
