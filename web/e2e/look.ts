import AxeBuilder from "@axe-core/playwright";
import type { Page, Request } from "@playwright/test";

/** What of the page is wider than its screen, or cut without a way to read it. */
export const whatIsCut = (page: Page) =>
  page.evaluate(() => {
    const told = (one: Element) => {
      const within = one.parentElement?.closest("[id], [class]");
      return `${one.outerHTML.slice(0, 140)} in ${within?.outerHTML.slice(0, 80) ?? ""}`;
    };
    const root = document.documentElement;
    const found: string[] = [];
    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.querySelectorAll("main *")].filter(
        (one) => one.getBoundingClientRect().right > root.clientWidth + 1,
      );
      found.push(
        `scrolls sideways by ${root.scrollWidth - root.clientWidth}: ${wide.slice(0, 2).map(told).join(" | ")}`,
      );
    }
    const clips = new Map<Element, { x: boolean; y: boolean; reached: boolean }>();
    const clipsOf = (one: Element) => {
      let known = clips.get(one);
      if (!known) {
        const { overflowX, overflowY, display, clipPath } = getComputedStyle(one);
        const scrolls = (overflow: string) => overflow === "auto" || overflow === "scroll";
        const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
        const box = display !== "inline" && display !== "contents";
        known = {
          x: box && hides(overflowX),
          y: box && hides(overflowY),
          // What scrolls shows the rest; what is clipped away is there for screen readers alone.
          reached: scrolls(overflowX) || scrolls(overflowY) || clipPath !== "none",
        };
        clips.set(one, known);
      }
      return known;
    };
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (words.nextNode()) {
      const word = words.currentNode;
      const parent = word.parentElement;
      if (!parent || !word.textContent?.trim() || !parent.checkVisibility({ visibilityProperty: true }))
        continue;
      // Whoever points at it reads the rest.
      if (parent.closest("[title], [data-tooltip], .skip, script, style, svg[aria-hidden=true]")) continue;
      range.selectNodeContents(word);
      const rects = [...range.getClientRects()];
      for (let around: Element | null = parent; around; around = around.parentElement) {
        const { x, y, reached } = clipsOf(around);
        if (reached) break;
        if (!x && !y) continue;
        const box = around.getBoundingClientRect();
        // What only a screen reader reads is a pixel wide.
        if (box.width <= 1 || box.height <= 1) break;
        const out = rects.some(
          (rect) =>
            (x && (rect.right > box.right + 1.5 || rect.left < box.left - 1.5)) ||
            (y && rect.bottom - box.bottom > rect.height / 2),
        );
        if (!out) continue;
        found.push(`cut: ${told(parent)}`);
        break;
      }
    }
    return found;
  });

/** Pictures without a sentence of their own. Small icons stand beside their word and say nothing to a screen reader. */
export const unnamedPictures = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("svg, [role=img], canvas")]
      .filter(
        (one) =>
          !one.closest("[aria-hidden=true]") &&
          !one.parentElement?.closest("[role=img]") &&
          one.checkVisibility() &&
          (one.role === "img" || one.getBoundingClientRect().width > 24),
      )
      .filter((one) => {
        const by = one.getAttribute("aria-labelledby");
        const name = one.getAttribute("aria-label") ?? (by && document.getElementById(by)?.textContent);
        return one.getAttribute("role") !== "img" || !name?.trim();
      })
      .map((one) => one.outerHTML.slice(0, 160)),
  );

/** What axe finds in the light, and of its colours in the dark. */
export async function whatAxeFinds(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor();
    // Colours on their way from one look to the other have no contrast to speak of.
    await page.evaluate(() => {
      for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
    });
    const axe = new AxeBuilder({ page }).exclude("[role=tooltip]");
    // Another look has other colours and nothing else.
    if (colorScheme === "dark") axe.withRules(["color-contrast"]);
    const { violations } = await axe.analyze();
    for (const { id, nodes } of violations)
      found.push(`${colorScheme} ${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

/** So long a page that stands may go on asking, and so long it is listened to then. */
const comesToRest = 1000;
const leftAlone = 1500;

/**
 * What is found by looking at a page, and what that page, which nobody touches, asks the server for again
 * and again meanwhile. What is asked now and then (who is there, whether something is new) comes once.
 */
export async function lookedAtAlone(page: Page, look: () => Promise<string[]>): Promise<string[]> {
  const asked: { at: number; what: string }[] = [];
  const listen = (request: Request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith("/api/"))
      asked.push({ at: Date.now(), what: `${request.method()} ${pathname}${search}` });
  };
  page.on("request", listen);
  const begun = Date.now();
  const found = await look();
  await page.waitForTimeout(Math.max(0, begun + comesToRest + leftAlone - Date.now()));
  page.off("request", listen);
  const since = Date.now() - leftAlone;
  const late = asked.filter(({ at }) => at > since).map(({ what }) => what);
  const again = new Set(late.filter((what, index) => late.indexOf(what) !== index));
  return [...found, ...[...again].map((what) => `asks again and again: ${what}`)];
}
