import { accountNamed, Api } from "./api";
import { enterAs, expect, newAccount, openPlace, openStep, openTab, planFirstCycle, test } from "./demo";
import { partsOf } from "./pages";

for (const width of [1280, 360])
  test(`a team closes a cycle, reviews it together, plans and starts the next, at ${width} px`, async ({ newPage }) => {
    const head = await newPage({ viewport: { width, height: 800 } });
    await enterAs(head, "Ute Krämer");
    const name = `Rückblick ${width} AG`;
    await newAccount(head, name, `R${width}`);
    await planFirstCycle(head);
    await head.getByRole("button", { name: "Objective hinzufügen" }).click();
    await head.getByLabel("Titel").fill("Zweitlieferant werden");
    await head.getByRole("button", { name: "Speichern" }).click();
    await head.getByRole("button", { name: "Key Result hinzufügen" }).click();
    await head.getByLabel("Titel").fill("Zehn Bestellungen sind da");
    await head.getByLabel("Zielwert").fill("10");
    await head.getByRole("button", { name: "Speichern" }).click();
    await openStep(head, "Prüfen, starten");
    await head.getByRole("button", { name: "Zyklus starten" }).click();
    await head.getByRole("button", { name: /^Check-in: Zehn Bestellungen/ }).click();
    await head.getByLabel("Wert").fill("6");
    await head.getByRole("button", { name: "Check-in speichern" }).click();
    await expect(head.getByText("6, Ziel 10")).toBeVisible();

    await openPlace(head, name, "Zyklus");
    await openTab(head, "Zyklus", "Rückblick");
    await head.getByRole("button", { name: "Rückblick beginnen" }).click();
    await head.getByRole("dialog").getByRole("button", { name: "Rückblick beginnen" }).click();
    await head.getByRole("button", { name: "Rückblick zurücknehmen" }).click();
    await head.getByRole("button", { name: "Rückblick beginnen" }).click();
    await head.getByRole("dialog").getByRole("button", { name: "Rückblick beginnen" }).click();
    await expect(head.getByRole("button", { name: "Rückblick zurücknehmen" })).toBeVisible();
    const second = await head.context().newPage();
    await second.goto(head.url());
    await head.getByLabel("Erkenntnis").fill("Muster überzeugen mehr als Preise");
    await second.getByLabel("Warum hat es gewirkt, warum nicht?").fill("Die Qualität hat für uns gesprochen");
    await second.keyboard.press("Tab");
    await head.keyboard.press("Tab");
    await expect(second.getByLabel("Erkenntnis")).toHaveValue("Muster überzeugen mehr als Preise");
    await expect(head.getByLabel("Warum hat es gewirkt, warum nicht?")).toHaveValue("Die Qualität hat für uns gesprochen");

    // Both write into the same field: the second is shown both texts and chooses.
    await head.getByLabel("Erkenntnis").fill("Früh bemustern");
    await second.getByLabel("Erkenntnis").fill("Preise überzeugen nicht");
    const saved = head.waitForResponse((answer) => answer.request().method() === "PATCH");
    await head.keyboard.press("Tab");
    await saved;
    await second.keyboard.press("Tab");
    const conflict = second.getByRole("alert").filter({ hasText: "Jemand war schneller" });
    await expect(conflict).toContainText("Früh bemustern");
    await expect(conflict).toContainText("Preise überzeugen nicht");
    await second.getByRole("button", { name: "Jetzige übernehmen" }).click();
    await expect(second.getByLabel("Erkenntnis")).toHaveValue("Früh bemustern");
    await expect(head.getByRole("button", { name: "Zyklus abschließen" })).toBeDisabled();
    await head.getByText("weiterführen").click();
    await expect(head.getByRole("checkbox", { name: "Zehn Bestellungen sind da" })).toBeChecked();
    await head.getByRole("button", { name: "Zyklus abschließen" }).click();
    await head.getByRole("dialog").getByRole("button", { name: "Zyklus abschließen" }).click();

    await head.getByRole("button", { name: "Nächsten Zyklus planen" }).click();
    await openStep(head, "Objectives");
    const carried = head.getByRole("article", { name: "Zweitlieferant werden" });
    await expect(carried).toContainText("übernommen");
    await expect(carried).toContainText("6 → 10");
    const overflow = await head.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await openStep(head, "Prüfen, starten");
    await head.getByRole("button", { name: "Zyklus starten" }).click();
    const early = head.getByRole("dialog", { name: /schon jetzt starten/ });
    await early.getByRole("button", { name: "Zyklus starten" }).click();
    await expect(head.getByRole("button", { name: /^Check-in: Zehn Bestellungen/ })).toBeVisible();
  });

test("where there is room for one column, what was learned stands beside its chart", async ({ page, baseURL }) => {
  const api = await Api.as(baseURL ?? "", "Katrin Vogt");
  const { ended } = await partsOf(api, await accountNamed(api, "Teutonia Hausgeräte SE"));
  await page.setViewportSize({ width: 1024, height: 768 });
  await enterAs(page, "Katrin Vogt");
  await page.goto(`/cycles/${ended}/review`);
  const chart = await page.getByRole("region", { name: "Ergebnis und Wirksamkeit" }).boundingBox();
  const learned = await page.getByRole("region", { name: "Was wir gelernt haben" }).boundingBox();
  expect(learned?.y).toBe(chart?.y);
  expect(learned?.x).toBeGreaterThan(chart?.x ?? 0);
});
