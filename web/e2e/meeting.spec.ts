import { beginMeeting, enterAs, expect, expectAccessible, openAccount, openPlace, openTab, test } from "./demo";
import type { Page } from "@playwright/test";

const account = "Kessler Automotive Systems AG";

const rail = (page: Page) => page.getByRole("navigation", { name: "Agenda" });
const step = (page: Page, name: string) => page.getByRole("heading", { name, exact: true, level: 2 });
const toStep = (page: Page, name: string) =>
  rail(page).getByRole("button", { name: new RegExp(name) }).click();

async function takeTopic(page: Page, topic: string) {
  await page.getByLabel("Ihr Thema").fill(topic);
  await page.getByRole("button", { name: "Hinzufügen", exact: true }).click();
  await expect(page.getByLabel("Ihr Thema")).toHaveValue("");
}

/** Nothing that `page` may ask the server for tells the words. */
async function knowsNothingOf(page: Page, words: string) {
  const meeting = new URL(page.url()).pathname.split("/").at(-1);
  const room = await page.request.get(`/api/v1/meetings/${meeting}/room`);
  const { account: of } = await room.json();
  for (const path of [
    `/api/v1/meetings/${meeting}/room`,
    `/api/v1/meetings/${meeting}`,
    `/api/v1/accounts/${of.id}/activity`,
    `/api/v1/accounts/${of.id}/cockpit`,
    `/api/v1/search?q=${encodeURIComponent(words)}`,
  ])
    expect(await (await page.request.get(path)).text()).not.toContain(words);
}

