// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { speak } from "../testing/stage";
import { formatDate, formatNumber } from "./format";
import { dates } from "./intl";
import { keepZone } from "./zone";

it("makes what writes days once for each language and zone, and no more", async () => {
  const day = { month: "short" } as const;
  await speak("de");
  const german = dates(day);
  expect(dates({ month: "short" })).toBe(german);
  await speak("en");
  expect(dates(day)).not.toBe(german);
  expect(dates({ ...day, timeZone: "Asia/Tokyo" })).not.toBe(dates(day));
});

it("writes in the language and the zone that hold now", async () => {
  await speak("de");
  keepZone("UTC");
  expect(formatDate("2026-11-23T23:30:00.000Z")).toBe("23.11.2026");
  expect(formatNumber(1.5)).toBe("1,5");
  keepZone("Europe/Berlin");
  expect(formatDate("2026-11-23T23:30:00.000Z")).toBe("24.11.2026");
  await speak("en");
  expect(formatDate("2026-11-23T23:30:00.000Z")).toBe("24/11/2026");
  expect(formatNumber(1.5)).toBe("1.5");
  keepZone("UTC");
});
