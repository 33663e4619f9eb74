import { enterAs, expect, expectAccessible, openTeutonia, test } from "./demo";

const field = { name: "Suchen, tun und springen" };

test("finds a signal by a part of a word and goes there", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", field).fill("preisnachlass");
  const row = page.getByRole("group", { name: "Signale" }).getByRole("option").first();
  await expect(row).toContainText("Preisnachlass");
  // The minutes of the meeting on it stand above.
  await page.keyboard.press("ArrowDown");
  await expect(row).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/accounts/*/signals#*");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("changes the account by its code and keeps the place", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const teutonia = page.url();
  await page.goto(`${teutonia}/long-term`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", field).fill("kes");
  await expect(page.getByRole("option", { selected: true })).toContainText("Kessler");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/accounts/*/long-term");
  expect(page.url()).not.toContain(teutonia);
});

test("begins a check-in of one's own key result by keyboard alone", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.keyboard.press("Control+k");
  const combobox = page.getByRole("combobox", field);
  await combobox.fill("check-in");
  const row = page.getByRole("option", { name: /^Check-in: / }).first();
  await expect(row).toBeVisible();
  while ((await row.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Check-in" })).toBeVisible();
});

test("finds nothing of accounts that one does not see", async ({ page }) => {
  await enterAs(page, "Tom Lindqvist");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", field).fill("teutonia");
  await expect(page.getByText(/Nichts gefunden zu „teutonia“/)).toBeVisible();
  await expect(page.getByRole("option", { name: /Teutonia Hausgeräte/ })).toHaveCount(0);
});

test("says when there is no network and still knows one's accounts", async ({ page, context }) => {
  await enterAs(page, "Katrin Vogt");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("option", { name: /Kessler/ })).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("combobox", field).fill("kessler");
  await expect(page.getByText(/^Keine Verbindung: Gefunden werden nur/)).toBeVisible();
  await expect(page.getByRole("option", { name: /Kessler/ })).toBeVisible();
  await context.setOffline(false);
});

test("comes once its script can be had; meanwhile the page stands", async ({ page }) => {
  // As where the network goes a moment after the page has come: neither what says things nor the palette is there yet.
  let away = 0;
  await page.route(/\/assets\/(palette|said|more-drawer)-.*\.js/, (route) => {
    away++;
    return route.abort("internetdisconnected");
  });
  await enterAs(page, "Katrin Vogt");
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect.poll(() => away).toBeGreaterThan(3);
  await expect(heading).toBeVisible();
  await page.unroute(/\/assets\/(palette|said|more-drawer)-.*\.js/);
  await expect(page.getByRole("combobox", field)).toBeVisible();
});

test("is accessible, gives the focus back and needs no sideways scrolling on a phone", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", field).fill("oelde");
  await expect(page.getByRole("option", { name: /Oelde/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(
    await page.getByRole("listbox").evaluate((list) => list.scrollWidth <= list.clientWidth),
  ).toBe(true);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox", field)).toBeHidden();
});
