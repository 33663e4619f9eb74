import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { enterAs, expect, expectAccessible, openTeutonia, test } from "./demo";

test.beforeEach(async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.getByRole("main").getByRole("button", { name: "Mehr" }).first().click();
  await page.getByRole("menuitem", { name: "Folie …" }).click();
  await expect(page.getByRole("heading", { name: "Folie", level: 1 })).toBeVisible();
});

/** What a press on the button called `name` saves, part by part. */
async function saved(page: Page, name: string) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name }).click();
  const file = await download;
  const parts = unzipSync(await readFile(await file.path()));
  return {
    name: file.suggestedFilename(),
    parts,
    slide: strFromU8(parts["ppt/slides/slide1.xml"] ?? new Uint8Array()),
  };
}
const choose = (page: Page, buffer: Uint8Array) =>
  page.getByLabel("Vorlage wählen").setInputFiles({
    name: "Hausvorlage.pptx",
    mimeType: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    buffer: Buffer.from(buffer),
  });

test("the account is taken along as a slide that says how it stands", async ({ page }) => {
  await expectAccessible(page);
  const { name, slide, parts } = await saved(page, "Folie herunterladen");
  expect(name).toMatch(/^Teutonia Hausgeräte SE Folie \(Leitung\) \d{4}-\d\d-\d\d\.pptx$/);
  expect(slide).toContain("Teutonia Hausgeräte SE: ");
  expect(slide).toContain("Hier brauchen wir Hilfe");
  expect(Object.keys(parts)).toContain("ppt/charts/chart1.xml");
});

test("the customer sees nothing of what is not for them", async ({ page }) => {
  await page.getByText("Kunde", { exact: true }).last().click();
  await expect(page).toHaveURL(/audience=customer/);
  await expect(page.getByText("Teutonia Hausgeräte SE: Was wir gemeinsam vorhaben")).toBeVisible();
  const { slide } = await saved(page, "Folie herunterladen");
  expect(slide).toContain("Was wir gemeinsam vorhaben");
  expect(slide).not.toMatch(/Fortschritt|veraltet|Hier brauchen wir Hilfe/);
});

test("one's own template is filled, kept, and told of where it is broken", async ({ page }) => {
  await page.getByText("Eigene Vorlage").click();
  const sample = await saved(page, "Mustervorlage herunterladen");
  expect(sample.slide).toContain("{{headline}}");
  const own = { ...sample.parts };
  own["ppt/slides/slide1.xml"] = strToU8(sample.slide.replace("{{date}}", "{{date}} Werk {{werk}}"));
  await choose(page, zipSync(own));
  await expectAccessible(page);
  const { slide } = await saved(page, "Folie herunterladen");
  expect(slide).toContain("Teutonia Hausgeräte SE: ");
  expect(slide).not.toContain("{{");
  await expect(page.getByText(/Einen Platzhalter kennt Takt nicht.*\{\{werk\}\}/)).toBeVisible();

  own["ppt/slides/slide1.xml"] = strToU8(sample.slide.replace("{{/objectives}}", ""));
  await choose(page, zipSync(own));
  await page.getByRole("button", { name: "Folie herunterladen" }).click();
  await expect(
    page.getByText("Folie 1: Die Liste {{#objectives}} hat kein Ende: {{/objectives}} fehlt."),
  ).toBeVisible();

  await choose(page, strToU8("Das ist keine Präsentation."));
  await page.getByRole("button", { name: "Folie herunterladen" }).click();
  await expect(page.getByRole("alert")).toContainText("Das ist keine PowerPoint-Datei");
  await expectAccessible(page);

  await page.reload();
  await expect(page.getByText("Ihre Vorlage: Hausvorlage.pptx")).toBeVisible();
});
