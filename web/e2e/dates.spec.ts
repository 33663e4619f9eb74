import { enterAs, expect, expectAccessible, openTeutonia, test } from "./demo";

test("a day is typed as people write it, and what is none is kept and told", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.goto(`${page.url()}/long-term`);
  await page.getByRole("button", { name: "Langfristiges Ziel anlegen" }).click();
  const form = page.getByRole("dialog", { name: "Langfristiges Ziel" });
  const due = form.getByLabel("fällig am");
  await form.getByLabel("Titel").fill("Rahmenvertrag verlängern");
  await due.fill("32.11.");
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(due).toBeFocused();
  await expect(due).toHaveValue("32.11.");
  await expect(form.getByText(/^32\.11\. ist kein Datum\. Richtig wäre zum Beispiel /)).toBeVisible();
  await due.fill("24 Nov 2028");
  await form.getByLabel("Titel").click();
  await expect(due).toHaveValue("24.11.2028");
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText("Rahmenvertrag verlängern").first()).toBeVisible();
});

test("a day is chosen by the keyboard, and Esc closes the calendar before its dialog", async ({ page }) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.goto(`${page.url()}/long-term`);
  await page.getByRole("button", { name: "Langfristiges Ziel anlegen" }).click();
  const form = page.getByRole("dialog", { name: "Langfristiges Ziel" });
  const due = form.getByLabel("fällig am");
  await due.fill("30.11.2028");
  await due.press("Alt+ArrowDown");
  const calendar = page.getByRole("dialog", { name: "Kalender" });
  await expect(calendar.getByRole("button", { name: "Donnerstag, 30. November 2028" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("ArrowRight");
  await expect(calendar.getByRole("button", { name: "Freitag, 1. Dezember 2028" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(calendar).toBeHidden();
  await expect(form).toBeVisible();
  await expect(due).toBeFocused();
  await expect(due).toHaveValue("30.11.2028");
  await due.press("Alt+ArrowDown");
  await expect(calendar.getByRole("button", { name: "Donnerstag, 30. November 2028" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(calendar.getByRole("button", { name: "Freitag, 1. Dezember 2028" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(due).toHaveValue("01.12.2028");
  expect(refused).toEqual([]);
});

test("on a phone the calendar fits and its days are large enough to touch", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.goto(`${page.url()}/long-term`);
  await page.getByRole("button", { name: "Langfristiges Ziel anlegen" }).click();
  const open = page.getByRole("button", { name: "Kalender" }).first();
  const opener = await open.boundingBox();
  expect(opener?.width).toBeGreaterThanOrEqual(44);
  expect(opener?.height).toBeGreaterThanOrEqual(44);
  await open.click();
  const calendar = page.getByRole("dialog", { name: "Kalender" });
  const day = calendar.getByRole("button", { name: /, 15\. / });
  await expect(day).toBeVisible();
  const box = await calendar.boundingBox();
  expect(box?.x).toBeGreaterThanOrEqual(0);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
  expect((await day.boundingBox())?.width).toBeGreaterThanOrEqual(44);
  expect((await day.boundingBox())?.height).toBeGreaterThanOrEqual(44);
});
