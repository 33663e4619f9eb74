import type { Page } from "@playwright/test";
import { makeEmptyAccount, makeLargeAccount } from "./accounts";
import { accountNamed, Api } from "./api";
import { enterAs, expect, test } from "./demo";
import { unknownFaults } from "./known-faults";
import { lookedAtAlone, unnamedPictures, whatAxeFinds, whatIsCut } from "./look";
import { type Account, openPage, type PageOfTakt, pages, partsOf, settle } from "./pages";

// The tests of this file share nothing but the demo, which they only read.
test.describe.configure({ mode: "parallel", timeout: 600_000 });

const people = {
  manager: "Katrin Vogt",
  head: "Ute Krämer",
  administrator: "Tom Lindqvist",
} as const;

/** A phone; and a screen of 1440 px on which all is shown twice as large. */
const narrow = [
  { width: 360, height: 740 },
  { width: 720, height: 450 },
];
const small = { width: 1024, height: 768 };

/** All that is wrong with a page as it stands, at each width. A wall is as wide as walls are. */
async function wrongWith(page: Page, one: PageOfTakt, widths = narrow): Promise<string[]> {
  const found: string[] = [];
  for (const size of one.wall ? [] : widths) {
    await page.setViewportSize(size);
    await settle(page);
    for (const what of await whatIsCut(page)) found.push(`${one.name} at ${size.width} px: ${what}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  return found;
}

/** All pages are looked at, whatever is wrong with one. */
const expectSound = ({ name }: PageOfTakt, found: string[]) =>
  expect.soft(unknownFaults(name, found), name).toEqual([]);

const pagesFor = (of: Account) => pages.filter((one) => one.ofAccount && one.at(of));

for (const who of ["nobody", "manager", "head", "administrator"] as const) {
  test(`every page of the demo is accessible, at rest, and as wide as the screen (${who})`, async ({ page, baseURL }) => {
    const api = await Api.as(baseURL ?? "", "Katrin Vogt");
    const teutonia = await partsOf(api, await accountNamed(api, "Teutonia Hausgeräte SE"));
    await page.setViewportSize({ width: 1440, height: 900 });
    if (who !== "nobody") await enterAs(page, people[who]);
    for (const one of pages.filter(({ as = "manager" }) => as === who))
      await test.step(one.name, async () => {
        await openPage(page, one, teutonia);
        expectSound(one, [
          ...(await lookedAtAlone(page, () => whatAxeFinds(page))),
          ...(await unnamedPictures(page)),
          ...(await wrongWith(page, one)),
        ]);
      });
  });
}

for (const [what, make] of [
  ["12 sites, 9 areas, 40 signals, 25 objectives over 10 cycles and long names", makeLargeAccount],
  ["nothing", makeEmptyAccount],
] as const)
  test(`every page holds an account with ${what}`, async ({ page, baseURL }) => {
    const api = await Api.as(baseURL ?? "", "Katrin Vogt");
    const account = await partsOf(api, await make(baseURL ?? ""));
    await page.setViewportSize({ width: 1440, height: 900 });
    await enterAs(page, people.manager);
    for (const one of pagesFor(account))
      await test.step(one.name, async () => {
        await openPage(page, one, account);
        expectSound(one, [
          ...(await whatIsCut(page)),
          ...(await unnamedPictures(page)),
          ...(await wrongWith(page, one, [small, ...narrow])),
        ]);
      });
  });

test("whoever reads sees every page, and no button that would be refused", async ({ page, baseURL }) => {
  const api = await Api.as(baseURL ?? "", "Dr. Stefan Rehberg");
  const teutonia = await partsOf(api, await accountNamed(api, "Teutonia Hausgeräte SE"));
  await page.setViewportSize({ width: 1440, height: 900 });
  await enterAs(page, "Dr. Stefan Rehberg");
  const refused: string[] = [];
  page.on("response", (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
  });
  for (const one of pagesFor(teutonia))
    await test.step(one.name, async () => {
      await openPage(page, one, teutonia);
      const writes = page
        .getByRole("main")
        .getByRole("button", {
          name: /^(Check-in: |Hinzufügen|Bearbeiten|Eintragen|.* (hinzufügen|anlegen|planen|eintragen|erfassen|beantworten)$)/,
        });
      expect.soft(await writes.allTextContents(), one.name).toEqual([]);
      expectSound(one, await wrongWith(page, one));
    });
  expect(refused).toEqual([]);
});
