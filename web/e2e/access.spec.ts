import { enterAs, expect, expectAccessible, openTab, openTeutonia, test } from "./demo";

test("a link survives the sign-in, and the tab says where one is", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const meetings = `${new URL(page.url()).pathname}/meetings`;
  await page.context().clearCookies();
  await page.goto(meetings);
  await page.getByRole("button", { name: /Jonas Albers/ }).click();
  await page.waitForURL(`**${meetings}`);
  await expect(page).toHaveTitle("Meetings · Teutonia Hausgeräte SE · Takt");
});

test("signing in leads to pages of ours only", async ({ page }) => {
  await page.goto("/sign-in?to=//example.com/");
  await page.getByRole("button", { name: /Jonas Albers/ }).click();
  await page.waitForURL("**/accounts");
});

test("whoever is signed out elsewhere is asked to sign in and comes back", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const cockpit = page.url();
  // The last part of the page, so that nothing is fetched any more.
  await expect(page.getByRole("region", { name: "Tochterkunden" })).toBeVisible();
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Mehr zu Teutonia Hausgeräte SE" }).click();
  await page.getByRole("menuitem", { name: "Aktivität" }).click();
  // Until then her own menu has her name, too.
  await page.waitForURL("**/sign-in**");
  await page.getByRole("button", { name: /Katrin Vogt/ }).click();
  await page.waitForURL(`${cockpit}/activity`);
});

test("a page that can't be loaded says why and is tried again", async ({ newPage }) => {
  const page = await newPage({ serviceWorkers: "block" });
  await enterAs(page, "Katrin Vogt");
  await page.route("**/api/v1/market-signals", (route) => route.fulfill({ status: 500, body: "" }));
  await page.getByRole("link", { name: "Signal-Eingang" }).click();
  await page.getByRole("link", { name: "Marktsignale" }).click();
  await expect(page.getByRole("heading", { name: "Diese Seite ließ sich nicht laden" })).toBeVisible();
  await expectAccessible(page);
  await page.unroute("**/api/v1/market-signals");
  await page.getByRole("button", { name: "Noch einmal versuchen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Marktsignale" })).toBeVisible();
});

test("without a connection the page stays, says so, and what was typed is not lost", async ({ newPage }) => {
  // Without the service worker, which would answer from its own cache.
  const page = await newPage({ serviceWorkers: "block" });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.getByRole("button", { name: /^Als Partner für die Plattform 2028/ }).click();
  await page.getByLabel("Warum").fill("Weil sie 2028 neu baut");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Ihre Eingaben stehen noch hier.")).toBeVisible();
  await expect(page.getByText(/^Keine Verbindung – Stand von/)).toBeVisible();
  await expect(page.getByRole("article", { includeHidden: true }).first()).toBeVisible();

  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByText(/^Keine Verbindung – Stand von/)).toBeHidden();
});

test("the page stands though what is fetched after it is not to be had", async ({ newPage }) => {
  const page = await newPage({ serviceWorkers: "block" });
  await page.route(/outbox-button/, (route) => route.abort());
  const failed = page.waitForEvent("requestfailed", (request) => /outbox-button/.test(request.url()));
  await enterAs(page, "Katrin Vogt");
  await failed;
  await openTeutonia(page);
  await expect(page.getByRole("link", { name: "Meine Arbeit" })).toBeVisible();
});

