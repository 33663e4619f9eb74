import type { Period } from "./supply-query";

/** A period, by its first day. */
export interface PeriodRead {
  period: Period;
  startsOn: string;
}

const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };
const months = [
  /^jan|^jän/,
  /^feb/,
  /^mär|^mae?r|^mrz/,
  /^apr/,
  /^ma[iy]/,
  /^jun/,
  /^jul/,
  /^aug/,
  /^sep/,
  /^o[kc]t/,
  /^nov/,
  /^de[zc]/,
];

const yearOf = (text: string) => (text.length === 2 ? `20${text}` : text);
const year = "'?(\\d{4}|\\d{2})";
const between = "[\\s./_-]*";

const quarter = (number: number, of: string): PeriodRead | undefined =>
  number >= 1 && number <= 4
    ? { period: "quarter", startsOn: `${yearOf(of)}-${String(number * 3 - 2).padStart(2, "0")}-01` }
    : undefined;
const month = (number: number, of: string): PeriodRead | undefined =>
  number >= 1 && number <= 12
    ? { period: "month", startsOn: `${yearOf(of)}-${String(number).padStart(2, "0")}-01` }
    : undefined;

/**
 * Reads a period as people write it at the head of a column, in either language: Q4/26 · Q4 2026 · 4. Quartal 2026 ·
 * 2026-Q4 · IV/2026 · Okt 26 · 10/2026 · 2026-10 · 2026 · 01.10.2026 (of the period that `usual` is).
 * Undefined for whatever is none: "4/26" may be a quarter or a month.
 */
export function readPeriod(text: string, usual: Period): PeriodRead | undefined {
  const plain = text.trim().toLowerCase().replace(/\s+/g, " ");
  const match = (pattern: string) => new RegExp(`^${pattern}$`).exec(plain);
  let found = match(`(?:q|qu|quartal|quarter) ?([1-4])${between}${year}`);
  if (found) return quarter(Number(found[1]), found[2] as string);
  found = match(`([1-4])\\.? ?(?:q|qu|quartal|quarter)${between}${year}`);
  if (found) return quarter(Number(found[1]), found[2] as string);
  found = match(`(\\d{4})${between}q ?([1-4])`);
  if (found) return quarter(Number(found[2]), found[1] as string);
  found = match(`(i|ii|iii|iv)[\\s/]+${year}`);
  if (found) return quarter(roman[found[1] as string] as number, found[2] as string);
  found = match(`([a-zäöü]{3,})\\.?[\\s./'-]*(\\d{4}|\\d{2})`);
  if (found) {
    const before = months.findIndex((name) => name.test(found?.[1] as string));
    return before < 0 ? undefined : month(before + 1, found[2] as string);
  }
  found = match("(\\d{1,2})[./-](\\d{4})");
  // A single digit up to four with a year may be meant as either.
  if (found)
    return /^[1-4]$/.test(found[1] as string)
      ? undefined
      : month(Number(found[1]), found[2] as string);
  found = match("(\\d{4})[./-](\\d{2})");
  if (found) return month(Number(found[2]), found[1] as string);
  found = match("(\\d{4})");
  if (found && plain >= "1990" && plain <= "2100")
    return { period: "year", startsOn: `${plain}-01-01` };
  found = match("(\\d{4})-(\\d{2})-(\\d{2})");
  if (found) return ofDay(found[1] as string, Number(found[2]), usual);
  found = match("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})");
  if (found) return ofDay(found[3] as string, Number(found[2]), usual);
  return undefined;
}

function ofDay(of: string, number: number, usual: Period): PeriodRead | undefined {
  if (number < 1 || number > 12) return undefined;
  if (usual === "quarter") return quarter(Math.ceil(number / 3), of);
  return usual === "month" ? month(number, of) : { period: "year", startsOn: `${of}-01-01` };
}
