import { enterAs, expect, openAccount, openPlace, openTeutonia, test } from "./demo";

test("figures are pasted from a spreadsheet; a bad cell is shown where it is, the good ones are kept", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await openAccount(page, "Kessler Automotive Systems AG");
  await openPlace(page, "Kessler Automotive Systems AG", "Wirkung");
  await page.getByRole("button", { name: "Zahlen eintragen" }).click();
  await expect(page.getByRole("heading", { name: /^Zahlen für Q\d \d{4} eintragen$/ })).toBeVisible();
  // The running period is the newest one that is offered.
  const period = page.getByRole("combobox", { name: "Welcher Zeitraum" });
  await period.click();
  await expect(page.getByRole("option").first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  const first = page.getByLabel("Zwickau, Stellantriebe, unser Volumen");
  await first.focus();
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "1.200,5\t2.400\nviel\t500\n");
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await page.getByRole("button", { name: "Speichern" }).click();
  const refused = page.getByRole("alert").filter({ hasText: "1 Zelle ist nicht gespeichert" });
  await expect(refused).toBeVisible();
  await expect(page.getByText("Bitte eine Zahl eingeben.")).toBeVisible();
  await expect(
    page.getByRole("region", { name: "In Zahlen" }).getByRole("button", { name: /^Zwickau, Stellantriebe: 50/ }),
  ).toBeVisible();
  await page.getByLabel("Eisenach, Stellantriebe, unser Volumen").fill("250");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(refused).toBeHidden();
});

test("a share is entered in per cent and reads as it was typed", async ({ page }) => {
  await enterAs(page, "Jonas Albers");
  await openAccount(page, "Kessler Automotive Systems AG");
  await openPlace(page, "Kessler Automotive Systems AG", "Wirkung");
  // A quarter of which nobody has entered anything yet.
  await page.getByRole("combobox", { name: "Welcher Zeitraum" }).click();
  await page.getByRole("option").nth(6).click();
  await page.getByRole("button", { name: "Zahlen eintragen" }).click();
  await page.getByText("nur den Anteil", { exact: true }).click();
  const share = page.getByLabel("Zwickau, Stellantriebe, Anteil in %");
  const matrix = page.getByRole("region", { name: "In Zahlen" });
  for (const typed of ["57,6", "33,3"]) {
    await share.fill(typed);
    await page.getByRole("button", { name: "Speichern" }).click();
    await expect(matrix).toContainText(typed);
    await expect(page.getByRole("button", { name: "Speichern" })).toBeDisabled();
    await expect(share).toHaveValue(typed);
  }
  await page.reload();
  await expect(matrix).toContainText("33,3");
  await page.getByRole("button", { name: "Zahlen eintragen" }).click();
  await page.getByText("nur den Anteil", { exact: true }).click();
  await expect(share).toHaveValue("33,3");
});

