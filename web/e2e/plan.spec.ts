import { enterAs, expect, newAccount, openAccount, openPlace, openStep, openTeutonia, planFirstCycle, test } from "./demo";

test("when two edit the same objective, the second is shown both versions and chooses", async ({ newPage }) => {
  const katrin = await newPage();
  const jonas = await newPage();
  for (const [page, name] of [[katrin, "Katrin Vogt"], [jonas, "Jonas Albers"]] as const) {
    await enterAs(page, name);
    await openTeutonia(page);
    await page.getByRole("button", { name: /^Als Partner für die Plattform 2028/ }).click();
  }
  await katrin.getByLabel("Warum").fill("Katrins Grund");
  await katrin.getByRole("button", { name: "Speichern" }).click();
  await expect(katrin.getByRole("dialog")).toBeHidden();
  await jonas.getByLabel("Warum").fill("Jonas' Grund");
  await jonas.getByRole("button", { name: "Speichern" }).click();

  const conflict = jonas.getByRole("alert");
  await expect(conflict).toContainText("Jemand war schneller");
  await expect(conflict).toContainText("Katrins Grund");
  await expect(conflict).toContainText("Jonas' Grund");
  await jonas.getByRole("button", { name: "Meine speichern" }).click();
  await expect(jonas.getByRole("dialog")).toBeHidden();
});

