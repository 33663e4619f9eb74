import type { Page } from "@playwright/test";
import { enterAs, expect, openTeutonia, test } from "./demo";

// Without the service worker, which would answer in the server's place.
const alone = { serviceWorkers: "block" } as const;

/** The page as a Takt before brought it, as long as the present one; returns the upgrade. */
async function beforeUpgrade(page: Page) {
  let upgraded = false;
  await page.route("**", async (route) => {
    if (upgraded || route.request().resourceType() !== "document") return route.fallback();
    const response = await route.fetch();
    const body = (await response.text()).replace(/(name="takt-version" content=")\w+/, "$1before0000000000");
    await route.fulfill({ response, body });
  });
  return () => {
    upgraded = true;
  };
}

test("seven tabs share a browser's six connections: a check-in in the first shows in the seventh", async ({ newPage }) => {
  const first = await newPage(alone);
  await enterAs(first, "Meike Oltmann");
  await openTeutonia(first);
  const tabs = [first];
  while (tabs.length < 7) {
    const tab = await first.context().newPage();
    await tab.goto(first.url());
    await expect(tab.getByRole("article").first()).toContainText("3 Kundenstimmen, Ziel 4");
    tabs.push(tab);
  }

  await first.getByRole("button", { name: /^Check-in: Am Standort Gütersloh/ }).click();
  await first.getByLabel("Wert (Kundenstimmen)").fill("4");
  await first.getByRole("button", { name: "Check-in speichern" }).click();
  for (const tab of tabs)
    await expect(tab.getByRole("article").first()).toContainText("4 Kundenstimmen, Ziel 4");

  // The one that listened for all is closed; another one goes on.
  await first.close();
  const colleague = await newPage(alone);
  await enterAs(colleague, "Jonas Albers");
  await openTeutonia(colleague);
  await colleague.getByRole("button", { name: /^Check-in: Drei gemeinsame Konzeptskizzen/ }).click();
  await colleague.getByLabel("Wert (Skizzen)").fill("2,5");
  await colleague.getByRole("button", { name: "Check-in speichern" }).click();
  for (const tab of tabs.slice(1))
    await expect(tab.getByRole("article").nth(1)).toContainText("2,5 Skizzen, Ziel 3");
});

test("a server that says nothing any more is told, until it is back", async ({ newPage }) => {
  const page = await newPage(alone);
  let away = false;
  await page.route("**/api/v1/live", (route) => (away ? route.abort() : route.fallback()));
  await page.clock.install();
  const heard = page.waitForResponse("**/api/v1/live");
  await enterAs(page, "Katrin Vogt");
  await heard;
  await openTeutonia(page);
  away = true;
  await page.clock.fastForward("00:46");
  await expect(page.getByText(/^Keine Verbindung – Stand von \d\d:\d\d\./)).toBeVisible();
  await expect(page.getByRole("article").first()).toBeVisible();
  away = false;
  await expect(page.getByText(/^Keine Verbindung – Stand/)).toBeHidden();
});

test("a page left open over an upgrade offers the new one and keeps what is typed", async ({ newPage }) => {
  const page = await newPage(alone);
  const upgrade = await beforeUpgrade(page);
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  upgrade();
  const offer = page.getByText("Es gibt eine neue Version von Takt.");
  await expect(offer).toBeVisible();
  await page.getByRole("button", { name: /^Als Partner für die Plattform 2028/ }).click();
  await page.getByLabel("Warum").fill("Weil sie 2028 neu baut");
  await page.getByRole("button", { name: "Abbrechen" }).click();
  await page.getByRole("button", { name: "Weiter bearbeiten" }).click();
  await expect(page.getByLabel("Warum")).toHaveValue("Weil sie 2028 neu baut");
  await page.getByRole("button", { name: "Abbrechen" }).click();
  await page.getByRole("button", { name: "Verwerfen" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: "Neu laden" }).click();
  await expect(offer).toBeHidden();
  await expect(page.getByRole("article").first()).toBeVisible();
});

test("a script that is gone after an upgrade comes with the page loaded anew", async ({ newPage }) => {
  const page = await newPage(alone);
  const upgrade = await beforeUpgrade(page);
  let gone = true;
  await page.route(/\/entity-form-[^/]+\.js/, (route) => (gone ? route.abort() : route.fallback()));
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  // The last part of the page, so that nothing else is fetched any more.
  await expect(page.getByRole("region", { name: "Tochterkunden" })).toBeVisible();
  upgrade();
  page.on("request", (request) => {
    if (request.resourceType() === "document") gone = false;
  });
  const loaded = page.waitForEvent("load");
  await page.getByRole("button", { name: /^Als Partner für die Plattform 2028/ }).click();
  await loaded;
  await page.getByRole("button", { name: /^Als Partner für die Plattform 2028/ }).click();
  await expect(page.getByLabel("Warum")).toBeVisible();
});
