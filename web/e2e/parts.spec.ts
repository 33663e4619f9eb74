import { expect, type Page, test } from "@playwright/test";
import { createServer, type ViteDevServer } from "vite";
import { expectAccessible } from "./demo";

/** The page of all parts is one of the development server; it has no data and needs no Takt. */
let vite: ViteDevServer;

test.beforeAll(async () => {
  vite = await createServer({ server: { host: "127.0.0.1", port: 0 }, logLevel: "error" });
  await vite.listen();
});

test.afterAll(() => vite.close());

async function openParts(page: Page) {
  await page.goto(`${vite.resolvedUrls?.local[0]}parts.html`);
  await expect(page.getByRole("heading", { name: "Bausteine" })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

/**
 * Kept beside the results to look at, in both looks. Not compared pixel by pixel: the same page
 * differs between browsers and font renderers, and what must hold is asked for below.
 */
test("every part in every state is accessible, in the light and in the dark", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openParts(page);
  await page.getByRole("button", { name: "Fehler sagen" }).click();
  // While the pointer rests on one, none of them goes.
  await page.getByRole("alert").hover();
  for (const what of ["Erledigt", "Wartet", "Von anderen"])
    await page.getByRole("button", { name: `${what} sagen` }).dispatchEvent("click");
  await expect(page.getByRole("status").filter({ hasText: "Jonas hat" })).toBeVisible();
  await expectAccessible(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: test.info().outputPath(`${colorScheme}.png`), fullPage: true });
  }
});

for (const width of [1440, 360]) {
  test(`no long name breaks a part at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openParts(page);
    await page.getByRole("button", { name: "Fehler sagen" }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await page.screenshot({ path: test.info().outputPath("page.png"), fullPage: true });
    const broken = await page.evaluate(() => {
      const wide = document.documentElement;
      const cut = [...document.querySelectorAll<HTMLElement>("main *, [role=alert] *")].filter(
        (one) => {
          const { overflowX, visibility } = getComputedStyle(one);
          const hides = overflowX === "hidden" || overflowX === "clip";
          return visibility === "visible" && hides && one.scrollWidth > one.clientWidth + 1;
        },
      );
      const over = wide.scrollWidth > wide.clientWidth ? ["the page scrolls sideways"] : [];
      return [...over, ...cut.map((one) => one.outerHTML.slice(0, 160))];
    });
    expect(broken).toEqual([]);
  });
}

test("controls have the heights of the system, and a thumb's on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await openParts(page);
  const height = async (name: string) =>
    (await page.getByRole("button", { name, exact: true }).boundingBox())?.height;
  expect(await height("28 px")).toBe(28);
  expect(await height("32 px")).toBe(32);
  expect(await height("44 px")).toBe(44);
  await page.setViewportSize({ width: 360, height: 800 });
  const low = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main button, main input:not([type=radio])")]
      .filter((one) => one.offsetHeight < 44)
      .map((one) => one.outerHTML.slice(0, 120)),
  );
  expect(low).toEqual([]);
});

test("the focus is seen on everything that can be reached", async ({ page }) => {
  await openParts(page);
  await page.keyboard.press("Tab");
  const unseen: string[] = [];
  let reached = 0;
  for (; reached < 100 && (await page.evaluate(() => document.activeElement !== document.body)); reached++) {
    const without = await page.evaluate(() => {
      const one = document.activeElement as HTMLElement;
      // A row is framed as a whole, a chosen segment by its label.
      const row = one.closest("li");
      const framed = [
        getComputedStyle(one),
        ...(row ? [getComputedStyle(row, "::before")] : []),
        ...(one.nextElementSibling ? [getComputedStyle(one.nextElementSibling)] : []),
      ];
      return framed.some(({ outlineStyle }) => outlineStyle === "solid") ? null : one.outerHTML;
    });
    if (without) unseen.push(without.slice(0, 160));
    await page.keyboard.press("Tab");
  }
  expect(reached).toBeGreaterThan(20);
  expect(unseen).toEqual([]);
});

test("what went wrong stays until it is closed", async ({ page }) => {
  await page.clock.install();
  await openParts(page);
  await page.getByRole("button", { name: "Erledigt sagen" }).click();
  await page.getByRole("button", { name: "Fehler sagen" }).click();
  const done = page.getByRole("status").filter({ hasText: "Check-in gespeichert." });
  await expect(done).toBeVisible();
  await page.mouse.move(0, 0);
  await page.clock.runFor(7_000);
  await expect(done).toBeHidden();
  await expect(page.getByRole("alert")).toBeVisible();
});

test("where toasts are said keeps nobody from the page below", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await openParts(page);
  await page.getByRole("button", { name: "Vorbereiten" }).click({ trial: true });
});
