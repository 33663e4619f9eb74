import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";
import { formatNumber, formatPercent, formatShare, shortWeekday } from "../app/format";
import type { Texts } from "../app/i18n";
import { dates } from "../app/intl";

export type Clause = Schemas["Clause"];

/** What a clause says around its figure. */
export interface Worded {
  before: string;
  figure: string;
  after: string;
}

/** "zwei", "drei" … up to twelve, as one writes in a sentence; figures from there on. */
const inWords = (count: number, t: TFunction) =>
  t("sentence.numbers").split(" ")[count - 2] ?? String(count);

/** "40" of "40 %": what stands before another share has no unit of its own. */
const bare = (share: string) => share.replace(/\s?%$/, "");

/** A figure of the agility check by its name. */
const figureName = (code: string, t: TFunction) =>
  t(`agility.figure.${code as keyof Texts["agility"]["figure"]}.name`);

const isShare = (kind: Clause["kind"]) => kind.startsWith("share");

/** "Mai 2028" */
function month(day: string): string {
  return dates({
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
}

/** What stands behind the figure where the clause says so. */
function more(clause: Clause, today: string, t: TFunction): string {
  if (isShare(clause.kind) && clause.target !== null)
    return t("sentence.target", { target: formatShare(clause.target) });
  if (clause.kind === "progress" && clause.total > 0)
    return t("sentence.measured", { measured: clause.count, total: clause.total });
  if (clause.kind === "key_results_outdated" && clause.days > 0)
    return t("sentence.longest", { count: clause.days });
  if (clause.kind === "own_fresh" && clause.day)
    return clause.day === today
      ? t("sentence.nextToday")
      : t("sentence.next", { day: shortWeekday(clause.day) });
  if (clause.kind === "agility" && clause.before !== null)
    return t("sentence.beforeThat", {
      name: clause.name,
      before: formatOf(clause.kind)(clause.before),
    });
  if (clause.kind === "goals" && clause.day)
    return t("sentence.until", { month: month(clause.day) });
  if (clause.name && clause.count > 1 && clause.kind.startsWith("accounts_"))
    return t("sentence.farthest", { name: clause.name });
  return "";
}

/** As the agility check rounds them. */
const daysOf = (value: number | null) => Math.round((value ?? 0) * 10) / 10;

/** How the figure of a clause is written: points of the agility check, days, or a part of one. */
function formatOf(kind: Clause["kind"]) {
  if (isShare(kind)) return formatShare;
  if (kind === "response_time") return (value: number | null) => formatNumber(daysOf(value));
  if (kind !== "agility") return formatPercent;
  return (value: number | null) => formatNumber(value === null ? null : Math.round(value));
}

/** What a buying centre lacks (docs/domain.md, 3.16). */
type Lacking = "no_decider" | "no_supporter_among_deciders" | "attitude_below_wanted";

/** Stands for what opens a mark while names are filled in: theirs marks no figure. */
const bracket = "\u0000";

/** The words of a clause; a kind without words does not build. */
export function wordingOf(told: Clause, today: string, t: TFunction): Worded {
  const clause = { ...told, name: told.name.replaceAll("<", bracket) };
  const format = formatOf(clause.kind);
  const number = inWords(clause.count, t);
  const text = t(`sentence.clause.${clause.kind}`, {
    count: clause.kind === "response_time" ? daysOf(clause.value) : clause.count || clause.days,
    number,
    total: inWords(clause.total, t),
    overdue: t("sentence.overdueOf", {
      count: clause.total,
      number: inWords(clause.total, t),
    }),
    name: clause.kind === "agility_lacks" ? figureName(clause.name, t) : clause.name,
    lacks:
      clause.kind === "buying_centre_lacks" &&
      t(`sentence.lacks.${clause.name as Lacking}`, { count: clause.count, number }),
    who: clause.name || t("sentence.oneOfThem"),
    value: (clause.estimated ? "≈" : "") + format(clause.value),
    before: bare(format(clause.before)),
    target: format(clause.target),
    more: more(clause, today, t),
  });
  const [before = "", figure = "", after = ""] = text
    .split(/<\/?b>/)
    .map((part) => part.replaceAll(bracket, "<"));
  return { before, figure, after };
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** With a capital letter, as a clause begins that is a sentence of its own. */
export const atBeginning = ({ before, figure, after }: Worded): Worded =>
  before ? { before: capital(before), figure, after } : { before, figure: capital(figure), after };

const isGrave = (clause: Clause | undefined) => clause !== undefined && clause.severity !== "plain";

/** The clauses as they are read one after the other, each with what stands between it and the next. */
export function sentenceOf(clauses: readonly Clause[], today: string, t: TFunction) {
  const last = clauses.length - 1;
  // The two worst are told in one breath.
  const joined = last > 0 && isGrave(clauses[last - 1]) && isGrave(clauses[last]);
  return clauses.map((clause, index) => {
    const words = wordingOf(clause, today, t);
    const begins = index < last || !joined;
    const ends = index === last || !(joined && index === last - 1);
    const end = ends ? (index < last ? ". " : ".") : t("sentence.and");
    return { clause, ...(begins ? atBeginning(words) : words), end };
  });
}
