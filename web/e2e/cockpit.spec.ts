import { enterAs, expect, expectAccessible, newAccount, openPlace, openTeutonia, test } from "./demo";

test("the cockpit tells the story on one page", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const objective = page.getByRole("article").first();
  await expect(objective).toContainText("Lieferanteil von heute 40 % auf 50 % erhöhen");
  await expect(objective).toContainText("veraltet · 1 von 3 Key Results");
  await expect(objective).toContainText("2 Bestellungen, Ziel 10");
  await expect(objective).toContainText("Stufe 3 von 5: Angebot verhandelt");
  const line = page.getByRole("region", { name: "Langfristige Linie" });
  await expect(line).toContainText("Zyklus 2 · Woche 10 von 26");
  const lane = (goal: string) => line.getByRole("listitem").filter({ hasText: goal });
  await expect(
    lane("Ausschreibung").getByRole("link", { name: /^O1 .* trägt bei$/ }),
  ).toBeVisible();
  await expect(
    lane("Ausschreibung").getByRole("link", { name: /^Etappe bis .*: Das Lastenheft nennt/ }),
  ).toBeVisible();
  await expect(lane("Rahmenvertrag").getByRole("link", { name: "noch kein Schritt" })).toBeVisible();
});

test("C checks in on the key result that has the focus, Enter opens it", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const title = page.getByRole("link", { name: /^Der strategische Einkauf kennt/ });
  await title.focus();
  await page.keyboard.press("c");
  await expect(page.getByRole("dialog")).toContainText("Der strategische Einkauf kennt");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await title.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Verlauf" })).toBeVisible();
});

test("on the wall nothing is smaller than 32 px, and Escape leads back", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  await page.getByRole("button", { name: "Mehr", exact: true }).click();
  await page.getByRole("menuitem", { name: "Präsentieren" }).click();
  const wall = page.getByRole("dialog", { name: "Teutonia Hausgeräte SE" });
  await expect(wall.getByRole("heading", { name: /^Lieferanteil von heute/ })).toBeVisible();
  const small = await wall.evaluate((root) => {
    const found: string[] = [];
    for (const one of root.querySelectorAll<HTMLElement>("*")) {
      const own = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (own && Number.parseFloat(getComputedStyle(one).fontSize) < 32)
        found.push(one.textContent ?? "");
    }
    return found;
  });
  expect(small).toEqual([]);
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(wall).toBeHidden();
});

test("an account without anything says what it needs until its first cycle", async ({ page }) => {
  await enterAs(page, "Ute Krämer");
  const name = "Österreichische Präzisionsgetriebe- und Antriebstechnik Handelsgesellschaft m.b.H.";
  await newAccount(page, name, "OEP");
  await openPlace(page, name, "Cockpit");
  const steps = page.getByRole("region", { name: "Bis zum ersten Zyklus" });
  await expect(steps).toContainText("1 von 5 erledigt");
  await steps.getByRole("link", { name: "Formulieren" }).click();
  await page.getByLabel("Text").fill("Sie fragen zuerst uns.");
  await page.getByRole("button", { name: "Vision speichern" }).click();
  await expect(page.getByText("Die Vision ist gespeichert.")).toBeVisible();
  await page.getByLabel("Langfristige Ziele einfügen").fill("Rahmenvertrag; 30.06.2028");
  await page.getByRole("button", { name: "1 Zeile übernehmen" }).click();
  await expect(page.getByText("Vision und 1 Ziel").first()).toBeVisible();
  await openPlace(page, name, "Cockpit");
  await expect(steps).toContainText("2 von 5 erledigt");
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
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
  await expect(page.getByRole("button", { name: "Mehr", exact: true })).toBeHidden();
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(page.locator("body")).toHaveCSS("color", "rgb(22, 24, 29)");
});

test("an address with a cycle that is none of the account's shows the present one and says so", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await openTeutonia(page);
  const account = new URL(page.url()).pathname;
  await page.goto(`${account}?cycle=0198c8e4-0000-7000-8000-000000000000`);
  await expect(page.getByText("Diesen Zyklus gibt es hier nicht")).toBeVisible();
  await expect(page.getByRole("article").first()).toBeVisible();
  expect(new URL(page.url()).search).toBe("");
});