test("a cycle meeting with three browsers carries a team from one cycle into the next", async ({ newPage }) => {
  test.slow();
  const [jonas, katrin, ute] = [await newPage(), await newPage(), await newPage()] as const;
  for (const [page, name] of [[jonas, "Jonas Albers"], [katrin, "Katrin Vogt"], [ute, "Ute Krämer"]] as const)
    await enterAs(page, name);

  // The cycle is over: it is time for the meeting that looks back on it and begins the next one.
  await openAccount(jonas, account);
  await openPlace(jonas, account, "Zyklus");
  await openTab(jonas, "Zyklus", "Rückblick");
  await jonas.getByRole("button", { name: "Rückblick beginnen" }).click();
  await jonas.getByRole("dialog").getByRole("button", { name: "Rückblick beginnen" }).click();
  await expect(jonas.getByRole("button", { name: "Zyklus abschließen" })).toBeVisible();
  await openPlace(jonas, account, "Meetings");
  await jonas.getByRole("button", { name: "Meeting planen" }).click();
  await expect(jonas.getByRole("combobox", { name: "Art" })).toHaveValue("Zyklus-Meeting");
  await jonas.getByRole("textbox", { name: "Stimmen" }).fill("3");
  await jonas.getByRole("button", { name: "Speichern" }).click();

  // In the days before, each collects alone; all see who has given something, and nobody what.
  await expect(jonas.getByRole("heading", { name: "Themen sammeln" })).toBeVisible();
  await takeTopic(jonas, "Stammdaten auf die Plattform");
  await katrin.goto(jonas.url());
  const given = katrin.getByRole("list", { name: "Von wem Themen da sind" }).getByRole("listitem");
  await expect(given.filter({ hasText: "Jonas Albers" })).toContainText("1 Thema");
  await expect(given.filter({ hasText: "Katrin Vogt" })).toContainText("noch keines");
  await expect(katrin.getByText("Stammdaten auf die Plattform")).toHaveCount(0);
  await knowsNothingOf(katrin, "Stammdaten auf die Plattform");
  await takeTopic(katrin, "Stammdaten pflegen");
  await expectAccessible(katrin);

  await beginMeeting(jonas);
  await ute.goto(`${jonas.url()}?wall`);
  const wall = ute.getByRole("dialog");
  await expect(step(jonas, "Ergebnisse")).toBeVisible();
  await expect(step(katrin, "Ergebnisse")).toBeVisible();
  await expect(katrin.getByText("Jonas Albers moderiert")).toBeVisible();
  await expect(jonas.getByText(/da$/).first()).toContainText("2");

  // What is gone through goes one after the other, on the wall, too.
  await jonas.getByRole("button", { name: /^Weiter: Wirksamkeit/ }).click();
  const objectives = rail(jonas).locator("ul").getByRole("button");
  const count = await objectives.count();
  expect(count).toBeGreaterThan(1);
  for (let at = 0; at < count; ++at) {
    const title = (await objectives.nth(at).getAttribute("title")) ?? "";
    await objectives.nth(at).click();
    await expect(jonas.getByRole("article", { name: title })).toBeVisible();
    await expect(wall.getByRole("heading", { name: title })).toBeVisible();
    await jonas.getByText("beenden", { exact: true }).click();
    await expect(jonas.getByRole("radio", { name: "beenden" })).toBeChecked();
  }

  // Who types is not led away; what was typed is stored on the way.
  await expect(katrin.getByRole("article")).toBeVisible();
  await katrin.getByRole("textbox", { name: "Erkenntnis" }).fill("Stammdaten sind die Eintrittskarte");
  await jonas.getByRole("button", { name: /^Weiter: Signale seither/ }).click();
  await expect(katrin.getByText("Das Meeting ist bei „Signale seither“.")).toBeVisible();
  await expect(katrin.getByRole("textbox", { name: "Erkenntnis" })).toHaveValue("Stammdaten sind die Eintrittskarte");
  await katrin.keyboard.press("Tab");
  await expect(step(katrin, "Signale seither")).toBeVisible();
  // Nobody is ahead, everybody may go back alone.
  await expect(rail(katrin).getByRole("button", { name: /Schwerpunktthemen/ })).toBeDisabled();
  await toStep(katrin, "Ergebnisse");
  await expect(step(katrin, "Ergebnisse")).toBeVisible();
  await expect(step(jonas, "Signale seither")).toBeVisible();
  await katrin.getByRole("button", { name: "Folgen" }).click();
  await expect(step(katrin, "Signale seither")).toBeVisible();

  // All decided, the cycle ends and the next one is made, without leaving the room.
  await toStep(jonas, "Wirksamkeit");
  await jonas.getByRole("button", { name: "Zyklus abschließen" }).click();
  await jonas.getByRole("dialog").getByRole("button", { name: "Zyklus abschließen" }).click();
  await jonas.getByRole("button", { name: "Nächsten Zyklus planen" }).click();
  await expect(jonas.getByRole("button", { name: "Nächsten Zyklus planen" })).toBeHidden();

  // Topics: revealed, put together, voted on in secret, and then the focus of the next cycle.
  await toStep(jonas, "Schwerpunktthemen");
  await expect(step(katrin, "Schwerpunktthemen")).toBeVisible();
  await takeTopic(katrin, "Vertrauen der Einkaufsleiterin");
  await expect(jonas.getByText("2 Themen der anderen sind noch verdeckt.")).toBeVisible();
  await knowsNothingOf(jonas, "Vertrauen der Einkaufsleiterin");
  await knowsNothingOf(ute, "Vertrauen der Einkaufsleiterin");
  await expect(katrin.getByRole("button", { name: "Themen aufdecken" })).toHaveCount(0);
  await jonas.getByRole("button", { name: "Themen aufdecken" }).click();
  for (const shown of [jonas, katrin, wall])
    await expect(shown.getByText("Vertrauen der Einkaufsleiterin").first()).toBeVisible();
  await katrin
    .getByRole("listitem")
    .filter({ hasText: /^Stammdaten pflegen/ })
    .dragTo(katrin.getByRole("listitem").filter({ hasText: /^Stammdaten auf die Plattform/ }));
  await expect(jonas.getByRole("button", { name: "Herauslösen: Stammdaten pflegen" })).toBeVisible();
  await jonas.getByRole("button", { name: "Abstimmung öffnen" }).click();
  const forData = "Eine Stimme für Stammdaten auf die Plattform";
  await katrin.getByRole("button", { name: forData, exact: true }).click();
  await katrin.getByRole("button", { name: forData, exact: true }).click();
  await jonas.getByRole("button", { name: forData, exact: true }).click();
  await expect(wall.getByText("2 Personen haben abgestimmt")).toBeVisible();
  await expect(wall.getByText("3 Stimmen", { exact: true })).toBeHidden();
  await jonas.getByRole("button", { name: "Stimmen aufdecken" }).click();
  for (const shown of [katrin, wall]) await expect(shown.getByText("3 Stimmen", { exact: true })).toBeVisible();

  // The next cycle is drafted where it is agreed, and starts.
  await toStep(jonas, "Objectives und Key Results");
  await expect(katrin.getByText("Stammdaten auf die Plattform").first()).toBeVisible();
  await jonas.getByRole("button", { name: "Objective hinzufügen" }).click();
  await jonas.getByLabel("Titel").fill("Auf der neuen Plattform gesetzt sein");
  await jonas.getByRole("button", { name: "Speichern" }).click();
  await jonas.getByRole("button", { name: "Key Result hinzufügen" }).click();
  await jonas.getByLabel("Titel").fill("Alle Artikel sind hochgeladen");
  await jonas.getByLabel("Zielwert").fill("40");
  await jonas.getByRole("button", { name: "Speichern" }).click();
  await expect(katrin.getByText("Alle Artikel sind hochgeladen")).toBeVisible();
  await jonas.getByRole("button", { name: "Zyklus starten" }).click();
  const early = jonas.getByRole("dialog").getByRole("button", { name: "Zyklus starten" });
  const started = jonas.getByText(/ läuft\.$/);
  await expect(early.or(started).first()).toBeVisible();
  if (await early.isVisible()) await early.click();
  await expect(started).toBeVisible();

  // A device that loses its network comes back to where the room is.
  await katrin.context().setOffline(true);
  await toStep(jonas, "Wer tut was bis wann");
  await katrin.context().setOffline(false);
  await expect(step(katrin, "Wer tut was bis wann")).toBeVisible();

  await katrin.getByText("Maßnahme", { exact: true }).click();
  await katrin.getByLabel("Was ist zu tun?").fill("Artikel hochladen");
  await katrin.getByRole("button", { name: "Festhalten" }).click();
  await expect(jonas.getByText("Artikel hochladen").first()).toBeVisible();
  await katrin.getByText("Entscheidung", { exact: true }).first().click();
  await katrin.getByLabel("Was wurde entschieden?").fill("Jonas lädt bis Freitag hoch");
  await katrin.getByLabel("Was wurde entschieden?").press("Enter");
  await expect(wall.getByText("Jonas lädt bis Freitag hoch")).toBeVisible();
  await katrin.getByRole("button", { name: "Fertig", exact: true }).click();
  await expect(jonas.getByText("Fertig: Katrin Vogt")).toBeVisible();
  await expectAccessible(jonas);
  await expectAccessible(ute);

  // Whoever wants to relieves who facilitates, which all see; the end is asked about.
  await expect(katrin.getByRole("button", { name: "Meeting beenden" })).toHaveCount(0);
  await katrin.getByRole("button", { name: "Moderation übernehmen" }).click();
  await expect(jonas.getByText("Katrin Vogt moderiert")).toBeVisible();
  await katrin.getByRole("button", { name: "Meeting beenden" }).click();
  const asks = katrin.getByRole("dialog", { name: "Meeting für alle beenden?" });
  await expect(asks).toContainText("Vertrauen der Einkaufsleiterin");
  await expect(asks).toContainText("1 Maßnahme ohne Zuständigen oder Termin");
  await asks.getByRole("button", { name: "Meeting beenden" }).click();
  const minutes = jonas.getByRole("region", { name: "Protokoll" });
  await expect(minutes).toContainText(`${account} · Zyklus-Meeting`);
  await expect(minutes).toContainText("Stammdaten auf die Plattform (3 Stimmen)");
  await expect(minutes).toContainText("Stammdaten sind die Eintrittskarte");
  await expect(minutes).toContainText("Vertrauen der Einkaufsleiterin");
  await expect(minutes).toContainText("Jonas lädt bis Freitag hoch");
  await expect(minutes).toContainText("Katrin Vogt");
  await expectAccessible(jonas);
});

