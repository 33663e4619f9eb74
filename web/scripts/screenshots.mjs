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
  await page.waitForTimeout(1200);
  await page.screenshot({ path: `${folder}/${name}-${language}.png` });
  await context.close();
}

/** The page of the shown cycle: `plan` or `review`; `back` cycles ago. */
const cyclePage = (name, back) => async (page) => {
  const cycle = await page.evaluate(
    async ([account, ago]) => {
      const cockpit = await (await fetch(`/api/v1/accounts/${account}/cockpit`)).json();
      return cockpit.cycles.at(-1 - ago).cycle.id;
    },
    [page.url().split("/").pop(), back],
  );
  await page.goto(`/cycles/${cycle}/${name}`);
};
const below = (part) => (page) => page.goto(`${page.url()}/${part}`);

const desktop = { viewport: { width: 1440, height: 1150 } };
await picture("cockpit", { viewport: { width: 1440, height: 1300 } });
await picture("cockpit-dark", { ...desktop, colorScheme: "dark" });
await picture("phone", { viewport: { width: 390, height: 1000 } });
await picture("key-result", desktop, (page) => page.locator(".kr a").nth(1).click());
await picture("check-in", desktop, (page) => page.locator(".kr button").first().click());
await picture("plan", desktop, cyclePage("plan", 0));
await picture("review", desktop, cyclePage("review", 1));
for (const part of ["supply", "effectiveness", "long-term", "signals", "agility", "settings"])
  await picture(part, desktop, below(part));
await picture("capture", { viewport: { width: 390, height: 700 } }, (page) => page.goto("/capture"));
await picture("portfolio", desktop, (page) => page.goto("/portfolio"));
await picture("meeting", desktop, async (page) => {
  await page.goto(`${page.url()}/meetings`);
  await page.locator("main .card a.title-link").first().click();
  await page.locator("main .row > button").last().click();
  await page.locator(".agenda .now").waitFor();
});
await browser.close();
