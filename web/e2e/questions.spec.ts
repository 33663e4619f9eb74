import { beginMeeting, enterAs, expect, expectAccessible, openAccount, openPlace, openTab, openTeutonia, test } from "./demo";

test("a question about a contact is asked, answered and asked again", async ({ page }) => {
  const text = "Wer folgt auf Frau Dr. Feldmann?";
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.goto(`${page.url()}/customer`);
  await page.getByRole("button", { name: /^Dr\. Anke Feldmann/ }).click();
  const contact = page.getByRole("dialog", { name: "Dr. Anke Feldmann" });
  await contact.getByRole("button", { name: "Frage dazu stellen" }).click();
  await expect(contact.getByRole("textbox", { name: "Frage dazu stellen" })).toBeFocused();
  await page.keyboard.type(text);
  await contact.getByRole("button", { name: "Frage stellen" }).click();
  await expect(contact.getByRole("textbox", { name: "Frage dazu stellen" })).toHaveCount(0);
  // It stands beside the fields, which were not touched.
  await expect(contact.getByText(text)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: /^Dr\. Anke Feldmann/ })).toBeFocused();

  await openPlace(page, "Teutonia Hausgeräte SE", "Signale");
  await openTab(page, "Signale", "Offene Fragen");
  const questions = page.getByRole("region", { name: "Was wir noch nicht wissen" });
  const question = questions.getByRole("listitem").filter({ hasText: text });
  await expect(question).toContainText("Ansprechpartner: Dr. Anke Feldmann");
  await expect(question).toContainText("fragt: Katrin Vogt");
  await expect(question).toContainText("noch nie gefragt");
  await question.getByRole("button", { name: /^Heute gefragt/ }).click();
  await expect(question).toContainText("zuletzt gefragt am");
  await expectAccessible(page);

  await question.getByRole("button", { name: /^Beantworten/ }).click();
  const answer = page.getByRole("dialog", { name: text });
  await answer.getByRole("textbox", { name: "Antwort", exact: true }).fill("Herr Petersen, ab Januar");
  await expectAccessible(page);
  await answer.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await questions.getByText(/^Beantwortet \(\d+\)$/).click();
  await expect(question).toContainText("Herr Petersen, ab Januar");
  await expect(question).toContainText("beantwortet am");
  await question.getByRole("button", { name: /^Noch einmal fragen/ }).click();
  await expect(question.getByRole("button", { name: /^Beantworten/ })).toBeVisible();
  await expect(question).not.toContainText("Herr Petersen, ab Januar");

  await question.getByRole("link", { name: "Dr. Anke Feldmann" }).click();
  await expect(page.getByRole("heading", { name: "Buying Center" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Dr\. Anke Feldmann/ })).toBeFocused();
  await expect(page.getByRole("button", { name: /^Dr\. Anke Feldmann/ })).toBeInViewport();
});

