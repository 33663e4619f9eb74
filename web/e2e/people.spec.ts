import type { Page } from "@playwright/test";
import { enterAs, expect, expectAccessible, openTab, openTeutonia, test } from "./demo";

const centre = (page: Page) =>
  page.locator("section", { has: page.getByRole("heading", { name: "Buying Center" }) });

async function openCustomer(page: Page, name: string) {
  await enterAs(page, name);
  await openTeutonia(page);
  await page.goto(`${page.url()}/customer`);
  await expect(centre(page)).toBeVisible();
}

test("the buying centre says who reports to whom, where we want to get, and what is lacking", async ({ page }) => {
  await openCustomer(page, "Katrin Vogt");
  await expect(page.getByRole("main")).toContainText(
    "Bei drei Personen ist die angestrebte Haltung noch nicht erreicht",
  );
  const petersen = centre(page).getByRole("button", { name: /^Ralf Petersen/ });
  await expect(petersen).toContainText("Einkäufer, Beeinflusser · berichtet an Dr. Anke Feldmann");
  await expect(petersen).toContainText("→ zugeneigt");
  await expectAccessible(page);

  await petersen.click();
  const form = page.getByRole("dialog");
  await form.getByRole("combobox", { name: "berichtet an" }).click();
  await page.getByRole("option", { name: "Beate Wrobel" }).click();
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(form).toContainText("Niemand berichtet an sich selbst, auch nicht über andere.");
  await form.getByRole("combobox", { name: "berichtet an" }).click();
  await page.getByRole("option", { name: "Dr. Anke Feldmann" }).click();
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(form).toBeHidden();
});