test("a check-in meeting looks at one key result after the other; a reader looks on", async ({ newPage }) => {
  const [katrin, stefan] = [await newPage(), await newPage({ viewport: { width: 360, height: 740 } })] as const;
  await enterAs(katrin, "Katrin Vogt");
  await enterAs(stefan, "Stefan Rehberg");
  await openAccount(katrin, "Teutonia Hausgeräte SE");
  await openPlace(katrin, "Teutonia Hausgeräte SE", "Meetings");
  await katrin.getByRole("link", { name: "Check-in-Meeting" }).first().click();
  await beginMeeting(katrin);
  await stefan.goto(katrin.url());
  for (const page of [katrin, stefan])
    await expect(page.getByRole("article", { name: /^An den weiteren 5 Standorten/ })).toBeVisible();
  await katrin.getByRole("button", { name: "Bestellungen: Lehrte: eins mehr" }).click();
  await katrin.getByRole("radio", { name: "5", exact: true }).check({ force: true });
  await katrin.getByRole("textbox", { name: "Notiz" }).last().fill("Lehrte hat zum ersten Mal bestellt");
  await katrin.getByRole("button", { name: "Speichern und weiter" }).click();
  for (const page of [katrin, stefan])
    await expect(page.getByRole("article", { name: /^An den weiteren 5 Standorten/ })).toBeHidden();
  await expect(rail(katrin).getByRole("button", { name: /An den weiteren 5/ }).getByLabel("gesagt")).toBeVisible();
  for (const name of ["Fertig", "Moderation übernehmen", "Festhalten", "Meeting beenden"])
    await expect(stefan.getByRole("button", { name, exact: true })).toHaveCount(0);
  expect(await stefan.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(stefan);
});

test("a signal calls a flash meeting", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await page.getByRole("link", { name: "Signal-Eingang" }).click();
  const line = page.getByRole("listitem").filter({ hasText: "Kurzarbeit in Eisenach" });
  await line.getByRole("button", { name: /^Kurzarbeit in Eisenach/ }).click();
  await page
    .getByRole("complementary", { name: "Ein Signal" })
    .getByRole("button", { name: "Blitz-Meeting einberufen" })
    .click();
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("heading", { name: "Blitz-Meeting" })).toBeVisible();
  await beginMeeting(page);
  // It begins at the signal that called it, and its minutes name it.
  await expect(
    page.getByRole("article", { name: "Kurzarbeit in Eisenach bis zum Frühjahr verlängert" }),
  ).toBeVisible();
  await page.getByRole("button", { name: "Meeting beenden" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Meeting beenden" }).click();
  await expect(page.getByRole("region", { name: "Protokoll" })).toContainText("Kurzarbeit in Eisenach");
});
