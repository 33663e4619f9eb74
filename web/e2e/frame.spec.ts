import type { Page } from "@playwright/test";
import { enterAs, expect, expectAccessible, openPlace, openTab, openTeutonia, test } from "./demo";

const teutonia = "Teutonia Hausgeräte SE";
const kessler = "Kessler Automotive Systems AG";

const main = (page: Page) => page.getByRole("navigation", { name: "Hauptnavigation" });

/** How far the page is wider than the screen. */
test("an account has eight places, and the navigation says in which one is", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const places = page.getByRole("navigation", { name: teutonia });
  await expect(places.getByRole("link")).toHaveCount(8);
  for (const [place, address, title] of [
    ["Signale", /\/signals$/, "Signale"],
    ["Zyklus", /\/cycles\/[^/]+\/plan\?step=objectives$/, /^Plan für/],
    ["Wirkung", /\/supply$/, "Lieferanteil"],
    ["Langfristig", /\/long-term$/, "Langfristig"],
    ["Meetings", /\/meetings$/, "Meetings"],
    ["Kunde", /\/customer$/, "Kunde"],
    ["Agilitäts-Check", /\/agility$/, "Agilitäts-Check"],
    ["Cockpit", /\/accounts\/[^/]+$/, teutonia],
  ] as const) {
    await places.getByRole("link", { name: place }).click();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(places.locator("[aria-current=page]")).toHaveText(new RegExp(`^${place}`));
  }
});

test("the accounts say how they stand, and another one is opened at the same place", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await page.setViewportSize({ width: 1440, height: 900 });
  await openTeutonia(page);
  await expect(main(page).getByRole("link", { name: new RegExp(`${teutonia} 1 Key Result veraltet · 1\\süberfällig`) })).toBeVisible();
  await openPlace(page, teutonia, "Wirkung");
  await openTab(page, "Wirkung", "Kennzahlen");
  await main(page).getByRole("link", { name: kessler }).click();
  await expect(page).toHaveURL(/\/kpis$/);
  await expect(page.getByRole("navigation", { name: "Wo Sie sind" })).toContainText(kessler);
  await openPlace(page, kessler, "Zyklus");
  await openTab(page, "Zyklus", "Rückblick");
  await main(page).getByRole("link", { name: teutonia }).click();
  await expect(page).toHaveURL(/\/cycles\/[^/]+\/review$/);
  await expect(page.getByRole("navigation", { name: teutonia })).toBeVisible();
});

test("the navigation is folded by choice, which is remembered", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const widthOf = async () => (await main(page).boundingBox())?.width;
  expect(await widthOf()).toBe(236);
  await page.getByRole("button", { name: "Navigation einklappen" }).click();
  await expect.poll(widthOf).toBe(56);
  await page.reload();
  await expect(page.getByRole("button", { name: "Navigation ausklappen" })).toBeVisible();
  expect(await widthOf()).toBe(56);
  // Icons only, each with its word.
  await page.getByRole("navigation", { name: teutonia }).getByRole("link", { name: "Kunde" }).hover();
  await expect(page.getByRole("tooltip", { name: "Kunde" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Navigation ausklappen" }).click();
  await expect.poll(widthOf).toBe(236);
  // Where there is little room it is folded unless somebody wants it otherwise there.
  await page.setViewportSize({ width: 1200, height: 900 });
  await expect.poll(widthOf).toBe(56);
});

test("keys lead everywhere, but not while one types", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await expect(page).toHaveURL(/\/portfolio$/);
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  await expect(page).toHaveURL(/\/my-work$/);
  await page.keyboard.press("g");
  await page.keyboard.press("k");
  await expect(page).toHaveURL(/\/accounts$/);
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Tasten" });
  await expect(keys).toContainText("Signal erfassen");
  // Not through a dialog either.
  await page.keyboard.press("s");
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await expect(page).toHaveURL(/\/accounts$/);
  await page.keyboard.press("s");
  await expect(page).toHaveURL(/\/capture$/);
  await expect(page.getByLabel("Was ist passiert?")).toBeFocused();
  await page.keyboard.type("sgp?");
  await expect(page.getByLabel("Was ist passiert?")).toHaveValue("sgp?");
  await expect(page).toHaveURL(/\/capture$/);
});

test("a signal begun on a page of an account is about that account", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await openTeutonia(page);
  await page.keyboard.press("s");
  await expect(page.getByRole("radio", { name: teutonia })).toBeChecked();
});