test("a contact takes a further role, and a decider who is for nobody is told", async ({ page }) => {
  await openCustomer(page, "Katrin Vogt");
  const klose = centre(page).getByRole("button", { name: /^Martin Klose/ });
  await klose.click();
  const form = page.getByRole("dialog");
  await form.getByRole("combobox", { name: "Rollen" }).press("ArrowDown");
  await page.getByRole("option", { name: "Coach" }).click();
  await page.keyboard.press("Tab");
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(klose).toContainText("Anwender, Beeinflusser, Coach");

  await centre(page).getByRole("button", { name: /^Dr\. Anke Feldmann/ }).click();
  await form.getByRole("combobox", { name: /^Haltung/ }).click();
  await page.getByRole("option", { name: "skeptisch" }).click();
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("main")).toContainText("Kein Förderer unter den Entscheidern");
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test("whoever reads sees the same, and is asked for nothing", async ({ page }) => {
  await openCustomer(page, "Dr. Stefan Rehberg");
  await centre(page).getByRole("button", { name: /^Iris Lamm/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("RollenGatekeeper");
  await expect(dialog).toContainText("berichtet anDr. Anke Feldmann");
  await expect(page.getByRole("button", { name: "Speichern" })).toHaveCount(0);
});

test("the cockpit quotes whose goal an objective serves, and the long-term line reads its KPI", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const cockpit = page.url();
  await expect(
    page.getByText("Dient dem Ziel des Kunden: „Mit zwei statt sieben Antriebslieferanten"),
  ).toBeVisible();
  await page.goto(`${cockpit}/long-term`);
  const goal = page
    .getByRole("region", { name: "Langfristige Linie" })
    .getByRole("listitem")
    .filter({ hasText: "Rahmenvertrag für alle sechs" });
  await expect(goal).toContainText("310 T€");
  await expect(goal.getByRole("img")).toHaveAccessibleName(
    "Umsatz Rahmenvertrag von 180 T€ auf 310 T€",
  );
  await goal.getByRole("link", { name: "Umsatz Rahmenvertrag" }).click();
  await expect(page.getByRole("region", { name: "Umsatz Rahmenvertrag" })).toContainText("310 T€");
});

test("the language chosen at the door comes in and stays", async ({ newPage }) => {
  const page = await newPage();
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { level: 1, name: "Anmelden" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: /Meike Oltmann/ }).click();
  await page.waitForURL("**/accounts");
  await expect(page.getByRole("heading", { level: 1, name: "Key accounts" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Key accounts" })).toBeVisible();
});

test("whoever forgot their password is told what to do, on a phone, too", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Passwort vergessen?" }).click();
  await expect(page.getByText("Dieser Server verschickt keine Links per Mail.")).toBeVisible();
  await expectAccessible(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await page.getByRole("link", { name: "Zurück zur Anmeldung" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Anmelden" })).toBeVisible();
});

test("a used link leads to the sign-in, which says why", async ({ page }) => {
  await page.goto("/invitation/used-up");
  await page.waitForURL("**/sign-in?link=over");
  await expect(page.getByRole("alert")).toContainText(
    "Dieser Link wurde schon benutzt oder ist abgelaufen",
  );
  await expectAccessible(page);
});

test("the administrator sees who has come in, invites again and deactivates", async ({ page }) => {
  await enterAs(page, "Tom Lindqvist");
  await page.goto("/users");
  await page.getByRole("button", { name: "Benutzer anlegen" }).click();
  await page.getByLabel("Name").fill("Nora Lang");
  await page.getByLabel("E-Mail").fill("nora.lang@brandt.example");
  await page.getByRole("button", { name: "Speichern" }).click();
  const dialog = page.getByRole("dialog", { name: "Einladung für Nora Lang" });
  await expect(dialog).toContainText("nur für Nora Lang (nora.lang@brandt.example)");
  const first = await dialog.getByRole("textbox", { name: /Link/ }).inputValue();
  await page.keyboard.press("Escape");
  const nora = page.getByRole("row", { name: /Nora Lang/ });
  await expect(nora).toContainText("eingeladen am");
  await expect(nora).toContainText("noch nie");
  await expect(page.getByRole("row", { name: /Tom Lindqvist/ })).toContainText("heute");
  await expectAccessible(page);

  await page.getByRole("button", { name: "Mehr zu Nora Lang" }).click();
  await page.getByRole("menuitem", { name: "Neuer Einladungslink" }).click();
  await expect(dialog.getByRole("textbox", { name: /Link/ })).not.toHaveValue(first);
  await page.keyboard.press("Escape");

  await page.getByText(/^eingeladen 1$/).click();
  await expect(page.getByRole("row", { name: /Tom Lindqvist/ })).toBeHidden();
  await page.getByRole("button", { name: "Mehr zu Nora Lang" }).click();
  await page.getByRole("menuitem", { name: "Deaktivieren" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Deaktivieren" }).click();
  await expect(page.getByText("Nora Lang ist deaktiviert.")).toBeVisible();
  await expect(nora).toBeHidden();
});

test("the organisation shows what cycles would be called while the pattern is written", async ({ page }) => {
  await enterAs(page, "Tom Lindqvist");
  await page.goto("/organisation");
  await expect(page.getByRole("region", { name: "So hießen Zyklen, die heute laufen" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bearbeiten" }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Name der Zyklen").fill("GJ {yy}/{next} {period}");
  await expect(form.getByText(/^GJ \d\d\/\d\d H[12]$/)).toBeVisible();
  await form.getByLabel("Name der Zyklen").fill("GJ {jahr}");
  await expect(form.getByText(/^Diesen Platzhalter gibt es nicht/)).toBeVisible();
});

test("who makes an account names its key account manager, and is not one herself", async ({ page }) => {
  await enterAs(page, "Ute Krämer");
  const main = page.getByRole("main");
  await main.getByRole("link", { name: "Kunden anlegen" }).click();
  await main.getByLabel("Name").fill("Nordwerk Pumpen AG");
  await main.getByLabel("Kürzel").fill("NWP");
  await main.getByRole("combobox", { name: "Key Account Manager" }).click();
  await page.getByRole("option", { name: "Meike Oltmann" }).click();
  await main.getByRole("button", { name: "Kunden anlegen" }).click();
  await expect(page.getByRole("heading", { name: "Team und Standorte" })).toBeVisible();
  await page.goto("/accounts");
  const line = page.getByRole("main").getByRole("listitem").filter({ hasText: "Nordwerk Pumpen AG" });
  await expect(line).toContainText("Meike Oltmann");
  await expect(line).not.toContainText("Ute Krämer");
});

test("the place of the customer has four pages, and what an address names is shown on its own", async ({ page }) => {
  await openCustomer(page, "Katrin Vogt");
  const tabs = page.getByRole("navigation", { name: "Kunde", exact: true });
  const account = page.url();
  for (const [tab, headings] of [
    ["Standorte, Produktbereiche", ["Standorte", "Produktbereiche", "Profil des Kunden"]],
    ["Kundenstimmen", ["Kundenstimmen"]],
    ["Team", ["Key-Account-Team"]],
    ["Buying Center", ["Buying Center", "Einfluss und Haltung", "Maßnahmen"]],
  ] as const) {
    await tabs.getByRole("link", { name: tab }).click();
    await expect(tabs.getByRole("link", { name: tab })).toHaveAttribute("aria-current", "page");
    for (const name of headings)
      await expect(page.getByRole("main").getByRole("heading", { name, exact: true })).toBeVisible();
    await expectAccessible(page);
  }
  expect(page.url()).toBe(account);

  await openTab(page, "Kunde", "Standorte, Produktbereiche");
  const oelde = page.getByRole("button", { name: /^Oelde Werk/ });
  const id = await oelde.getAttribute("id");
  await page.goto(`${account}#${id}`);
  await expect(page).toHaveURL(`${account}?tab=sites#${id}`);
  await expect(oelde).toBeFocused();
});

test("on a phone the page that is shown is seen among the tabs", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openCustomer(page, "Katrin Vogt");
  await openTab(page, "Kunde", "Team");
  await expect(page.getByRole("navigation", { name: "Kunde", exact: true }).getByRole("link", { name: "Team" })).toBeInViewport({ ratio: 0.9 });
});
