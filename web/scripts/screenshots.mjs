// node screenshots.mjs ADDRESS LANGUAGE FOLDER: pictures of the demo's pages.
import { chromium } from "@playwright/test";

const [address, language, folder] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking"],
});

async function picture(name, options, path) {
  const context = await browser.newContext({
    locale: language === "de" ? "de-DE" : "en-GB",
    baseURL: address,
    ...options,
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /Katrin Vogt/ }).click();
  await page.getByRole("link", { name: "Teutonia Hausgeräte SE" }).click();
  await page.getByRole("article").first().waitFor();
  await path?.(page);
  await page.waitForTimeout(900);
  await page.screenshot({ path: `${folder}/${name}-${language}.png` });
  await context.close();
}

const desktop = { viewport: { width: 1440, height: 1150 } };
await picture("cockpit", desktop);
await picture("cockpit-dark", { ...desktop, colorScheme: "dark" });
await picture("phone", { viewport: { width: 390, height: 1000 } });
await picture("key-result", desktop, (page) => page.locator(".kr a").nth(1).click());
await picture("check-in", desktop, (page) => page.locator(".kr button").first().click());
await picture("settings", { viewport: { width: 1200, height: 2000 } }, (page) =>
  page.goto(`${page.url()}/settings`),
);
await browser.close();
