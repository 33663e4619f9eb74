// node first-load.mjs ADDRESS [BEFORE]: a first visit to the demo's cockpit on a slow machine, and what follows on a
// quick one. BEFORE is the demo of an earlier version, visited in turns. Prints JSON: JavaScript and styles in gzipped kilobytes,
// milliseconds to the first paint and to the cockpit's content and those of script until then (`before`: the same of the earlier version), how far
// pages shift while they load, and milliseconds from a press on a place to its page, everything read before.
import { chromium } from "@playwright/test";

const [address, before] = process.argv.slice(2);
const rounds = 5;
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-background-networking"],
});

/** A browser of somebody who has signed in, and the address of the cockpit. */
async function signIn(baseURL) {
  // Without the service worker, which would answer from what the page before has already fetched.
  const context = await browser.newContext({
    locale: "de-DE",
    baseURL,
    serviceWorkers: "block",
    viewport: { width: 1440, height: 900 },
  });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: /Katrin Vogt/ }).click();
  await page.getByRole("main").getByRole("link", { name: "Teutonia Hausgeräte SE" }).click();
  await page.getByRole("article").first().waitFor();
  const cockpit = page.url();
  await page.close();
  return { context, cockpit, runs: [] };
}

/** One first visit to the cockpit, at a quarter of the processor's speed. */
async function visit({ context, cockpit, runs }, rate = 4) {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Performance.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await devtools.send("Network.setExtraHTTPHeaders", { headers: { "Accept-Encoding": "gzip" } });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate });
  await page.goto(cockpit);
  await page.getByRole("article").first().waitFor();
  const { metrics } = await devtools.send("Performance.getMetrics");
  const script = metrics.find(({ name }) => name === "ScriptDuration").value * 1000;
  runs.push({
    script,
    ...(await page.evaluate(() => {
      const content = performance.now();
      const kilobytes = (ending) =>
        performance
          .getEntriesByType("resource")
          .filter(({ name }) => name.endsWith(ending))
          .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1024;
      return {
        content,
        paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0,
        kilobytes: kilobytes(".js"),
        styles: kilobytes(".css"),
      };
    })),
  });
  await page.close();
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const medianOf = (runs, name) => median(runs.map((run) => run[name]));

/** The most that one of these pages shifts by itself, from its first paint until a second after its last answer. */
async function shiftOf({ context, cockpit }) {
  let most = { shift: 0, page: "" };
  for (const path of [cockpit, `${cockpit}/signals`, `${cockpit}/supply`, `${cockpit}/customer`, "/my-work", "/portfolio"]) {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.addInitScript(() => {
      window.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const shift = await page.evaluate(
      () =>
        new Promise((done) => {
          let last = setTimeout(() => done(window.shifted), 1000);
          new PerformanceObserver(() => {
            clearTimeout(last);
            last = setTimeout(() => done(window.shifted), 1000);
          }).observe({ type: "resource" });
        }),
    );
    if (shift > most.shift) most = { shift, page: new URL(path, cockpit).pathname.split("/").at(-1) };
    await page.close();
  }
  return most;
}

/** The place of the account that takes longest to change to, once each has been visited. */
async function slowestChange({ context, cockpit }) {
  const page = await context.newPage();
  await page.goto(cockpit);
  await page.getByRole("article").first().waitFor();
  const places = page.getByRole("navigation", { name: "Teutonia Hausgeräte SE" }).getByRole("link");
  const times = [];
  for (let round = 0; round <= rounds; ++round)
    for (let place = 0; place < (await places.count()); ++place) {
      // The one where one is already leads nowhere.
      const link = places.nth((place + 1) % (await places.count()));
      await link.hover();
      const took = await link.evaluate(async (anchor) => {
        const start = performance.now();
        const from = document.querySelector("main").firstElementChild;
        anchor.click();
        await new Promise((done) => {
          const look = () => {
            const main = document.querySelector("main");
            const there = main.querySelector("h1") && !main.querySelector("[role=status][aria-label] > i");
            if (there && main.firstElementChild !== from) done();
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        });
        return performance.now() - start;
      });
      // The first round reads what is only read once.
      if (round > 0) times.push({ place: await link.textContent(), took });
    }
  await page.close();
  const names = [...new Set(times.map(({ place }) => place))];
  return names
    .map((place) => ({
      place: place.replace(/[\d.]+.*$/, "").trim(),
      took: median(times.filter((one) => one.place === place).map(({ took }) => took)),
    }))
    .reduce((slowest, one) => (one.took > slowest.took ? one : slowest));
}

const now = await signIn(address);
const earlier = before && (await signIn(before));
for (let round = 0; round < rounds; ++round) {
  if (earlier) await visit(earlier);
  await visit(now);
}
// What comes before the content, on a machine that is quick enough for nothing of what comes later to slip in.
const quick = { ...now, runs: [] };
for (let round = 0; round < 3; ++round) await visit(quick, 1);
const { shift, page } = await shiftOf(now);
const { place, took } = await slowestChange(now);
await browser.close();
console.log(
  JSON.stringify({
    kilobytes: Math.min(...quick.runs.map(({ kilobytes }) => kilobytes)),
    styles: Math.min(...quick.runs.map(({ styles }) => styles)),
    paint: medianOf(now.runs, "paint"),
    content: medianOf(now.runs, "content"),
    script: medianOf(now.runs, "script"),
    before: earlier && {
      paint: medianOf(earlier.runs, "paint"),
      content: medianOf(earlier.runs, "content"),
      script: medianOf(earlier.runs, "script"),
    },
    shift,
    shifts: page,
    change: took,
    changes: place,
  }),
);
