import { enterAs, expect, expectAccessible, test } from "./demo";

const accounts = "Portfolio";

test("the head sees what drifts, sorts by the share, and the address leads others to the same", async ({ page, newPage }) => {
  await enterAs(page, "Ute Krämer");
  await page.goto("/portfolio");
  const views = page.getByRole("navigation", { name: "Gemerkte Ansichten" });
  await expect(views.getByRole("link", { name: /^Alle 4/ })).toHaveAttribute("aria-current");
  const table = page.getByRole("region", { name: accounts });
  const kessler = table.getByRole("row", { name: /^Objectives von Kessler/ });
  await expect(kessler).toContainText("gefährdet");
  await expect(kessler).toContainText(/58 auf 57, Ziel 60/);
  await expect(kessler).toContainText("überfällig");
  await expectAccessible(page);
  await views.getByRole("link", { name: /^Treibt ab/ }).click();
  await expect(page).toHaveURL(/drifting=true/);
  await expect(table.getByRole("link", { name: "Hanse Frischemarkt eG" })).toHaveCount(0);
  await views.getByRole("link", { name: /^Plan ruht/ }).click();
  await expect(table.getByRole("link", { name: "Hanse Frischemarkt eG" })).toBeVisible();
  await views.getByRole("link", { name: /^Alle/ }).click();
  const share = table.getByRole("columnheader", { name: /Anteil/ });
  await share.getByRole("button").click();
  await expect(share).toHaveAttribute("aria-sort", "ascending");
  await share.getByRole("button").press("Enter");
  await expect(share).toHaveAttribute("aria-sort", "descending");
  await expect(page).toHaveURL(/order=share&reversed=true/);
  await expect(table.getByRole("row").nth(1)).toContainText("Hanse Frischemarkt eG");
  const other = await newPage();
  await enterAs(other, "Ute Krämer");
  await other.goto(page.url());
  await expect(other.getByRole("columnheader", { name: /Anteil/ })).toHaveAttribute("aria-sort", "descending");
});

test("what is filtered is kept as a view of one's own, on every device, and of nobody else", async ({ page, newPage }) => {
  await enterAs(page, "Ute Krämer");
  await page.goto("/portfolio");
  await page.getByRole("button", { name: "Filter" }).click();
  const filter = page.getByRole("dialog", { name: "Filter" });
  await filter.getByRole("combobox", { name: "Key Account Manager" }).click();
  await page.getByRole("option", { name: "Jonas Albers" }).click();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: /^Filter 1/ })).toBeFocused();
  await page.getByRole("button", { name: "Ansicht merken" }).click();
  const keep = page.getByRole("dialog", { name: "Ansicht merken" });
  await keep.getByLabel("Name der Ansicht").fill("Kunden von Jonas");
  await keep.getByLabel("Name der Ansicht").press("Enter");
  const own = page.getByRole("link", { name: /^Kunden von Jonas 2/ });
  await expect(own).toHaveAttribute("aria-current");
  const phone = await newPage({ viewport: { width: 360, height: 740 } });
  await enterAs(phone, "Ute Krämer");
  await phone.goto("/portfolio");
  await phone.getByRole("link", { name: /^Kunden von Jonas/ }).click();
  await expect(phone.getByRole("region", { name: accounts }).getByRole("listitem").first()).toBeVisible();
  await expect(phone.getByRole("link", { name: "Hanse Frischemarkt eG" })).toHaveCount(0);
  const katrin = await newPage();
  await enterAs(katrin, "Katrin Vogt");
  await katrin.goto("/portfolio");
  await expect(katrin.getByRole("link", { name: /^Alle/ })).toBeVisible();
  await expect(katrin.getByRole("link", { name: /^Kunden von Jonas/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Jonas Albers: Filter entfernen" }).click();
  await expect(page.getByRole("link", { name: /^Alle/ })).toHaveAttribute("aria-current");
  await own.click();
  await page.getByRole("button", { name: "Ansicht vergessen: Kunden von Jonas" }).click();
  await expect(own).toHaveCount(0);
});

test("a theme leads to the signals of the account that has them, and a dot to its objective", async ({ page }) => {
  await enterAs(page, "Ute Krämer");
  await page.goto("/portfolio");
  const themes = page.getByRole("region", { name: "Themen der letzten 12 Monate" });
  await themes.getByRole("link", { name: /^Kessler Automotive Systems AG, Beschaffungsplattform, Priorität/ }).click();
  await expect(page).toHaveURL(/\/signals\?.*theme=procurement_platform/);
  await page.goBack();
  const map = page.getByRole("region", { name: "Ergebnis und Wirksamkeit der Objectives" });
  await map.getByRole("link", { name: /^KES O1/ }).click();
  await expect(page).toHaveURL(/\/cycles\/[^/]+\/review/);
});

test("on a phone the accounts are cards, nothing is wider than the page, and all of it is readable", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await enterAs(page, "Ute Krämer");
  await page.goto("/portfolio");
  const cards = page.getByRole("region", { name: accounts });
  await expect(cards.getByRole("link", { name: "Kessler Automotive Systems AG" })).toBeVisible();
  const fold = cards.getByRole("button", { name: /Objectives?$/ }).first();
  await fold.click();
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("region", { name: "Themen der letzten 12 Monate" })).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await expectAccessible(page);
});

test("whoever sees no account is told so, and a search that finds nothing leads back to all", async ({ page }) => {
  await enterAs(page, "Katrin Vogt");
  await page.goto("/portfolio?search=nirgends");
  await expect(page.getByText("Nichts gefunden")).toBeVisible();
  await page.getByRole("button", { name: "Alle zeigen" }).click();
  await expect(page.getByRole("link", { name: "Teutonia Hausgeräte SE" }).first()).toBeVisible();
});

test("on a narrow screen no word of a customer's name is broken", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await enterAs(page, "Ute Krämer");
  await page.goto("/portfolio");
  const names = page.getByRole("region", { name: accounts }).locator("a.title-link");
  await expect(names).toHaveCount(4);
  const broken = await names.evaluateAll((links) =>
    links.flatMap((link) => {
      const text = link.firstChild as Text;
      return [...text.data.matchAll(/\S+/g)]
        .filter(({ index, 0: word }) => {
          const range = document.createRange();
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          return range.getClientRects().length > 1;
        })
        .map(([word]) => word);
    }),
  );
  expect(broken).toEqual([]);
});
