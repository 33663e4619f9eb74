import { enterAs, expect, expectAccessible, openTeutonia, test } from "./demo";

test("a key result's chart says itself in one sentence, and stands as a table one press away", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.getByRole("link", { name: /^Am Standort Gütersloh/ }).click();
  const course = page.getByRole("region", { name: "Verlauf" });
  await expect(course.getByRole("img")).toHaveAccessibleName(
    /^Verlauf von .* bis .*: zuletzt 3 .*, Ziel .*, bis heute erwartet \d+\s%, wahrscheinlich /,
  );
  await expectAccessible(page);
  await course.getByRole("button", { name: "Als Tabelle" }).click();
  await expect(course.getByRole("img")).toHaveCount(0);
  await expect(course.getByRole("columnheader")).toHaveText([
    "Tag",
    "Stand",
    "Fortschritt",
    "erwartet",
    "Zielwert",
  ]);
  await course.getByRole("button", { name: "Als Bild" }).click();
  await expect(course.getByRole("img")).toBeVisible();
});

test("C checks in on the page of a key result, and what was said stands on top", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.getByRole("link", { name: /^Drei gemeinsame Konzeptskizzen/ }).click();
  await expect(page.getByRole("button", { name: "Check-in", exact: true })).toBeVisible();
  await page.keyboard.press("c");
  const form = page.getByRole("dialog", { name: "Check-in" });
  await expect(form).toBeVisible();
  await form.getByLabel("Notiz").fill("Zweite Skizze besprochen");
  await form.getByRole("button", { name: "Check-in speichern" }).click();
  await expect(form).toBeHidden();
  const said = page.getByRole("region", { name: "Check-ins" }).getByRole("listitem");
  await expect(said.first()).toContainText("Zweite Skizze besprochen");
  await expect(said.first().getByRole("button", { name: "Korrigieren" })).toBeVisible();
});

test("what nobody has heard of for long is hatched, and a roll-out says it of its sites", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.getByRole("link", { name: /^An den weiteren 5 Standorten/ }).click();
  await expect(page.getByRole("region", { name: "Verlauf" }).getByRole("img")).toHaveAccessibleName(
    /veraltet$/,
  );
  const sites = page.getByRole("region", { name: "Ausrollen je Standort" });
  await expect(sites.getByRole("row")).toHaveCount(6);
});

test("on a phone the page of a key result is no wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.getByRole("link", { name: /^An den weiteren 5 Standorten/ }).click();
  await expect(page.getByRole("region", { name: "Verlauf" })).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
