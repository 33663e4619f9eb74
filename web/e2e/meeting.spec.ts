import { enterAs, expect, expectAccessible, openAccount, openPlace, test } from "./demo";

test("a cycle meeting with three browsers: one step for all, votes secret until revealed, minutes right", async ({ newPage }) => {
  const people = [];
  for (const name of ["Jonas Albers", "Katrin Vogt"]) {
    const page = await newPage();
    await enterAs(page, name);
    people.push(page);
  }
  const [jonas, katrin] = people as [typeof people[0], typeof people[0]];
  const wall = await jonas.context().newPage();
  await openAccount(jonas, "Kessler Automotive Systems AG");
  await openPlace(jonas, "Kessler Automotive Systems AG", "Meetings");
  await jonas.getByRole("button", { name: "Meeting planen" }).click();
  await jonas.getByRole("combobox", { name: "Art" }).click();
  await jonas.getByRole("option", { name: "Zyklus-Meeting" }).click();
  await jonas.getByRole("combobox", { name: "Zyklus" }).click();
  await jonas.getByRole("option", { name: "Zyklus 3" }).click();
  await jonas.getByRole("textbox", { name: "Stimmen" }).fill("3");
  await jonas.getByRole("button", { name: "Speichern" }).click();
  await jonas.getByRole("button", { name: "Meeting beginnen" }).click();
  // Who joins does not move what another one is about to press.
  const step = jonas.getByRole("button", { name: "6. Schwerpunktthemen" });
  await expect(step).toBeEnabled();
  const { y } = (await step.boundingBox()) ?? {};
  await katrin.goto(jonas.url());
  await wall.goto(jonas.url());
  await expect(jonas.getByText(/^Anwesend: .*Katrin Vogt/)).toBeVisible();
  expect((await step.boundingBox())?.y).toBe(y);

  await step.click();
  for (const page of [katrin, wall])
    await expect(page.getByRole("heading", { name: "Schwerpunktthemen" })).toBeVisible();
  await jonas.getByLabel("Ihr Thema").fill("Stammdaten auf die Plattform");
  await jonas.getByRole("button", { name: "Hinzufügen", exact: true }).click();
  await katrin.getByLabel("Ihr Thema").fill("Vertrauen der Einkaufsleiterin");
  await katrin.getByRole("button", { name: "Hinzufügen", exact: true }).click();
  await expect(jonas.getByText("1 Thema der anderen ist noch verdeckt.")).toBeVisible();
  await expect(jonas.getByText("Vertrauen der Einkaufsleiterin")).toBeHidden();
  await jonas.getByRole("button", { name: "Themen aufdecken" }).click();
  await expect(jonas.getByText("Vertrauen der Einkaufsleiterin").first()).toBeVisible();

  await katrin.getByRole("button", { name: "Eine Stimme für Stammdaten auf die Plattform" }).click();
  await katrin.getByRole("button", { name: "Eine Stimme für Stammdaten auf die Plattform" }).click();
  await jonas.getByRole("button", { name: "Eine Stimme für Stammdaten auf die Plattform" }).click();
  await expect(wall.getByText("2 Personen haben abgestimmt")).toBeVisible();
  await expect(wall.getByText("3 Stimmen", { exact: true })).toBeHidden();
  await jonas.getByRole("button", { name: "Stimmen aufdecken" }).click();
  for (const page of [katrin, wall]) await expect(page.getByText("3 Stimmen", { exact: true })).toBeVisible();

  // A device that loses its network comes back to the same state.
  await katrin.context().setOffline(true);
  await jonas.getByRole("button", { name: "8. Wer tut was bis wann" }).click();
  await katrin.context().setOffline(false);
  await expect(katrin.getByRole("heading", { name: "Wer tut was bis wann" })).toBeVisible();

  await katrin.getByLabel("Was wurde entschieden?").fill("Jonas lädt die Artikel bis Freitag hoch");
  await katrin.getByRole("button", { name: "Festhalten" }).click();
  await expect(jonas.getByText("Jonas lädt die Artikel bis Freitag hoch")).toBeVisible();
  await expectAccessible(jonas);
  await jonas.getByRole("button", { name: "Meeting beenden" }).click();
  const minutes = katrin.getByRole("region", { name: "Protokoll" });
  await expect(minutes).toContainText("Kessler Automotive Systems AG · Zyklus-Meeting");
  await expect(minutes).toContainText("Stammdaten auf die Plattform (3 Stimmen)");
  await expect(minutes).toContainText("Jonas lädt die Artikel bis Freitag hoch");
  await expect(minutes).toContainText("Katrin Vogt");
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
  await page.getByRole("button", { name: "Meeting beginnen" }).click();
  await expect(page.getByText("Kurzarbeit in Eisenach bis zum Frühjahr verlängert").first()).toBeVisible();
});
