// What the placeholders of a slide stand for: worded and written as the reader's language does. The page
// lists these names, the filling takes them, and a name without words does not build.
import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";
import {
  formatComputed,
  formatDate,
  formatInstant,
  formatNumber,
  formatPercent,
  formatShare,
  ofUnit,
} from "../app/format";
import { standpointOfPage } from "../key_result/standpoint";
import { type Clause, sentenceOf, wordingOf } from "../sentence/wording";
import { periodName } from "../supply/period-name";
import { forecastOf } from "../ui/bar";

export type OnePager = Schemas["OnePager"];
type Objective = Schemas["OnePagerObjective"];
type KeyResult = Schemas["OnePagerKeyResult"];
type Outcome = Schemas["OnePagerOutcome"];

/** What there is one of. */
export const singles = [
  "account",
  "organisation",
  "industry",
  "date",
  "headline",
  "sentence",
  "vision",
  "visionYear",
  "cycleName",
  "cycleStart",
  "cycleEnd",
  "cycleWeek",
  "progress",
  "expected",
  "outcome",
  "outcomeNow",
  "outcomeBaseline",
  "outcomeTarget",
  "share",
  "sharePeriod",
  "help",
  "team",
  "sponsor",
] as const;
export type Single = (typeof singles)[number];

/** What a row of a table is repeated for, and what such a row may say. */
export const lists = {
  objectives: [
    "title",
    "customerGoal",
    "state",
    "health",
    "progress",
    "expected",
    "bar",
    "measured",
    "forecast",
    "outcome",
    "outcomeBaseline",
    "outcomeNow",
    "outcomeTarget",
  ],
  keyResults: [
    "title",
    "objective",
    "owner",
    "standpoint",
    "health",
    "progress",
    "expected",
    "bar",
    "confidence",
  ],
  goals: ["title"],
  coming: ["name", "start", "end", "goals"],
  sites: ["name", "share"],
  areas: ["name", "share"],
  signals: ["title", "since", "priority"],
  meetings: ["kind", "at", "place"],
  questions: ["text", "askBy"],
  testimonials: ["text", "site"],
} as const;
export type List = keyof typeof lists;
export const listNames = Object.keys(lists) as List[];

type Rows<L extends List> = Record<(typeof lists)[L][number], string>[];
export type Values = Record<Single, string> & { [L in List]: Rows<L> };

/** The figures that a shape's width may show: unit 1, named as in `Values`. */
export interface Parts {
  progress: number | null;
  expected: number | null;
  share: number | null;
  objectives: { progress: number | null; expected: number }[];
  keyResults: { progress: number | null; expected: number }[];
  sites: { share: number | null }[];
  areas: { share: number | null }[];
}

/** What `objectives.1.title` names in a tree of values; people count from 1. */
export function lookUp(tree: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((at, name) => {
    const key = /^\d+$/.test(name) ? String(Number(name) - 1) : name;
    return typeof at === "object" && at !== null && Object.hasOwn(at, key)
      ? at[key as keyof typeof at]
      : undefined;
  }, tree);
}

export const keyResultsOf = ({ objectives }: OnePager) =>
  objectives.flatMap((objective) => objective.keyResults.map((one) => ({ ...one, objective })));

/** The outcome that a slide shows: the first that has a course, else one that is known. */
export const shownOutcome = ({ objectives }: OnePager): Outcome | undefined => {
  const known = objectives.map(({ outcome }) => outcome).filter(({ kind }) => kind !== "none");
  return known.find(({ course }) => course.length > 1) ?? known.find(({ now }) => now !== null);
};

export const outcomeName = ({ name, kind }: Outcome, t: TFunction) =>
  name || t(`choice.OutcomeKind.${kind}`);

/** A figure of an outcome with its unit. */
export function outcomeFigure(of: Outcome, figure: "now" | "baseline" | "target"): string {
  const value = of[figure];
  if (value === null) return "–";
  const written = figure === "target" ? formatNumber(value) : formatComputed(value, of.decimals);
  return (of.estimated && figure === "now" ? "≈" : "") + written + ofUnit(of.unit);
}

const textOf = (clause: Clause, today: string, t: TFunction) => {
  const { before, figure, after } = wordingOf(clause, today, t);
  return before + figure + after;
};

/** What a slide says in its title: the best that is to tell, and the worst; of another cycle than the present its name. */
export function headlineOf(of: OnePager, t: TFunction): string {
  const { account, audience, cycle, sentence, today } = of;
  const worst = sentence.at(-1);
  if (!worst && cycle && audience !== "customer") return `${account}: ${cycle.name}`;
  if (!worst) return t("slide.agreed", { account });
  const find = (begin: string) =>
    sentence.find((clause) => clause !== worst && clause.kind.startsWith(begin));
  const first = find("share") ?? find("progress");
  const last = textOf(worst, today, t);
  const message = first
    ? t(
        first.kind !== "share_fell" && first.severity === "plain" && worst.severity !== "plain"
          ? "slide.but"
          : "slide.and",
        { first: textOf(first, today, t), last },
      )
    : last;
  return `${account}: ${message.charAt(0).toLocaleUpperCase()}${message.slice(1)}`;
}

/** The signal that waits longest for its answer, with how long. */
export function helpOf({ signals }: OnePager, t: TFunction): string {
  const urgent = signals.find(({ overdue }) => overdue);
  return urgent ? `${urgent.title}; ${t("signal.overdueSince", { count: urgent.days })}` : "";
}

