import type { Locator, Page } from "@playwright/test";
import { enterAs, expect, openTeutonia, test } from "./demo";

// Nothing here is pressed with a mouse, once somebody has come to the page.

/** Past the navigation to the content, as somebody does who has no mouse. */
async function toContent(page: Page) {
  await page.getByRole("main").focus();
}

/** By Tab alone. It must be there within as many presses as somebody would do. */
async function tabTo(page: Page, wanted: Locator, most = 120) {
  await expect(wanted).toBeAttached();
  for (let presses = 0; presses < most; ++presses) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(wanted).toBeFocused();
}

async function openPart(page: Page, part: string) {
  await page.goto(`${new URL(page.url()).pathname}/${part}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
});

test("a check-in by keyboard, and the focus comes back to its button", async ({ page }) => {
  const checkIn = page.getByRole("button", { name: /^Check-in: Am Standort Gütersloh/ });
  await toContent(page);
  await tabTo(page, checkIn);
  await page.keyboard.press("Enter");
  const value = page.getByLabel("Wert (Kundenstimmen)");
  await expect(value).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(checkIn).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(value).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("4");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(checkIn).toBeFocused();
  await expect(page.getByRole("article").first()).toContainText("4 Kundenstimmen, Ziel 4");
});

test("a signal by keyboard: a key, a sentence, Enter", async ({ page }) => {
  await page.keyboard.press("s");
  const what = page.getByLabel("Was ist passiert?");
  await expect(what).toBeFocused();
  await page.keyboard.type("Der Einkauf fragt nach Konsignationslagern");
  await tabTo(page, page.getByRole("button", { name: "Erfassen", exact: true }), 20);
  await page.keyboard.press("Enter");
  await page.keyboard.press("g");
  await expect(what).toHaveValue("");
});

test("a signal is assessed by keyboard", async ({ page }) => {
  await openPart(page, "signals");
  // The first that waits is chosen by j.
  await page.keyboard.press("j");
  const panel = page.getByRole("complementary", { name: "Ein Signal" });
  await expect(panel).toBeVisible();
  const nature = panel.getByRole("radio").first();
  await tabTo(page, panel.getByRole("radio", { checked: true }).or(nature).first());
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  const field = panel.getByRole("group", { name: /Auswirkung/ });
  for (const presses of [0, 1, 2, 3]) {
    if (await field.evaluate((one) => one.contains(document.activeElement))) break;
    await page.keyboard.press(presses < 3 ? "Tab" : "Escape");
  }
  for (const key of ["ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"])
    await page.keyboard.press(key);
  await expect(panel.getByRole("button", { name: /^Auswirkung 5, Wahrscheinlichkeit 5/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("button", { name: "Auswirkung 5, Wahrscheinlichkeit 5: 25" })).toBeFocused();
});

test("an objective is planned by keyboard, and the focus comes back", async ({ page }) => {
  await openPart(page, "cycle");
  await page.waitForURL(/plan/);
  const add = page.getByRole("button", { name: "Objective hinzufügen" });
  await toContent(page);
  await tabTo(page, add);
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog");
  await expect(form.getByLabel("Titel")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await expect(add).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(form.getByLabel("Titel")).toBeFocused();
  await page.keyboard.type("Konsignationslager an zwei Standorten");
  const reason = form.getByLabel("Grund der Änderung");
  if (await reason.count()) {
    await tabTo(page, reason);
    await page.keyboard.type("Der Einkauf hat danach gefragt");
  }
  await tabTo(page, form.getByRole("button", { name: "Speichern" }));
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
  await expect(page.getByRole("article", { name: "Konsignationslager an zwei Standorten" })).toBeVisible();
  await expect(page.locator("body")).not.toBeFocused();
});

test("a cell of the share of supply is filled by keyboard, and the focus comes back to it", async ({ page }) => {
  await openPart(page, "supply");
  const cell = page
    .getByRole("region", { name: "In Zahlen" })
    .getByRole("button", { name: /^Gütersloh, / })
    .first();
  await toContent(page);
  await tabTo(page, cell, 200);
  const name = (await cell.getAttribute("aria-label")) ?? (await cell.textContent());
  expect(name).toBeTruthy();
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog");
  await expect(form).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await expect(cell).toBeFocused();
  await page.keyboard.press("Enter");
  const volume = form.getByLabel(/Volumen/).first();
  await tabTo(page, volume, 20);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("700");
  await tabTo(page, form.getByRole("button", { name: "Speichern" }), 40);
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
  await expect(cell).toBeFocused();
});

test("a cycle is reviewed by keyboard: an objective's decision", async ({ page }) => {
  await openPart(page, "cycle?view=review");
  await page.waitForURL(/review/);
  await toContent(page);
  const begin = { name: "Rückblick beginnen", exact: true };
  await tabTo(page, page.getByRole("main").getByRole("button", begin));
  await page.keyboard.press("Enter");
  // It is asked: the cycle still runs.
  const asks = page.getByRole("dialog");
  await expect(asks).toBeVisible();
  await tabTo(page, asks.getByRole("button", begin));
  await page.keyboard.press("Enter");
  const decision = page.getByRole("radio", { name: "weiterführen" }).first();
  await expect(decision).toBeAttached();
  const group = page.getByRole("radiogroup").filter({ has: decision }).first();
  for (let presses = 0; presses < 120; ++presses) {
    if (await group.evaluate((one) => one.contains(document.activeElement))) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  await expect(group.getByRole("radio", { checked: true })).toBeFocused();
});
