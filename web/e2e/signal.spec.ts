import { enterAs, expect, openAccount, openPlace, openTeutonia, test } from "./demo";

test("a signal is captured offline, arrives, is assessed, and answered by a changed key result, seen live", async ({ newPage }) => {
  const jonas = await newPage({ viewport: { width: 360, height: 740 } });
  const phone = jonas.context();
  await enterAs(jonas, "Jonas Albers");
  await jonas.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await jonas.goto("/capture");
  await expect(jonas.getByLabel("Was ist passiert?")).toBeVisible();
  // What has been read is kept a moment later.
  for (const path of ["/api/v1/session", "/api/v1/accounts?contributed=true"])
    await jonas.waitForFunction(async (kept) => Boolean(await caches.match(kept)), path);

  await phone.setOffline(true);
  await jonas.reload();
  await jonas.getByLabel("Was ist passiert?").fill("Oelde bestellt ab Januar zentral");
  await jonas.getByRole("group", { name: "Kunde" }).getByText("Teutonia Hausgeräte SE").click();
  await jonas.getByRole("button", { name: "Erfassen", exact: true }).click();
  await expect(jonas.getByRole("button", { name: "1 wartet" })).toBeVisible();
  // The browser is closed and opened again: what waits is still there.
  await jonas.close();
  const again = await phone.newPage();
  await again.goto("/signals");
  await expect(again.getByRole("button", { name: "1 wartet" })).toBeVisible();
  await phone.setOffline(false);
  await again.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(again.getByRole("button", { name: "1 wartet" })).toBeHidden();

  const katrin = await newPage();
  await enterAs(katrin, "Katrin Vogt");
  await openTeutonia(katrin);
  await expect(katrin.getByRole("link", { name: "Oelde bestellt ab Januar zentral", exact: true })).toBeVisible();
  await again.goto(katrin.url().concat("/signals"));
  // What nobody has looked at yet stands first.
  const first = again.getByRole("region", { name: "Wartet" }).getByRole("listitem").first();
  await first.getByRole("button", { name: "Oelde bestellt ab Januar zentral" }).click();
  const panel = again.getByRole("dialog", { name: "Ein Signal" });
  await panel.getByText("Chance und Gefahr", { exact: true }).click();
  await panel.getByRole("button", { name: "Auswirkung 4, Wahrscheinlichkeit 4" }).click();
  await expect(katrin.getByRole("img", { name: "Priorität 16, hoch" }).first()).toBeVisible();
  await panel.getByRole("button", { name: "Key Result ändern" }).click();
  await again.getByRole("menuitem", { name: /^Die Entwicklung nennt uns/ }).click();
  await again.getByLabel("Titel").fill("Die Entwicklung nennt uns im Spezifikationsworkshop, auch für Oelde");
  await expect(again.getByLabel("Grund der Änderung")).toHaveValue(/^Signal: Oelde bestellt/);
  await again.getByRole("button", { name: "Speichern" }).click();
  await expect(again.getByText("„Oelde bestellt ab Januar zentral“ beantwortet.")).toBeVisible();
  await expect(katrin.getByRole("link", { name: /auch für Oelde/ })).toBeVisible();
  await expect(katrin.getByRole("link", { name: "Oelde bestellt ab Januar zentral", exact: true })).toBeHidden();
});

test("whoever writes what is known already is told so", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await page.goto("/capture");
  await page.getByRole("group", { name: "Kunde" }).getByText("Teutonia Hausgeräte SE").click();
  await page.getByLabel("Was ist passiert?").fill("Neue Vergabeplattform im nächsten Jahr");
  const told = page.getByRole("status").filter({ hasText: "Ist das schon erfasst?" });
  await expect(told.getByRole("link", { name: "Neue Vergabeplattform ab nächstem Jahr" })).toBeVisible();
  await page.getByLabel("Was ist passiert?").fill("Werkleiterin in Lehrte geht in Rente");
  await expect(told).toBeHidden();
});

test("what a signal is about is chosen by words", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await openAccount(page, "Kessler Automotive Systems AG");
  await openPlace(page, "Kessler Automotive Systems AG", "Signale");
  await page.getByRole("article", { name: /^Einkauf bündelt Stellantriebe/ }).getByRole("button").click();
  await page.getByRole("complementary", { name: "Ein Signal" }).getByRole("button", { name: "Bearbeiten" }).click();
  const form = page.getByRole("dialog", { name: "Signal bearbeiten" });
  const theme = form.getByRole("combobox", { name: "Thema" });
  await expect(theme).toHaveValue("Lieferantenbündelung");
  await theme.click();
  await expect(page.getByRole("option", { name: "schwindende Loyalität" })).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(17);
  await expect(page.getByRole("option", { name: /choice|_/ })).toHaveCount(0);
  await page.getByRole("option", { name: "Lieferantenbündelung" }).click();
  await form.getByRole("button", { name: "Abbrechen" }).click();
  await expect(form).toBeHidden();

  await page.goto("/market");
  await page.getByRole("button", { name: "Marktsignal anlegen" }).first().click();
  await expect(
    page.getByRole("dialog").getByRole("combobox", { name: "Thema" }),
  ).toHaveValue("anderes");
});

test("signals are gone through by the keyboard, dismissed, and taken back", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await page.goto("/signals");
  const lines = page.getByRole("main").getByRole("listitem").filter({ has: page.locator("[data-signal]") });
  const titles = lines.locator("[data-signal]");
  await titles.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(titles.nth(1)).toBeFocused();
  const panel = page.getByRole("complementary", { name: "Ein Signal" });
  const title = await titles.nth(1).innerText();
  await expect(panel.getByRole("heading", { name: title })).toBeVisible();
  await expect(page).toHaveURL(/\/signals#/);

  const count = await lines.count();
  await panel.getByRole("button", { name: "Verwerfen" }).click();
  const form = page.getByRole("dialog", { name: "Verwerfen" });
  await form.getByLabel("Warum?").fill("Betrifft uns nicht");
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(lines).toHaveCount(count - 1);
  // The next one is at hand.
  await expect(panel.getByRole("heading", { level: 2 })).toBeFocused();
  await expect(panel.getByRole("heading", { name: title })).toHaveCount(0);
  await page.getByRole("status").filter({ hasText: `„${title}“ verworfen.` }).getByRole("button", { name: "Rückgängig" }).click();
  await expect(lines).toHaveCount(count);
});

test("signals are narrowed to a theme and a tag by the address", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.goto(`${page.url()}/signals?view=list&theme=price_pressure`);
  const shown = page.getByRole("main").locator("[data-signal]");
  await expect(shown).toHaveCount(1);
  await expect(shown).toContainText("Nordmotor");
  await page.getByRole("button", { name: "Alle zeigen" }).click();
  await expect(page).not.toHaveURL(/theme=/);
  await expect(shown).not.toHaveCount(1);
});

test("a video is asked for only after consent, which can be revoked", async ({ page }) => {
  const asked: string[] = [];
  await page.route(/youtube/, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.goto(`${page.url()}/signals`);
  await page.getByRole("article", { name: /^Neue Vergabeplattform/ }).getByRole("button").click();
  await expect(page.getByRole("button", { name: "Von YouTube laden" })).toBeVisible();
  expect(asked).toEqual([]);
  await page.getByRole("button", { name: "Von YouTube laden" }).click();
  await expect(page.getByTitle("Video bei YouTube")).toBeVisible();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await page.goto("/profile");
  await page.getByRole("button", { name: "YouTube widerrufen" }).click();
  await page.goBack();
  await expect(page.getByRole("button", { name: "Von YouTube laden" })).toBeVisible();
});
