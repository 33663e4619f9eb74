// @vitest-environment happy-dom
import { beforeAll, expect, it } from "vitest";
import { formatNearDay } from "../my_work/day-words";
import { speak } from "../testing/stage";
import {
  bareShare,
  formatAmount,
  formatComputed,
  formatDate,
  formatInstant,
  formatInstantThere,
  formatNumber,
  formatPercent,
  formatShare,
  ofUnit,
  perCent,
  shortWeekday,
} from "./format";
import { keepZone } from "./zone";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

beforeAll(() => speak("de"));

it.each([
  [0, "0 %"],
  [-0, "0 %"],
  [1e-17, "0 %"],
  [0.003, "1 %"],
  [-0.003, "−1 %"],
  [0.554, "55 %"],
  [0.29, "29 %"],
  [0.996, "99 %"],
  [0.9999999999999999, "100 %"],
  [1, "100 %"],
  [1.3, "130 %"],
  [-2.67, "−267 %"],
  [null, "–"],
])("a progress of %s reads %s: all is reached at 100, nothing moved at 0", (value, text) => {
  expect(plain(formatPercent(value))).toBe(text);
});

it.each([
  [1 / 3, "33,3 %"],
  [0.745, "74,5 %"],
  [0.9996, "99,9 %"],
  [0.0001, "0,1 %"],
  [0.5, "50 %"],
])("a share of %s reads %s", (value, text) => {
  expect(plain(formatShare(value))).toBe(text);
});

it.each([
  ["de", "44,9"],
  ["en", "44.9"],
] as const)("a share without its sign has the same digits: %s", async (language, text) => {
  await speak(language);
  expect([bareShare(0.4494), bareShare(null)]).toEqual([text, "–"]);
  expect(formatShare(0.4494)).toMatch(new RegExp(`^${text}\\s?%$`));
  await speak("de");
});

it.each([
  ["de", "26.11.2026", "Do., 26.11.", "Do 26.11."],
  ["en", "26/11/2026", "Thu 26/11", "Thu 26/11"],
] as const)("writes a day alike wherever it stands: %s", async (language, day, weekday, near) => {
  await speak(language);
  keepZone("Europe/Berlin");
  const instant = "2026-11-26T08:05:00.000Z";
  expect(formatDate("2026-11-26")).toBe(day);
  expect(formatInstant(instant)).toBe(`${day}, 09:05`);
  expect(formatInstantThere(instant)).toMatch(new RegExp(`^${day}, 09:05 `));
  expect(shortWeekday(instant)).toBe(weekday);
  expect(formatNearDay("2026-11-26")).toBe(near);
  keepZone("UTC");
  await speak("de");
});

it("shows a computed number to the decimals of what was entered, and never as nothing", () => {
  expect(formatComputed(22.645925925925926, 1)).toBe("22,6");
  expect(formatComputed(0.0144, 2)).toBe("0,01");
  expect(formatComputed(0.0144, 1)).toBe("0,014");
  expect(formatComputed(0, 1)).toBe("0");
  expect(formatComputed(12, 3)).toBe("12");
});

it.each([
  [0.00000004, "0,00000004"],
  [0.12345678, "0,12345678"],
  [22.6459259259259, "22,6459259259259"],
  [999999999999.999, "999.999.999.999,999"],
  [0.1 + 0.2, "0,3"],
  [12, "12"],
  [0, "0"],
  [-0, "0"],
  [null, "–"],
])("%s that was entered reads %s: no digit of it is lost", (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

it("writes minus as one writes it, whatever is counted", () => {
  const written = [
    formatNumber(-5),
    formatComputed(-0.25, 2),
    formatPercent(-1.5),
    formatShare(-1.5),
    perCent(-150),
    formatAmount(-309, "eur"),
    formatAmount(-5_140_000, "eur"),
    formatAmount(-12, "pieces"),
  ];
  for (const text of written) expect(text).toMatch(/^−\d/);
});

it("writes a unit after its figure as the language does", async () => {
  expect([ofUnit("%"), ofUnit("ppm"), ofUnit("%", " "), ofUnit("")]).toEqual([
    "\u00a0%",
    "\u00a0ppm",
    " %",
    "",
  ]);
  await speak("en");
  expect([ofUnit("%"), ofUnit("ppm"), ofUnit("%", " "), ofUnit("")]).toEqual([
    "%",
    "\u00a0ppm",
    "%",
    "",
  ]);
});