export const cycleWeek = ({ week, weeks }: OnePager, t: TFunction) =>
  week > 0 ? t("beat", { week, weeks }) : "";

/** Ten squares, filled as far as it is: a bar in a row of a table. */
function squares(part: number | null): string {
  if (part === null) return "";
  const filled = Math.round(Math.min(Math.max(part, 0), 1) * 10);
  return "■".repeat(filled) + "□".repeat(10 - filled);
}

/** What every placeholder stands for; nothing where the audience is not told it. */
export function valuesOf(of: OnePager, t: TFunction): Values {
  const told = of.audience !== "customer";
  const percent = (part: number | null) => (told ? formatPercent(part) : "");
  const share = (part: number | null, estimated: boolean) =>
    (estimated && part !== null ? "≈" : "") + formatShare(part);
  const outcomeOf = (outcome: Outcome | undefined) => {
    const has = told && outcome && outcome.kind !== "none";
    return {
      outcome: has ? outcomeName(outcome, t) : "",
      outcomeNow: has ? outcomeFigure(outcome, "now") : "",
      outcomeBaseline: has ? outcomeFigure(outcome, "baseline") : "",
      outcomeTarget: has ? outcomeFigure(outcome, "target") : "",
    };
  };
  const keyResultOf = (one: KeyResult, objective: Objective) => ({
    title: one.title,
    objective: objective.title,
    owner: one.owner,
    standpoint: standpointOfPage(one, t),
    health: t(`choice.Health.${one.health}`),
    progress: percent(one.progress),
    expected: percent(one.expected),
    bar: squares(one.progress),
    confidence: one.confidence === null ? "" : String(one.confidence),
  });
  const { supply, cycle } = of;
  const total = supply?.totals.at(-1);
  return {
    account: of.account,
    organisation: of.organisation,
    industry: of.industry,
    date: formatDate(of.today),
    headline: headlineOf(of, t),
    sentence: sentenceOf(of.sentence, of.today, t)
      .map(({ before, figure, after, end }) => before + figure + after + end)
      .join(""),
    vision: of.vision,
    visionYear: of.horizon === null ? "" : String(of.horizon),
    cycleName: cycle?.name ?? "",
    cycleStart: cycle ? formatDate(cycle.startsOn) : "",
    cycleEnd: cycle ? formatDate(cycle.endsOn) : "",
    cycleWeek: cycleWeek(of, t),
    progress: of.progress === null ? "" : percent(of.progress),
    expected: of.expected === null ? "" : percent(of.expected),
    ...outcomeOf(shownOutcome(of)),
    share: total ? share(total.share, total.estimated) : "",
    sharePeriod: supply ? periodName(supply.period, supply.startsOn) : "",
    help: helpOf(of, t),
    team: of.team.join(", "),
    sponsor: of.sponsor,
    objectives: of.objectives.map((one) => ({
      title: one.title,
      customerGoal: one.customerGoal,
      state: t(`choice.ObjectiveState.${one.state}`),
      health: told ? t(`choice.Health.${one.health}`) : "",
      progress: percent(one.progress),
      expected: percent(one.expected),
      bar: squares(one.progress),
      measured: told ? t("measured", { measured: one.measured, total: one.total }) : "",
      forecast: one.forecast ? forecastOf(one.forecast) : "",
      ...outcomeOf(one.outcome),
      // Inside a row of an objective these are its own.
      keyResults: one.keyResults.map((each) => keyResultOf(each, one)),
    })),
    keyResults: keyResultsOf(of).map((one) => keyResultOf(one, one.objective)),
    goals: (cycle?.goals ?? []).map((title) => ({ title })),
    coming: of.coming.map(({ name, startsOn, endsOn, goals }) => ({
      name,
      start: formatDate(startsOn),
      end: formatDate(endsOn),
      goals: goals.join(", "),
    })),
    sites: (supply?.sites ?? []).map(({ name, cells }) => ({
      name: name || t("supply.notSplit"),
      share: share(cells.at(-1)?.share ?? null, cells.at(-1)?.estimated ?? false),
    })),
    areas: (supply?.areas ?? []).map((name, index) => ({
      name: name || t("supply.notSplit"),
      share: share(supply?.totals[index]?.share ?? null, supply?.totals[index]?.estimated ?? false),
    })),
    signals: of.signals.map(({ title, overdue, days, priority }) => ({
      title,
      since: t(overdue ? "signal.overdueSince" : "signal.since", { count: days }),
      priority: priority ? t(`choice.Band.${priority.band}`) : "",
    })),
    meetings: of.meetings.map(({ kind, plannedAt, place }) => ({
      kind: t(`choice.MeetingKind.${kind}`),
      at: formatInstant(plannedAt),
      place,
    })),
    questions: of.questions.map(({ text, askBy }) => ({
      text,
      askBy: askBy ? formatDate(askBy) : "",
    })),
    testimonials: of.testimonials.map(({ text, site }) => ({ text, site })),
  };
}

export function partsOf(of: OnePager): Parts {
  const { supply } = of;
  return {
    progress: of.progress,
    expected: of.expected,
    share: supply?.totals.at(-1)?.share ?? null,
    objectives: of.objectives.map(({ progress, expected }) => ({ progress, expected })),
    keyResults: keyResultsOf(of).map(({ progress, expected }) => ({ progress, expected })),
    sites: (supply?.sites ?? []).map(({ cells }) => ({ share: cells.at(-1)?.share ?? null })),
    areas: (supply?.areas ?? []).map((_, index) => ({
      share: supply?.totals[index]?.share ?? null,
    })),
  };
}