test("a form with something typed asks before it closes", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.getByRole("button", { name: /^Als Partner für die Plattform 2028/ }).click();
  await expect(page.getByLabel("Warum")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();

  await page.getByRole("button", { name: /^Als Partner für die Plattform 2028/ }).click();
  await page.getByLabel("Warum").fill("Noch nicht fertig");
  await page.keyboard.press("Escape");
  await expect(page.getByText("Ihre Eingaben sind noch nicht gespeichert.")).toBeVisible();
  await page.getByRole("button", { name: "Weiter bearbeiten" }).click();
  await expect(page.getByLabel("Warum")).toHaveValue("Noch nicht fertig");
  await page.getByRole("button", { name: "Abbrechen" }).click();
  await page.getByRole("button", { name: "Verwerfen" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("only an administrator is shown the list of users", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await page.goto("/users");
  await expect(page.getByRole("heading", { name: "Hier ist nichts" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Einladungslink" })).toHaveCount(0);
});

test("the administrator adds a user, who signs in by the link; the log names both", async ({ newPage }) => {
  const tom = await newPage();
  await enterAs(tom, "Tom Lindqvist");
  await tom.getByRole("link", { name: "Einstellungen", exact: true }).click();
  await tom.getByRole("button", { name: "Benutzer anlegen" }).click();
  await tom.getByLabel("Name").fill("Nina Neumann");
  await tom.getByLabel("E-Mail").fill("nina@brandt.example");
  await tom.getByRole("button", { name: "Speichern" }).click();
  const link = await tom.getByRole("textbox", { name: /Link/ }).inputValue();
  await tom.keyboard.press("Escape");
  await expectAccessible(tom);

  const nina = await newPage();
  await nina.goto(link);
  await expect(nina.getByLabel("Passwort", { exact: true })).toBeVisible();
  await expectAccessible(nina);
  await nina.getByLabel("Passwort", { exact: true }).fill("kurz");
  await nina.getByRole("button", { name: "Weiter" }).click();
  await expect(nina.getByText("Das ist zu kurz: mindestens 10 Zeichen.")).toBeVisible();
  await nina.getByLabel("Passwort", { exact: true }).fill("korrektes pferd batterie");
  await nina.getByRole("button", { name: "Weiter" }).click();
  await nina.waitForURL("**/accounts");
  await nina.goto("/profile");
  await expect(nina.getByRole("heading", { name: "Passwort ändern" })).toBeVisible();
  await expectAccessible(nina);

  await tom.getByRole("link", { name: "Protokoll der Verwaltung" }).click();
  const log = tom.getByRole("main").getByRole("listitem");
  await expect(log.nth(0)).toContainText("Nina Neumann Passwort „Nina Neumann“: geändert");
  await expect(log.nth(1)).toContainText("Tom Lindqvist Neu: Einladungslink");
  await expect(log.nth(2)).toContainText("Tom Lindqvist Neu: Benutzer „Nina Neumann“");
  await expectAccessible(tom);
});

test("a sponsor reads everything and is offered nothing that would be refused", async ({ page }) => {
  await enterAs(page, "Dr. Stefan Rehberg");
  await openTeutonia(page);
  const cockpit = page.url();
  await expect(page.getByText("Sie lesen hier mit")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Check-in:/ })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Objective hinzufügen" })).toHaveCount(0);
  await page.getByRole("button", { name: /^Als Partner für die Plattform 2028/ }).click();
  await expect(page.getByRole("dialog")).toContainText("verantwortlichJonas Albers");
  await expect(page.getByRole("button", { name: "Speichern" })).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  for (const [part, offered] of [
    ["/customer", "Hinzufügen"],
    ["/settings", "Bearbeiten"],
    ["/kpis", "Eintragen"],
    ["/supply", "Zahlen eintragen"],
    ["/signals", "Verwerfen"],
    ["/questions", "Frage stellen"],
    ["/meetings", "Meeting planen"],
    ["/long-term", /^(Langfristiges Ziel anlegen|Etappe in )/],
  ]) {
    await page.goto(cockpit + part);
    await expect(page.getByText("Sie lesen hier mit")).toBeVisible();
    await expect(page.getByRole("button", { name: offered })).toHaveCount(0);
  }
  await page.goto("/signals");
  await page.getByRole("button", { name: /Neue Vergabeplattform/ }).click();
  await expect(page.getByRole("complementary", { name: "Ein Signal" })).toContainText("Neue Vergabeplattform");
  await expect(page.getByRole("button", { name: /Bearbeiten|Verwerfen/ })).toHaveCount(0);
  await page.goto("/capture");
  await expect(page.getByText(/^Signale erfassen Key Account Manager und Mitglieder/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Signal erfassen" })).toHaveCount(0);
});

test("the head of KAM keeps the team, and leaves the plan to it", async ({ page }) => {
  await enterAs(page, "Ute Krämer");
  await openTeutonia(page);
  await page.goto(`${page.url()}/customer?tab=team`);
  const section = (name: string) =>
    page.locator("section", { has: page.getByRole("heading", { name }) });
  await expect(section("Key-Account-Team").getByRole("button", { name: "Hinzufügen" })).toBeVisible();
  await openTab(page, "Kunde", "Standorte, Produktbereiche");
  await expect(section("Standorte").getByRole("heading").first()).toBeVisible();
  await expect(section("Standorte").getByRole("button", { name: "Hinzufügen" })).toHaveCount(0);
  await section("Standorte").getByRole("button", { name: /Bielefeld/ }).click();
  await expect(page.getByRole("dialog")).toContainText("Besteller");
  await expect(page.getByRole("button", { name: "Speichern" })).toHaveCount(0);
});