test("a goal is marked as assumed, says so wherever it stands, and is confirmed", async ({ page }) => {
  const title = "Rahmenvertrag für alle sechs Standorte";
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const cockpit = page.url();
  await page.goto(`${cockpit}/long-term`);
  const line = page
    .getByRole("region", { name: "Langfristige Linie" })
    .getByRole("listitem")
    .filter({ hasText: title });
  await expect(line).not.toContainText("angenommen");
  await line.getByRole("button", { name: title }).click();
  const goal = page.getByRole("dialog", { name: "Langfristiges Ziel" });
  await goal.getByRole("button", { name: "Als angenommen markieren" }).click();
  await goal
    .getByRole("textbox", { name: "Worauf beruht die Annahme?" })
    .fill("Nur Frau Hoppe hat davon gesprochen");
  await goal.getByRole("button", { name: "Als angenommen markieren" }).click();
  await expect(goal.getByText("angenommen", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(line).toContainText("angenommen");
  await page.goto(cockpit);
  await expect(line).toContainText("angenommen");

  await page.goto(`${cockpit}/questions`);
  const assumed = page.getByRole("region", { name: "Was wir annehmen" });
  const assumption = assumed.getByRole("listitem").filter({ hasText: title });
  await expect(assumption).toContainText(`Langfristiges Ziel: ${title}`);
  await expect(assumption).toContainText("Nur Frau Hoppe hat davon gesprochen");
  await assumption.getByRole("button", { name: /^Bestätigen/ }).click();
  await assumed.getByText(/^Bestätigt \(\d+\)$/).click();
  await expect(assumption).toContainText("bestätigt am");
  await expect(assumption.getByRole("button", { name: /^Bestätigen/ })).toHaveCount(0);
  await page.goto(`${cockpit}/long-term`);
  await expect(line).toBeVisible();
  await expect(line).not.toContainText("angenommen");
});

test("who asks is told by when in their work, and the way leads to the question", async ({ page }) => {
  const text = "Bestellt Lehrte ab Januar selbst?";
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await openPlace(page, "Teutonia Hausgeräte SE", "Signale");
  await openTab(page, "Signale", "Offene Fragen");
  await page.getByRole("button", { name: "Frage stellen" }).click();
  const form = page.getByRole("dialog", { name: "Frage stellen" });
  await form.getByRole("textbox", { name: "Frage", exact: true }).fill(text);
  // The server says which day it is: past its midnight that is another one than this machine's.
  const today = await page.evaluate(async () => (await (await fetch("/api/v1/session")).json()).today);
  const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
  await form.getByLabel("zu fragen bis").fill(tomorrow);
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText(text)).toBeVisible();
  await page.getByRole("link", { name: "Meine Arbeit" }).click();
  const duty = page.getByRole("listitem").filter({ hasText: text });
  await expect(duty).toContainText("offene Frage · fällig");
  await expect(duty).toContainText("Teutonia Hausgeräte SE");
  await duty.getByRole("link", { name: "Zur Frage" }).click();
  await expect(page.getByRole("button", { name: `Beantworten: ${text}` })).toBeVisible();
});

test("a meeting goes through the open questions, and its minutes tell what came out", async ({ page }) => {
  const text = "Wer betreut die Plattform bei Kessler?";
  await enterAs(page, "Jonas Albers");
  await openAccount(page, "Kessler Automotive Systems AG");
  await openPlace(page, "Kessler Automotive Systems AG", "Meetings");
  await page.getByRole("button", { name: "Meeting planen" }).click();
  await page.getByRole("button", { name: "Speichern" }).click();
  await beginMeeting(page);
  await page
    .getByRole("navigation", { name: "Agenda" })
    .getByRole("button", { name: /^Offene Fragen/ })
    .click();
  await expect(page.getByRole("heading", { level: 2, name: "Offene Fragen" })).toBeVisible();
  await page.getByRole("button", { name: "Frage stellen" }).click();
  const form = page.getByRole("dialog", { name: "Frage stellen" });
  await form.getByRole("textbox", { name: "Frage", exact: true }).fill(text);
  await form.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: `Beantworten: ${text}` }).click();
  const answer = page.getByRole("dialog", { name: text });
  await answer.getByRole("textbox", { name: "Antwort", exact: true }).fill("Frau Sommer aus der IT");
  await answer.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("button", { name: `Beantworten: ${text}` })).toHaveCount(0);
  await page.getByRole("button", { name: "Meeting beenden" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Meeting beenden" }).click();
  const minutes = page.getByRole("region", { name: "Protokoll" });
  await expect(minutes).toContainText(text);
  await expect(minutes).toContainText("Frau Sommer aus der IT");
});

test("a sponsor reads questions and assumptions and is offered nothing", async ({ page }) => {
  await enterAs(page, "Dr. Stefan Rehberg");
  await openTeutonia(page);
  const cockpit = page.url();
  for (const part of ["/questions", "/signals"]) {
    await page.goto(cockpit + part);
    await expect(page.getByText("Sie lesen hier mit")).toBeVisible();
    await expect(page.getByText("Wer war zuletzt noch im Haus?").first()).toBeAttached();
    await expect(
      page.getByRole("button", {
        name: /Frage|Beantworten|Heute gefragt|Bestätigen|Markierung|Bearbeiten/,
      }),
    ).toHaveCount(0);
  }
});

test("on a phone the questions fit, and are answered by the keyboard alone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.goto(`${page.url()}/questions`);
  const answer = page.getByRole("button", { name: /^Beantworten/ }).first();
  await expect(answer).toBeVisible();
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
  await answer.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(answer).toBeFocused();
});
