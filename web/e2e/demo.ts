import AxeBuilder from "@axe-core/playwright";
import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export { expect };

const takt = "../build/release/takt";

/** A demo of one's own: a free port, data that is thrown away. It ends with the process that began it, whatever that dies of. */
export async function startDemo(language: "de" | "en" = "de") {
  const server = spawn(
    "setpriv",
    ["--pdeathsig", "TERM", takt, "demo", "--port", "0", "--quiet", "--language", language],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(server, "exit");
  const address = await Promise.race([
    addressIn(server.stdout),
    ended.then(([code]) => Promise.reject(new Error(`${takt} ended with ${code}. Is it built?`))),
  ]);
  return {
    address,
    stop: async () => {
      server.kill("SIGTERM");
      await ended;
    },
  };
}

/** What the demo says once it has told its story and listens. */
async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const address = line.match(/answers on (\S+)/)?.[1];
    if (address) return address;
  }
  // It ended without a word, which is said elsewhere.
  return new Promise(() => {});
}

interface Pages {
  /** Another browser of somebody; it is closed at the end. */
  newPage: (options?: BrowserContextOptions) => Promise<Page>;
}

interface Demos {
  /** The address of the demo for the tests of `file`; that of the file before is ended. */
  demoOf: (file: string) => Promise<string>;
}

/** Each file's tests have a demo to themselves, so that no file sees what another one did. */
export const test = base.extend<Pages, Demos>({
  demoOf: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what is wanted from the pattern.
    async ({}, use) => {
      let running: { file: string; address: string; stop: () => Promise<void> } | undefined;
      await use(async (file) => {
        if (running?.file !== file) {
          await running?.stop();
          running = { file, ...(await startDemo()) };
        }
        return running.address;
      });
      await running?.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ demoOf }, use, { file }) => use(await demoOf(file)),
  newPage: async ({ browser }, use) => {
    const opened: Page[] = [];
    await use(async (options) => {
      const page = await (await browser.newContext(options)).newPage();
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
});

/** Signs in as one of the demo's people and waits for the list of accounts. */
export async function enterAs(page: Page, name: string) {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: new RegExp(name) }).click();
  await page.waitForURL("**/accounts");
  // From here on the keys are heard.
  await expect(page.getByRole("banner")).toBeVisible();
}

export async function openTeutonia(page: Page) {
  await openAccount(page, "Teutonia Hausgeräte SE");
  await expect(page.getByRole("article").first()).toBeVisible();
}

/** From the list of accounts to the cockpit of one. */
export const openAccount = (page: Page, name: string) =>
  page.getByRole("main").getByRole("link", { name }).click();

/** From the list of accounts: a new one, as far as its first step saves it. */
export async function newAccount(page: Page, name: string, code: string) {
  const main = page.getByRole("main");
  await main.getByRole("link", { name: "Kunden anlegen" }).click();
  await main.getByLabel("Name").fill(name);
  await main.getByLabel("Kürzel").fill(code);
  await main.getByRole("button", { name: "Kunden anlegen" }).click();
  await expect(page.getByRole("heading", { name: "Team und Standorte" })).toBeVisible();
}

/** To a step of the set-up of an account, by its name. */
export const openSetUp = (page: Page, step: string) =>
  page
    .getByRole("navigation", { name: "Schritte der Einrichtung" })
    .getByRole("link", { name: new RegExp(`^${step}`) })
    .click();

/** Lets the first cycle have begun two months ago: the one that is proposed may lie ahead, by the day of the test. */
export async function beginFirstCycle(page: Page) {
  const began = new Date(Date.now() - 60 * 86_400_000);
  await page.getByLabel("beginnt am").fill(began.toLocaleDateString("de-DE", { dateStyle: "medium" }));
}

/** From the set-up of an account to the objectives of its first cycle. */
export async function planFirstCycle(page: Page) {
  await openSetUp(page, "Erster Zyklus");
  await beginFirstCycle(page);
  await page.getByRole("button", { name: "Anlegen und Objectives planen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: / planen$/ })).toBeVisible();
}

/** From any page of an account to a place of it. */
export async function openPlace(page: Page, account: string, place: string) {
  // A phone keeps the navigation behind the thumb.
  if ((page.viewportSize()?.width ?? 0) < 768)
    await page
      .getByRole("navigation", { name: "Wichtigste Seiten" })
      .getByRole("button", { name: "Mehr" })
      .click();
  await page
    .getByRole("navigation", { name: account })
    .getByRole("link", { name: place })
    .click();
}

/** To the page of a place that stands beside its first one. */
export const openTab = (page: Page, place: string, tab: string) =>
  page
    .getByRole("navigation", { name: place, exact: true })
    .getByRole("link", { name: tab })
    .click();

/** To a step of the plan of a cycle, by its name. */
export const openStep = (page: Page, step: string) =>
  page
    .getByRole("navigation", { name: "Schritte der Planung" })
    .getByRole("link", { name: new RegExp(`^${step}`) })
    .click();

/** No violation that axe knows of, in the light and in the dark. */
export async function expectAccessible(page: Page) {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    // Colours on their way from one look to the other have no contrast to speak of.
    await page.evaluate(() => {
      for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
    });
    // A tooltip belongs to what it describes, not to a region of the page.
    const { violations } = await new AxeBuilder({ page }).exclude("[role=tooltip]").analyze();
    const found = violations.map(
      ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
    );
    expect.soft(found).toEqual([]);
  }
}

/** Begins the planned meeting that the page shows, on another day than it is planned for, too. */
export async function beginMeeting(page: Page) {
  await page.getByRole("button", { name: "Meeting beginnen" }).click();
  const asked = page.getByRole("dialog", { name: "Heute beginnen?" });
  await expect(asked.or(page.getByRole("navigation", { name: "Agenda" })).first()).toBeVisible();
  if (await asked.isVisible()) await asked.getByRole("button", { name: "Meeting beginnen" }).click();
}
