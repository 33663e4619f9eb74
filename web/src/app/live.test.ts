// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { FakeSource, liveBrowser, streams } from "../testing/live";
import type { Said } from "./live";

/** A tab: the module as each loads it for itself, and what it was told. */
async function openTab() {
  vi.resetModules();
  const { connect, onSaid } = await import("./live");
  const heard: Said[] = [];
  const silent = vi.fn();
  const refused = vi.fn();
  onSaid((said) => heard.push(said));
  return { heard, silent, refused, close: connect({ silent, refused }) };
}

/** Lets the locks change hands. */
const settle = () => vi.advanceTimersByTimeAsync(0);
const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1_000);
const news = { ledger: "a", revision: 7 };

beforeEach(() => {
  liveBrowser();
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe("the tabs of a browser", () => {
  it("share one stream: seven hear what one is told", async () => {
    const tabs = [];
    for (let i = 0; i < 7; ++i) tabs.push(await openTab());
    expect(FakeSource.opened.map(({ url }) => url)).toEqual(["/api/v1/live"]);
    streams()[0]?.says(news);
    for (const tab of tabs) expect(tab.heard).toEqual([news]);
  });

  it("go on when the one that leads is closed", async () => {
    const leader = await openTab();
    const [second, third] = [await openTab(), await openTab()];
    leader.close();
    await settle();
    expect(FakeSource.opened).toHaveLength(2);
    expect(streams()).toHaveLength(1);
    streams()[0]?.says(news);
    expect([leader.heard, second.heard, third.heard]).toEqual([[], [news], [news]]);
  });

  it("go on without one that waited for the lead and was closed", async () => {
    const leader = await openTab();
    (await openTab()).close();
    await settle();
    leader.close();
    await settle();
    expect(streams()).toEqual([]);
    await openTab();
    expect(streams()).toHaveLength(1);
  });

  it("take the lead from one that sleeps, which waits its turn again", async () => {
    const leader = await openTab();
    await pass(20);
    const awake = await openTab();
    const [sleeping] = streams();
    sleeping?.says({ version: "1" });
    // It holds the lock and says nothing any more; its own patience ends, too.
    await pass(46);
    expect(awake.silent).toHaveBeenCalled();
    expect(streams()).toHaveLength(1);
    expect(streams()).not.toContain(sleeping);
    streams()[0]?.says(news);
    expect(leader.heard.at(-1)).toEqual(news);
    expect(awake.heard.at(-1)).toEqual(news);
    awake.close();
    await settle();
    expect(streams()).toHaveLength(1);
    leader.close();
    await settle();
    expect(streams()).toEqual([]);
  });

  it("have a stream each where the browser has no locks", async () => {
    liveBrowser({ locks: false });
    const [one, other] = [await openTab(), await openTab()];
    expect(streams()).toHaveLength(2);
    streams()[0]?.says(news);
    expect([one.heard, other.heard]).toEqual([[news], []]);
    one.close();
    expect(streams()).toHaveLength(1);
  });
});

describe("silence", () => {
  it("is told after 45 seconds without a word, and another attempt is made each time", async () => {
    const tab = await openTab();
    const [first] = streams();
    await pass(40);
    first?.says({ version: "1" });
    await pass(44);
    expect(tab.silent).not.toHaveBeenCalled();
    await pass(1);
    expect(tab.silent).toHaveBeenCalledTimes(1);
    expect(FakeSource.opened).toHaveLength(2);
    await pass(45);
    expect(tab.silent).toHaveBeenCalledTimes(2);
    expect(FakeSource.opened).toHaveLength(3);
    expect(streams()).toHaveLength(1);
  });

  it("is nothing that a closed tab tells", async () => {
    const tab = await openTab();
    tab.close();
    await pass(100);
    expect(tab.silent).not.toHaveBeenCalled();
    expect(streams()).toEqual([]);
  });
});

describe("a stream that ends", () => {
  it("is left to the browser, as long as that tries again by itself", async () => {
    const tab = await openTab();
    streams()[0]?.breaks();
    await pass(44);
    expect(FakeSource.opened).toHaveLength(1);
    expect(tab.refused).not.toHaveBeenCalled();
  });

  it("is opened again where the browser gave it up, and the tab asks why", async () => {
    const tab = await openTab();
    FakeSource.opened[0]?.breaks(true);
    FakeSource.opened[0]?.breaks(true);
    expect(tab.refused).toHaveBeenCalled();
    await pass(44);
    expect(FakeSource.opened).toHaveLength(2);
    tab.close();
    await pass(100);
    expect(FakeSource.opened).toHaveLength(2);
  });
});

it("lets what is fetched next be asked of the database, before anybody is told", async () => {
  const set = vi.spyOn(document, "cookie", "set");
  const { onSaid } = await openTab().then(() => import("./live"));
  let cookies = 0;
  onSaid(() => {
    cookies = set.mock.calls.length;
  });
  expect(set).not.toHaveBeenCalled();
  streams()[0]?.says(news);
  expect(cookies).toBe(1);
  expect(set.mock.calls[0]?.[0]).toMatch(/^__Host-takt-anew=1;.*Secure.*Max-Age=2$/);
});