test("a site is added, archived and brought back by undo", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.goto(`${page.url()}/customer?tab=sites`);
  const sites = page.locator("section", { has: page.getByRole("heading", { name: "Standorte" }) });
  await sites.getByRole("button", { name: "Hinzufügen" }).click();
  await page.getByLabel("Name").fill("Soest");
  await page.getByRole("button", { name: "Speichern" }).click();
  await sites.getByRole("button", { name: /Soest/ }).first().click();
  await page.getByRole("button", { name: "Archivieren" }).click();
  // Whoever points at the offer keeps it.
  await page.getByRole("button", { name: "Rückgängig" }).hover();
  await expect(sites.getByRole("button", { name: /Soest/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Rückgängig" }).click();
  await expect(sites.getByRole("button", { name: /Soest/ }).first()).toBeVisible();
});

test("what was archived long ago is found in the archive of its page and restored", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.getByRole("link", { name: /Drei gemeinsame Konzeptskizzen/ }).click();
  const keyResult = page.url();
  await page.getByRole("button", { name: "Bearbeiten" }).click();
  await page.getByRole("button", { name: "Archivieren" }).click();
  await expect(page.getByText("Bitte ausfüllen.")).toBeVisible();
  await page.getByLabel("Grund der Änderung").fill("Die Entwicklung will keine Skizzen");
  await page.getByRole("button", { name: "Archivieren" }).click();
  await expect(page.getByText(/im Archiv; zählt nirgends mit/)).toBeVisible();
  await page
    .getByRole("navigation", { name: "Wo Sie sind" })
    .getByRole("link", { name: "Teutonia Hausgeräte SE" })
    .click();
  await expect(page.getByRole("article").first()).toBeVisible();
  await expect(page.getByRole("link", { name: /Drei gemeinsame Konzeptskizzen/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Archiv anzeigen" }).click();
  await page
    .getByRole("listitem")
    .filter({ hasText: "Drei gemeinsame Konzeptskizzen" })
    .getByRole("button", { name: "Wiederherstellen" })
    .click();
  // The cycle is running: what comes back comes for a reason.
  const dialog = page.getByRole("dialog", { name: "Wiederherstellen" });
  await dialog.getByLabel("Grund der Änderung").fill("Die Entwicklung will sie doch");
  await dialog.getByRole("button", { name: "Wiederherstellen" }).click();
  await expect(page.getByRole("link", { name: /Drei gemeinsame Konzeptskizzen/ })).toBeVisible();
  await page.goto(keyResult);
  await expect(page.getByText(/im Archiv; zählt nirgends mit/)).toHaveCount(0);
});

test("a team plans a cycle, is told what is missing, and starts it", async ({ page }) => {
  await enterAs(page, "Ute Krämer");
  await newAccount(page, "Neukunde AG", "NEU");
  await planFirstCycle(page);
  await openPlace(page, "Neukunde AG", "Zyklus");
  // Nothing went before and nothing was heard: the plan begins with what the team concentrates on.
  await expect(page.getByRole("heading", { name: "Schwerpunkte", exact: true })).toBeVisible();
  await openStep(page, "Prüfen, starten");
  await expect(page).toHaveURL(/step=start$/);
  await expect(page.getByRole("button", { name: "Zyklus starten" })).toBeDisabled();
  await page.getByRole("link", { name: "Mindestens ein Objective" }).click();
  await expect(page).toHaveURL(/step=objectives$/);
  await page.getByRole("button", { name: "Objective hinzufügen" }).click();
  await page.getByRole("combobox", { name: "Wirkung messen an" }).click();
  await expect(page.getByRole("option")).toHaveText([
    "keine Wirkung",
    "Lieferanteil",
    "Kennzahl",
    "eigener Messwert",
  ]);
  await page.getByRole("option", { name: "Lieferanteil" }).click();
  await page.getByLabel("Titel").fill("Umsatz verdoppeln");
  await expect(page.getByText("Den Umsatz kann niemand vorhersagen.")).toBeVisible();
  await page.getByLabel("Titel").fill("Erstlieferant werden");
  await expect(page.getByText("Den Umsatz kann niemand vorhersagen.")).toBeHidden();
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByRole("button", { name: "Key Result hinzufügen" }).click();
  await page.getByLabel("Titel").fill("Drei Muster geliefert");
  await page.getByLabel("Zielwert").fill("3");
  await page.getByRole("button", { name: "Speichern" }).click();
  await page.getByRole("link", { name: "Prüfen und starten" }).click();
  // A plan without a question is doubted, and started all the same.
  await expect(page.getByText(/^Ein Plan ohne Fragezeichen/)).toBeVisible();
  await page.getByRole("button", { name: "Zyklus starten" }).click();
  await expect(page.getByRole("button", { name: /^Check-in: Drei Muster/ })).toBeVisible();
});

test("a playbook writes an objective with its key results, and the keyboard puts them in order", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await openPlace(page, "Teutonia Hausgeräte SE", "Zyklus");
  await page.getByRole("button", { name: "Aus Playbook" }).click();
  const book = page.getByRole("listitem").filter({ hasText: "Einen Preisangriff beantworten" });
  await book.getByRole("button", { name: "Übernehmen" }).click();
  await page.getByLabel("Titel").fill("Anteil in Oelde halten, ohne dem Nachlass zu folgen");
  await page.getByLabel("Grund der Änderung").fill("Nordmotor greift an");
  await page.getByRole("button", { name: "Speichern" }).click();
  const objective = page.getByRole("article", { name: /^Anteil in Oelde halten/ });
  await expect(objective).toContainText("Entscheider, die unser Angebot befürworten");
  const handles = objective.getByRole("button", { name: /verschieben$/ });
  await expect(handles.nth(1)).toHaveAccessibleName(/^Der Kunde hat die Gesamtkosten/);
  await handles.nth(1).focus();
  for (const [key, said] of [
    ["Space", "Platz 1"],
    ["ArrowDown", "Platz 2"],
    ["Space", "Abgelegt auf Platz 2"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole("status").filter({ hasText: said })).toBeAttached();
  }
  await expect(handles.nth(2)).toHaveAccessibleName(/^Der Kunde hat die Gesamtkosten/);
  await page.reload();
  await expect(handles.nth(2)).toHaveAccessibleName(/^Der Kunde hat die Gesamtkosten/);
});

test("in a running cycle a change needs a reason, and the plan at the start stays visible", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await openAccount(page, "Kessler Automotive Systems AG");
  await openPlace(page, "Kessler Automotive Systems AG", "Zyklus");
  await page.getByRole("button", { name: /^Alle 240 Artikel sind mit Preisen hinterlegt(?!.*verschieben$)/ }).click();
  await page.getByLabel("Zielwert").fill("180");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Bitte ausfüllen.")).toBeVisible();
  await page.getByLabel("Grund der Änderung").fill("60 Artikel laufen aus");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await openStep(page, "Seit dem Start");
  const compared = page
    .locator("section", { has: page.getByRole("heading", { name: "Plan beim Start und jetzt" }) })
    .last();
  await expect(compared).toContainText("0 → 240 Artikel");
  await expect(compared).toContainText("0 → 180 Artikel");
  await expect(compared).toContainText("60 Artikel laufen aus");
});

test("a key result in stages gets its steps by keyboard, and the empty one is marked", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await openPlace(page, "Teutonia Hausgeräte SE", "Zyklus");
  const objective = page.getByRole("article", { name: /^Als Partner für die Plattform 2028/ });
  await objective.getByRole("button", { name: "Key Result hinzufügen" }).click();
  await page.getByLabel("Titel").fill("Die Entwicklung testet unser Muster");
  await page.getByRole("combobox", { name: "Art", exact: true }).click();
  await page.getByRole("option", { name: "Stufen" }).click();
  await expect(page.getByLabel("Beginn")).toHaveValue("Offen");
  await page.getByRole("button", { name: "Stufe hinzufügen" }).click();
  await expect(page.getByLabel("Stufe 1", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Grad der Stufe 1")).toHaveValue("50");
  await page.getByLabel("Grund der Änderung").fill("Die Spezifikation ist fertig");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByLabel("Stufe 1", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Stufe 1", { exact: true }).fill("Muster bestellt");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(objective).toContainText("Die Entwicklung testet unser Muster");
  await expect(objective).toContainText("2 Stufen");
});

test("a key result is rolled out to several sites where it is planned", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await openPlace(page, "Teutonia Hausgeräte SE", "Zyklus");
  await page.getByRole("button", { name: /^Ausrollen: Drei gemeinsame Konzeptskizzen/ }).click();
  await page.getByRole("button", { name: "Standorte hinzufügen" }).click();
  const dialog = page.getByRole("dialog", { name: /^Ausrollen: Drei gemeinsame/ });
  const sites = dialog.getByRole("checkbox");
  await sites.nth(0).check();
  await sites.nth(1).check();
  await dialog.getByLabel("Grund der Änderung").fill("Zwei Werke entwickeln mit");
  await dialog.getByRole("button", { name: "Speichern" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: /^2 Standorte: Drei gemeinsame/ })).toBeVisible();
});