test("what is typed into the grid stays through another quarter, and another page asks first", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openAccount(page, "Teutonia Hausgeräte SE");
  const pages = page.getByRole("navigation", { name: /Teutonia/ });
  await pages.getByRole("link", { name: "Wirkung" }).click();
  await page.getByRole("button", { name: "Zahlen eintragen" }).click();
  const first = page.locator("table.grid-entry input").first();
  await first.fill("1.234");
  await first.blur();
  await expect(first).toHaveValue("1234");
  await page.getByRole("combobox", { name: "Welcher Zeitraum" }).click();
  await page.getByRole("option").nth(3).click();
  const draft = page.getByRole("status").filter({ hasText: "nicht gespeichert" });
  await expect(draft).toBeVisible();
  await pages.getByRole("link", { name: "Signale" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Weiter bearbeiten" }).click();
  await expect(draft).toBeVisible();
  await pages.getByRole("link", { name: "Signale" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Seite verlassen" }).click();
  await expect(page).toHaveURL(/\/signals$/);
  await page.goBack();
  await expect(draft).toBeVisible();
});

test("a cell of the matrix names the rival, opens by keyboard, and takes another one", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await openPlace(page, "Teutonia Hausgeräte SE", "Wirkung");
  const matrix = page.getByRole("region", { name: "In Zahlen" });
  // In the white space, too.
  await expect(matrix.getByRole("button", { name: /^Gütersloh, d Kabelbäume: 0/ })).toContainText("Eigenfertigung");
  const contracts = page.getByRole("region", { name: "Verträge laufen aus" });
  await expect(contracts.getByRole("listitem").first()).toContainText("a Antriebe, Oelde");
  await expect(contracts.getByRole("listitem").first()).toContainText("Rest bei: Nordmotor");
  await expect(contracts.getByRole("listitem").first()).toContainText("in den nächsten sechs Monaten");
  const oelde = matrix.getByRole("button", { name: /^Oelde, a Antriebe: / });
  await expect(oelde).toContainText("Nordmotor");
  await oelde.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Oelde, a Antriebe, Q\d \d{4}$/ });
  await expect(dialog.getByText(/gilt seit Q\d \d{4}: Nordmotor/)).toBeVisible();
  await dialog.getByRole("combobox", { name: "Rest bei" }).click();
  await page.getByRole("option", { name: "Wettbewerber" }).click();
  await dialog.getByRole("combobox", { name: "Wettbewerber" }).fill("Alpen");
  await page.getByRole("option", { name: "Alpen-Servo" }).click();
  await dialog.getByRole("button", { name: "Speichern" }).click();
  await expect(dialog).toBeHidden();
  await expect(oelde).toContainText("Alpen-Servo");
  await expect(contracts.getByRole("listitem").first()).toContainText("Rest bei: Alpen-Servo");
  await openPlace(page, "Teutonia Hausgeräte SE", "Langfristig");
  const line = page
    .getByRole("region", { name: "Langfristige Linie" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: "Verträge laufen aus" }) });
  await expect(line).toContainText("a Antriebe, Oelde");
  await expect(line).toContainText("a Antriebe, Gütersloh");
});

test("an archived cell is found and restored from the archive", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await openPlace(page, "Teutonia Hausgeräte SE", "Wirkung");
  const matrix = page.getByRole("region", { name: "In Zahlen" });
  const cell = matrix.getByRole("button", { name: /^[^,]+, c [^:]+: / }).last();
  const name = ((await cell.textContent()) ?? "").split(":")[0] as string;
  await cell.click();
  await page.getByRole("dialog").getByRole("button", { name: "Archivieren" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.getByRole("button", { name: "Archiv anzeigen" }).click();
  const entry = page.getByRole("listitem").filter({ hasText: name }).filter({ has: page.getByRole("button", { name: "Wiederherstellen" }) });
  await entry.getByRole("button", { name: "Wiederherstellen" }).click();
  await expect(entry).toBeHidden();
  await expect(matrix.getByRole("button", { name: new RegExp(`^${name}: `) })).toBeVisible();
});

test("what the target lacks is said in words; map and course stand beside their figures, on a phone, too", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await openPlace(page, "Teutonia Hausgeräte SE", "Wirkung");
  await expect(page.getByRole("paragraph").filter({ hasText: /Bis zum Ziel von 50\s%/ })).toContainText(/fehlen 308\.680\s€ im Quartal/);
  await expect(page.getByRole("group", { name: /^Bedarf und unser Anteil: a Antriebe ≈56/ })).toBeVisible();
  const gaps = page.getByRole("region", { name: "Wo am meisten zu gewinnen ist" });
  await expect(gaps.getByRole("listitem").first()).toContainText("Gütersloh, a Antriebe");
  await gaps.getByRole("button", { name: /^Alle \d+ zeigen$/ }).click();
  await gaps.getByRole("button", { name: "Oelde, a Antriebe" }).click();
  await expect(page.getByRole("dialog", { name: /^Oelde, a Antriebe, Q\d \d{4}$/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(gaps.getByRole("button", { name: "Oelde, a Antriebe" })).toBeFocused();
  const course = page.getByRole("region", { name: "Verlauf", exact: true });
  await course.getByText("Als Tabelle").click();
  await expect(course.getByRole("row").last()).toContainText(/33\s%/);
  await course.getByText("Volumen", { exact: true }).click();
  await expect(course.getByRole("row").last()).toContainText("€");
  await page.setViewportSize({ width: 360, height: 780 });
  await expect(course).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
