import { enterAs, expect, expectAccessible, openPlace, openTeutonia, test } from "./demo";

const teutonia = "Teutonia Hausgeräte SE";

test("a goal's lane says what serves it, and a milestone is planned back from it", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await openPlace(page, teutonia, "Langfristig");
  const line = page.getByRole("region", { name: "Langfristige Linie" });
  const lane = line.getByRole("listitem").filter({ hasText: "Ausschreibung „Plattform 2028" });
  await expect(lane.getByRole("link", { name: /^O1 .* trägt bei · veraltet, 1 von 3$/ })).toBeVisible();
  await expect(lane.getByRole("link", { name: /^O2 .* trägt bei · im Plan$/ })).toBeVisible();
  await expect(lane).toContainText("durch O2");
  await expectAccessible(page);

  await lane.getByRole("button", { name: "Etappe in 2027 H1 setzen" }).click();
  const form = page.getByRole("dialog", { name: "Etappe" });
  await expect(form.getByLabel("fällig am")).not.toHaveValue("");
  await form.getByLabel("Titel").fill("Angebot liegt auf dem Tisch");
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(form).toBeHidden();
  const milestone = lane.getByRole("button", { name: /^Angebot liegt auf dem Tisch/ });
  await expect(milestone).toBeVisible();
  await milestone.click();
  await expect(form.getByLabel("Titel")).toHaveValue("Angebot liegt auf dem Tisch");
  await page.keyboard.press("Escape");
  await expect(milestone).toBeFocused();
});

test("a goal without a step asks for one, and an objective is linked to it", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await openPlace(page, teutonia, "Langfristig");
  const line = page.getByRole("region", { name: "Langfristige Linie" });
  const asking = line
    .getByRole("listitem")
    .filter({ hasText: "Was bringt uns in diesem Zyklus einen Schritt näher?" });
  // What an objective only supports asks, too, as the sentence above says.
  await expect(page.getByText("Zwei haben in diesem Zyklus noch keinen Schritt")).toBeVisible();
  await expect(asking).toHaveCount(2);
  const contract = asking.filter({ hasText: "Rahmenvertrag für alle sechs Standorte" });
  await contract.getByRole("button", { name: "Objective verknüpfen" }).click();
  await page.getByRole("menuitem", { name: /^Lieferanteil von heute 40/ }).click();
  const form = page.getByRole("dialog", { name: /^Lieferanteil von heute 40/ });
  await form.getByLabel("Grund").fill("Mehr Anteil heißt Rahmenvertrag");
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(asking).toHaveCount(1);
  await expect(asking).toContainText("Gemeinsames Entwicklungsprojekt");
});

test("on a phone the goals stand one below the other", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.goto(`${page.url()}/long-term`);
  const line = page.getByRole("region", { name: "Langfristige Linie" });
  await expect(line.getByRole("button", { name: /^Etappe setzen: / }).first()).toBeVisible();
  await expect(page.getByText("heute", { exact: true })).toHaveCount(0);
  const add = await line.getByRole("button", { name: /^Etappe setzen: / }).first().boundingBox();
  expect(add?.height).toBeGreaterThanOrEqual(44);
  await expectAccessible(page);
});
