// node first-load.mjs ADDRESS: a first visit to the demo's cockpit on a slow machine. Prints JSON:
// JavaScript in gzipped kilobytes, milliseconds to the first paint and to the cockpit's content.
import { chromium } from "@playwright/test";

const [address] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking"],
});
// Without the service worker, which would answer from what the page before has already fetched.
const context = await browser.newContext({
  locale: "de-DE",
  baseURL: address,
  serviceWorkers: "block",
});
const first = await context.newPage();
await first.goto("/sign-in");
await first.getByRole("button", { name: /Katrin Vogt/ }).click();
await first.getByRole("link", { name: "Teutonia Hausgeräte SE" }).click();
await first.getByRole("article").first().waitFor();
const cockpit = first.url();
await first.close();

const runs = [];
for (let run = 0; run < 5; ++run) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await devtools.send("Network.setExtraHTTPHeaders", { headers: { "Accept-Encoding": "gzip" } });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(cockpit);
  await page.getByRole("article").first().waitFor();
  runs.push(
    await page.evaluate(() => ({
      content: performance.now(),
      paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
      kilobytes:
        performance
          .getEntriesByType("resource")
          .filter(({ name }) => name.endsWith(".js"))
          .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024,
    })),
  );
  await page.close();
}
await browser.close();
const median = (name) => runs.map((run) => run[name]).sort((a, b) => a - b)[2];
console.log(
  JSON.stringify({
    kilobytes: median("kilobytes"),
    paint: median("paint"),
    content: median("content"),
  }),
);
