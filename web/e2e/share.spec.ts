import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { enterAs, expect, openTeutonia, test } from "./demo";

async function openShare(page: Page) {
  await page.getByRole("main").getByRole("button", { name: "Mehr", exact: true }).first().click();
  await page.getByRole("menuitem", { name: "Teilen" }).click();
  return page.getByRole("dialog", { name: "Kurzfassung teilen" });
}

async function share(page: Page, audience: string) {
  const dialog = await openShare(page);
  await dialog.getByRole("radio", { name: audience, exact: true }).check();
  await dialog.getByLabel("Für wen (Notiz)").fill("Dr. Rehberg");
  await dialog.getByRole("button", { name: "Link anlegen" }).click();
  const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  return { dialog, link };
}

test("a link opens for somebody without an account, and no more once it is withdrawn", async ({
  page,
  newPage,
}) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const { dialog, link } = await share(page, "Leitung");

  const guest = await newPage();
  await guest.goto(link);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("Teutonia Hausgeräte SE");
  await expect(guest.getByText("geteilt von Katrin Vogt")).toBeVisible();
  await expect(guest.getByRole("navigation")).toHaveCount(0);
  expect((await new AxeBuilder({ page: guest }).analyze()).violations).toEqual([]);
  for (const width of [360, 1280]) {
    await guest.setViewportSize({ width, height: 800 });
    const wide = await guest.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
  }

  await page.reload();
  await openShare(page);
  await expect(dialog.getByText(/1-mal geöffnet/)).toBeVisible();
  await dialog.getByRole("button", { name: "Link für Dr. Rehberg zurückziehen" }).click();
  await page
    .getByRole("dialog", { name: "Link zurückziehen?" })
    .getByRole("button", { name: "Zurückziehen" })
    .click();
  await expect(dialog.getByText("Noch kein Link führt zu diesem Kunden.")).toBeVisible();

  await guest.reload();
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText(
    "Diese Seite gibt es nicht mehr",
  );
});

test("the customer's page tells nothing that is not theirs", async ({ page, newPage }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const { link } = await share(page, "Kunde");
  const guest = await newPage();
  const answer = guest.waitForResponse(/\/api\/v1\/shared\//);
  await guest.goto(link);
  const response = await answer;
  expect(response.headers()).toMatchObject({
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex",
  });
  await expect(guest.getByText(/für Teutonia/)).toBeVisible();
  await expect(guest.getByRole("heading", { name: "Kundenstimmen" })).toBeVisible();
  await expect(guest.getByText(/^Stand .* MES?Z$/)).toBeVisible();
  const told = await response.text();
  for (const secret of ["Nordmotor", "Vergabeplattform", "confidence", "Besteller", "Raum Takt"])
    expect(told).not.toContain(secret);
  expect(
    await guest.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    "nothing is kept in a guest's browser",
  ).toBe(0);
});
