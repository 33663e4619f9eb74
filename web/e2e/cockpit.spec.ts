import { enterAs, expect, expectAccessible, openTeutonia, test } from "./demo";

test("the cockpit tells the story on one page", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const objective = page.getByRole("article").first();
  await expect(objective).toContainText("Lieferanteil von heute 40 % auf 50 % erhöhen");
  await expect(objective).toContainText("veraltet · 1 von 3 Key Results");
  await expect(objective).toContainText("2 Bestellungen, Ziel 10");
  await expect(objective).toContainText("Stufe 3 von 5: Angebot verhandelt");
  await expect(page.locator("svg text", { hasText: "Zyklus 2 · Woche 10 von 26" })).toBeVisible();
});

test("every page is accessible in light and dark", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: /Katrin Vogt/ })).toBeVisible();
  await expectAccessible(page);
  await enterAs(page, "Katrin Vogt");
  await expect(page.getByRole("main").getByRole("link", { name: "Teutonia Hausgeräte SE" })).toBeVisible();
  await expectAccessible(page);
  await openTeutonia(page);
  await expectAccessible(page);
  const cockpit = page.url();
  await page.getByRole("link", { name: /An den weiteren 5 Standorten/ }).click();
  await expect(page.getByRole("heading", { name: "Ausrollen je Standort" })).toBeVisible();
  await expectAccessible(page);
  for (const part of ["/customer", "/settings", "/activity"]) {
    await page.goto(cockpit + part);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto("/my-work");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test("nothing is refused by the content security policy", async ({ page }) => {
  const refused: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") refused.push(message.text());
  });
  page.on("pageerror", (error) => refused.push(String(error)));
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.getByRole("button", { name: /^Check-in: Der strategische/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: /Am Standort Gütersloh/ }).click();
  await expect(page.getByRole("region", { name: "Verlauf" }).locator("svg").first()).toBeVisible();
  expect(refused).toEqual([]);
});

test("on a phone nothing is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  const target = await page.getByRole("button", { name: /^Check-in: Der strategische/ }).boundingBox();
  expect(target?.width).toBeGreaterThanOrEqual(44);
  expect(target?.height).toBeGreaterThanOrEqual(44);
});

test("the interface speaks English when it is asked to", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await page.getByRole("button", { name: "Menü von Katrin Vogt" }).click();
  await page.getByRole("menuitem", { name: /Switch to English/ }).click();
  await expect(page.getByRole("heading", { name: "Key accounts", exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Key accounts", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Menu of Katrin Vogt" }).click();
  await page.getByRole("menuitem", { name: /Auf Deutsch/ }).click();
  await expect(page.getByRole("heading", { name: "Key Accounts", exact: true })).toBeVisible();
});

test("on paper the cockpit is complete, and dark on white whatever the screen", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("heading", { name: "Lieferanteil von heute 40 % auf 50 %" })).toBeVisible();
  await expect(page.getByText("Teutonia sieht uns als bevorzugten strategischen Partner")).toBeVisible();
  await expect(page.getByText("Rahmenvertrag für alle sechs Standorte").last()).toBeVisible();
  await expect(page.getByRole("button", { name: "Mehr" })).toBeHidden();
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(page.locator("body")).toHaveCSS("color", "rgb(22, 24, 29)");
});
