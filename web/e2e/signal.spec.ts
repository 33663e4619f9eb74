import { enterAs, expect, expectAccessible, openAccount, openPlace, openTeutonia, test } from "./demo";

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
  await jonas.getByRole("combobox", { name: "Kunde" }).click();
  await jonas.getByRole("option", { name: "Teutonia Hausgeräte SE" }).click();
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
  await expect(katrin.getByRole("link", { name: /Oelde bestellt ab Januar zentral/ })).toBeVisible();
  await again.goto(katrin.url().concat("/signals"));
  const signal = again.getByRole("article", { name: "Oelde bestellt ab Januar zentral" });
  await signal.getByRole("button", { name: /Oelde bestellt/ }).click();
  await again.getByRole("combobox", { name: "Chance oder Gefahr" }).click();
  await again.getByRole("option", { name: "Chance und Gefahr" }).click();
  await again.getByLabel("Auswirkung (1–5)").fill("4");
  await again.getByLabel("Wahrscheinlichkeit (1–5)").fill("4");
  await again.getByRole("button", { name: "Speichern" }).click();
  await expect(katrin.getByRole("img", { name: "Priorität 16, hoch" }).first()).toBeVisible();
  await signal.getByRole("button", { name: "Beantworten" }).click();
  await again.getByRole("menuitem", { name: /^Key Result ändern: Die Entwicklung nennt uns/ }).click();
  await again.getByLabel("Titel").fill("Die Entwicklung nennt uns im Spezifikationsworkshop, auch für Oelde");
  await expect(again.getByLabel("Grund der Änderung")).toHaveValue(/^Signal: Oelde bestellt/);
  await again.getByRole("button", { name: "Speichern" }).click();
  await expect(again.getByRole("dialog")).toBeHidden();
  await expect(katrin.getByRole("link", { name: /auch für Oelde/ })).toBeVisible();
  await expect(katrin.getByRole("link", { name: /Oelde bestellt ab Januar zentral/ })).toBeHidden();
});

test("whoever writes what is known already is told so", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await page.goto("/capture");
  await page.getByRole("combobox", { name: "Kunde" }).click();
  await page.getByRole("option", { name: "Teutonia Hausgeräte SE" }).click();
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
  await page.getByRole("button", { name: /^Einkauf bündelt Stellantriebe/ }).click();
  const form = page.getByRole("dialog", { name: "Signal bewerten" });
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

test("a video is asked for only after consent, which can be revoked", async ({ page }) => {
  const asked: string[] = [];
  await page.route(/youtube/, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.goto(`${page.url()}/signals`);
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

test("the pages of sensing are accessible in light and dark", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const cockpit = page.url();
  for (const path of [`${cockpit}/signals`, `${cockpit}/questions`, `${cockpit}/agility`, `${cockpit}/meetings`, "/signals", "/market", "/capture", "/portfolio"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});

test("on a phone no page is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const cockpit = page.url();
  for (const path of [`${cockpit}/signals`, `${cockpit}/questions`, `${cockpit}/supply`, `${cockpit}/long-term`, `${cockpit}/effectiveness`, `${cockpit}/agility`, `${cockpit}/kpis`, "/signals", "/portfolio", "/capture", "/my-work"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});
