import { kept } from "../app/kept";
import { plainWord } from "../paste/table";
import type { Scales } from "./factor";
import type { ImportField, Kind } from "./fields";
import type { Format, Match } from "./match";

// What somebody said once of a file of that make is proposed the next time; of which time it tells is another then.
const timely: readonly ImportField[] = ["cycle", "on", "observed_on", "period"];

interface Remembered {
  match: Match;
  format: Format;
  /** What the file said that its amounts are in. */
  scales?: Scales;
}
type Matches = Record<string, Remembered>;

const place = "takt-import-matches";
const most = 40;
const areMatches = (value: unknown): value is Matches =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const allMatches = () => kept<Matches>(place, {}, areMatches);
const keyOf = (account: string, kind: Kind, names: readonly string[]) =>
  [account, kind, ...names.map(plainWord)].join("|");

export function rememberedMatch(account: string, kind: Kind, names: readonly string[]) {
  const found = allMatches()[keyOf(account, kind, names)];
  if (found?.match?.roles?.length !== names.length) return undefined;
  // Of earlier versions it has none.
  return { ...found, match: { ...found.match, factors: found.match.factors ?? {} } };
}

export function rememberMatch(
  account: string,
  kind: Kind,
  names: readonly string[],
  match: Match,
  format: Format,
  scales: Scales = {},
) {
  const key = keyOf(account, kind, names);
  const { [key]: _, ...others } = allMatches();
  const constants = Object.fromEntries(
    Object.entries(match.constants).filter(([field]) => !timely.some((one) => one === field)),
  );
  const all = [
    ...Object.entries(others),
    [key, { match: { ...match, constants }, format, scales }] as const,
  ].slice(-most);
  try {
    localStorage.setItem(place, JSON.stringify(Object.fromEntries(all)));
  } catch {
    // A browser that keeps nothing asks again.
  }
}
