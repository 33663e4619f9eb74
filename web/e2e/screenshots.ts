import { test } from "@playwright/test";
import { accountNamed, Api } from "./api";
import { enterAs, startDemo } from "./demo";
import { openPage, pages, partsOf, settle } from "./pages";

const people = {
  manager: "Katrin Vogt",
  head: "Ute Krämer",
  administrator: "Tom Lindqvist",
} as const;
const looks = ["light", "dark"] as const;
const widths = [1440, 1024, 390, 360];
const wall = { width: 1920, height: 1080 };

/** Where all go, and where those that README and the guides show. */
const folder = process.env.TAKT_SCREENSHOTS ?? "../build/screenshots";
const docs = process.env.TAKT_DOCS_SCREENSHOTS;
const inDocs = [
  "cockpit",
  "signals",
  "plan",
  "review",
  "supply",
  "effectiveness",
  "long-term",
  "meeting",
  "portfolio",
];
/** As large as is read beside text, which keeps the files small. */
const docsSize = { width: 1200, height: 860 };

test.describe.configure({ mode: "parallel" });

for (const language of ["de", "en"] as const)
  for (const who of ["manager", "head", "administrator", "nobody"] as const)
    test(`${language}, ${who}`, async ({ browser }) => {
      const demo = await startDemo(language);
      const context = await browser.newContext({
        baseURL: demo.address,
        locale: language === "de" ? "de-DE" : "en-GB",
        reducedMotion: "reduce",
        serviceWorkers: "block",
      });
      const page = await context.newPage();
      await page.setViewportSize({ width: 1440, height: 900 });
      const api = await Api.as(demo.address, "Katrin Vogt");
      const teutonia = await partsOf(api, await accountNamed(api, "Teutonia Hausgeräte SE"));
      if (who !== "nobody") await enterAs(page, people[who]);
      for (const one of pages.filter(({ as = "manager" }) => as === who)) {
        const path = (...which: (string | number)[]) =>
          `${folder}/${language}/${[one.name, ...which].join("-")}`;
        await page.setViewportSize(one.wall ? wall : { width: 1440, height: 900 });
        await openPage(page, one, teutonia);
        for (const look of looks) {
          await page.emulateMedia({ colorScheme: look });
          for (const width of one.wall ? [] : widths) {
            await page.setViewportSize({ width, height: width < 768 ? 800 : 900 });
            await settle(page);
            await page.screenshot({ path: `${path(width, look)}.png`, fullPage: !one.open });
          }
          if (one.wall) await page.screenshot({ path: `${path(look)}.png` });
        }
        await page.emulateMedia({ colorScheme: "light" });
        if (docs && inDocs.includes(one.name)) {
          await page.setViewportSize(docsSize);
          await settle(page);
          await page.screenshot({ path: `${docs}/${one.name}-${language}.png` });
        }
        // What lies over a page is not for paper.
        if (!one.open) await page.pdf({ path: `${path("print")}.pdf`, format: "A4", printBackground: true });
      }
      await context.close();
      await demo.stop();
    });
