import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Signs in as one of the demo's people and waits for the list of accounts. */
export async function enterAs(page: Page, name: string) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await page.waitForURL("**/accounts");
}

export async function openTeutonia(page: Page) {
  await page.getByRole("link", { name: "Teutonia Hausgeräte SE" }).click();
  await expect(page.getByRole("article").first()).toBeVisible();
}

/** No violation that axe knows of, in the light and in the dark. */
export async function expectAccessible(page: Page) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.waitForTimeout(150);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
    );
    expect.soft(found).toEqual([]);
  }
}
