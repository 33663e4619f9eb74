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

/** The steps of an import for its guide: a table pasted, what its columns hold, what is wrong, and what came in. */
const importWords = {
  de: {
    ...{ paste: "Aus Excel einfügen", read: "Eingefügtes lesen", next: /^Weiter: / },
    ...{ leaveOut: "Die abgelehnte Zeile auslassen", take: /^\d+ Zeilen? übernehmen$/, made: /zurücknehmen$/ },
    head: ["Werk", "PB", "Umsatz Q1/24", "Bedarf Q1/24", "Umsatz Q2/24", "Bedarf Q2/24"],
  },
  en: {
    ...{ paste: "Paste from Excel", read: "Read what is pasted", next: /^Next: / },
    ...{ leaveOut: "Leave the refused row out", take: /^Bring in \d+ rows?$/, made: /^Take back/ },
    head: ["Plant", "Area", "Revenue Q1/24", "Demand Q1/24", "Revenue Q2/24", "Demand Q2/24"],
  },
};

for (const language of ["de", "en"] as const)
  test(`${language}, import`, async ({ browser }) => {
    test.skip(!docs, "only the guide shows it");
    const words = importWords[language];
    const demo = await startDemo(language);
    const context = await browser.newContext({
      baseURL: demo.address,
      locale: language === "de" ? "de-DE" : "en-GB",
      reducedMotion: "reduce",
      serviceWorkers: "block",
      viewport: docsSize,
    });
    const page = await context.newPage();
    const api = await Api.as(demo.address, "Katrin Vogt");
    const account = await accountNamed(api, "Teutonia Hausgeräte SE");
    const { sites, productAreas } = await api.get(`/accounts/${account}/cockpit`);
    const [first, second] = productAreas.map(({ name }: { name: string }) => name);
    const rows = [
      ["Teutonia Hausgeräte SE"],
      words.head,
      ...sites.slice(0, 3).flatMap(({ name }: { name: string }, at: number) => [
        [name, first, 12400 + 900 * at, 30000, 13100 + 700 * at, 31000],
        [name, second, 8200 - 300 * at, 21000, "–", "–"],
      ]),
      [`${sites[0].name} 2`, first, 500, 4000, "–", "–"],
    ];
    const shoot = async (name: string) => {
      await settle(page);
      await page.screenshot({ path: `${docs}/import-${name}-${language}.png` });
    };
    await enterAs(page, people.manager);
    await page.goto(`/accounts/${account}/import?kind=supply`);
    await page.getByLabel(words.paste).fill(rows.map((cells) => cells.join("\t")).join("\n"));
    await shoot("source");
    await page.getByRole("button", { name: words.read }).click();
    await page.getByRole("button", { name: words.next }).last().click();
    await shoot("columns");
    await page.getByRole("button", { name: words.next }).last().click();
    await page.getByRole("combobox").first().waitFor();
    await shoot("check");
    await page.getByRole("button", { name: words.next }).last().click();
    await page.getByLabel(words.leaveOut).check();
    await page.getByRole("button", { name: words.take }).click();
    await page.getByRole("button", { name: words.made }).waitFor();
    await shoot("done");
    await context.close();
    await demo.stop();
  });