test("the bell says what one owes, and leads there", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  const bell = page.getByRole("button", { name: /^Sie schulden \d+ (Sache|Dinge)$/ });
  await bell.click();
  const owed = page.getByRole("dialog", { name: "Was Sie schulden" });
  await expect(owed.getByRole("listitem").first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(owed).toBeHidden();
  await expect(bell).toBeFocused();
  await bell.click();
  await owed.getByRole("link", { name: "Meine Arbeit" }).click();
  await expect(page).toHaveURL(/\/my-work$/);
  await expect(owed).toBeHidden();
});

test("old addresses lead on: what stood in the settings stands with the customer", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const account = page.url();
  await page.goto(`${account}/customer`);
  const contact = page.getByRole("button", { name: /^Dr\. Anke Feldmann/ });
  const id = await contact.getAttribute("id");
  await page.goto(`${account}/settings#${id}`);
  await expect(page).toHaveURL(`${account}/customer#${id}`);
  await expect(contact).toBeFocused();
});

test("the first stop of the keyboard leads past the navigation", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.reload();
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Zum Inhalt" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("on a phone the main ways lie under the thumb, and the others behind them", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const tabs = page.getByRole("navigation", { name: "Wichtigste Seiten" });
  await expect(tabs.getByRole("link", { name: "Cockpit" })).toHaveAttribute("aria-current", "page");
  for (const target of await tabs.getByRole("link").all()) {
    const box = await target.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(box?.width).toBeGreaterThanOrEqual(44);
  }
  await expectAccessible(page);
  await tabs.getByRole("link", { name: "Signale" }).click();
  await expect(page).toHaveURL(/\/accounts\/[^/]+\/signals$/);
  await tabs.getByRole("link", { name: "Meine Arbeit" }).click();
  await expect(page).toHaveURL(/\/my-work$/);
  // The account that one was in last.
  await tabs.getByRole("link", { name: "Cockpit" }).click();
  await expect(page.getByRole("heading", { level: 1, name: teutonia })).toBeVisible();
  await tabs.getByRole("link", { name: "Signal erfassen" }).click();
  await expect(page.getByLabel("Was ist passiert?")).toBeVisible();

  const more = tabs.getByRole("button", { name: "Mehr" });
  await more.click();
  await expect(main(page).getByRole("link", { name: "Portfolio" })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(main(page)).toBeHidden();
  await expect(more).toBeFocused();
  await more.click();
  await main(page).getByRole("link", { name: "Portfolio" }).click();
  await expect(page).toHaveURL(/\/portfolio$/);
  await expect(main(page)).toBeHidden();
});

test("every page has the same left edge", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const cockpit = page.url();
  const edges = new Set<number | undefined>();
  for (const path of [cockpit, `${cockpit}/kpis`, `${cockpit}/customer`, `${cockpit}/activity`, "/my-work", "/profile", "/portfolio"]) {
    await page.goto(path);
    const title = page.getByRole("heading", { level: 1 });
    await expect(title).toBeVisible();
    edges.add((await title.boundingBox())?.x);
  }
  expect([...edges]).toHaveLength(1);
});

test("the tabs of a place stand under its heading", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  for (const place of ["Signale", "Zyklus", "Wirkung"]) {
    await openPlace(page, teutonia, place);
    const tabs = page.getByRole("main").getByRole("navigation", { name: place, exact: true });
    const heading = page.getByRole("heading", { level: 1 });
    await expect
      .poll(async () => ((await tabs.boundingBox())?.y ?? 0) - ((await heading.boundingBox())?.y ?? 0))
      .toBeGreaterThan(30);
  }
});
