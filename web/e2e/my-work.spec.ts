import { enterAs, expect, expectAccessible, test } from "./demo";

test("what I owe is grouped by when, and each is a link with the one thing to do", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await page.goto("/my-work");
  await expect(page.getByRole("heading", { level: 1, name: /^Guten (Morgen|Tag|Abend), Katrin$/ })).toBeVisible();
  await expect(page).toHaveTitle("Meine Arbeit · Takt");
  const late = page.getByRole("region", { name: "Überfällig" });
  await expect(late).toBeVisible();
  await late.getByRole("link", { name: /^(Antworten|Bewerten): / }).first().click();
  await page.waitForURL("**/accounts/*/signals#*");
  await expect(page.getByRole("article").first()).toBeVisible();
});

test("a check-in opens in place and the focus comes back", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await page.goto("/my-work");
  const own = page.getByRole("region", { name: "Ihre Key Results" });
  const button = own.getByRole("button", { name: /^Check-in: / }).first();
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(button).toBeFocused();
});

test("an action that is done goes, and comes back where it was not", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await page.goto("/my-work");
  const done = page.getByRole("button", { name: /^Erledigt: / });
  await expect(done.first()).toBeVisible();
  const name = (await done.first().getAttribute("aria-label")) ?? "";
  const own = page.getByRole("button", { name, exact: true });
  await own.click();
  await expect(own).toBeHidden();
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(own).toBeVisible();
});

test("the account that is shown stays in the address", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await page.goto("/my-work");
  const filter = page.getByRole("radiogroup", { name: "Welcher Kunde" });
  await filter.getByText(/^Kessler/).click();
  await page.waitForURL("**/my-work?account=*");
  await page.reload();
  await expect(filter.getByRole("radio", { name: /^Kessler/ })).toBeChecked();
  await filter.getByText("Alle Kunden").click();
  await expect(page).toHaveURL(/\/my-work$/);
});

test("my work is accessible, and on a phone no wider than the screen", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await page.goto("/my-work");
  await expect(page.getByRole("region", { name: "Überfällig" })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  const heights = await page
    .getByRole("region", { name: "Ihre Key Results" })
    .getByRole("button")
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
  for (const height of heights) expect(height).toBeGreaterThanOrEqual(44);
});
