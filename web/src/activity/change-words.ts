import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import {
  formatAmount,
  formatDate,
  formatInstant,
  formatNumber,
  formatShare,
  ofUnit,
} from "../app/format";
import type { Term } from "../app/i18n";
import { choicesOf } from "../entity/choices";
import { nameOf } from "../entity/named";
import { useValueText } from "../entity/value-text";
import { valueText } from "../kpi/kpi-words";
import { periodName } from "../supply/period-name";
import type { Measures } from "./measures";
import { stepText } from "./meeting-step";

type Change = Schemas["Change"];
type State = Record<string, unknown>;

/** A change in words: what is new, and what belongs to it. */
export interface ChangeWords {
  what: string;
  facts: string[];
}

/** What goes along with a change of state, or is too long for a line: the table below tells it. */
const quiet = [
  "position",
  "archivedAt",
  "answeredAt",
  "activatedOn",
  "closedOn",
  "closedAt",
  "startedAt",
  "stepStartedAt",
  "minutes",
];
/** So many fields are told in a line, and so long. */
const mostFields = 2;
const mostLetters = 60;

const unitOf = ({ unit }: State) => ofUnit(String(unit ?? ""));
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const string = (value: unknown) => (typeof value === "string" ? value : "");
const number = (value: unknown) => (typeof value === "number" ? value : null);

/** Says of any change what it changed, with values and units, before and after. */
export function useChangeWords(measures: Measures) {
  const { t } = useTranslation();
  const { label, text } = useValueText(measures.names);
  const named = (id: unknown) => (id ? nameOf(measures.names, string(id)) : "");

  const created = (change: Change, after: State): ChangeWords | undefined => {
    const { title } = change;
    switch (change.entity) {
      case "check_in": {
        const keyResult = measures.keyResults.find(({ id }) => id === after.keyResult);
        const value = checkInValue(after, keyResult, measures, t);
        const sure =
          after.confidence === null || after.confidence === undefined
            ? ""
            : t("checkIn.confidence", { confidence: after.confidence });
        return {
          what: t(after.supersedes ? "activity.corrected" : "activity.checkIn", {
            value: [value || sure, after.site && named(after.site)].filter(Boolean).join(", "),
          }),
          facts: [
            title,
            value ? sure : "",
            after.effectiveOn && formatDate(string(after.effectiveOn)) !== formatDate(change.at)
              ? t("activity.effectiveOn", { day: formatDate(string(after.effectiveOn)) })
              : "",
            string(after.note) && t("activity.note", { note: string(after.note) }),
          ],
        };
      }
      case "kpi_value":
        return {
          what: t("activity.value", { what: title, value: kpiValue(change, after, measures) }),
          facts: [formatDate(string(after.on)), string(after.source)],
        };
      case "outcome_reading":
        return {
          what: t("activity.value", {
            what: upper(t("term.outcome_reading")),
            value: formatNumber(number(after.value)),
          }),
          facts: [title, formatDate(string(after.on)), string(after.source)],
        };
      case "supply_record":
        return {
          what: t("activity.value", {
            what: [title, periodOf(after)].filter(Boolean).join(", "),
            value: supplyValue(after, t),
          }),
          facts: [t("term.supply_record"), string(after.source)],
        };
      case "site_target":
        return {
          what: t("activity.value", {
            what: upper(t("term.site_target")),
            value: [
              named(after.site),
              after.target !== null &&
                after.target !== undefined &&
                t("keyResult.target", { target: formatNumber(number(after.target)) }),
            ]
              .filter(Boolean)
              .join(", "),
          }),
          facts: [title],
        };
      case "testimonial_use":
        return {
          what: t("activity.used", { site: named(after.site) }),
          facts: [t("activity.note", { note: title }), formatDate(string(after.usedOn))],
        };
      case "response":
        return {
          what: t("activity.answered", {
            title,
            kind: text("kind", after.kind, choicesOf("response").kind),
          }),
          facts: [after.target ? named(after.target) : ""],
        };
      case "review":
        return {
          what: t("activity.value", {
            what: upper(t("term.review")),
            value: [
              after.scoreOverride !== null &&
                after.scoreOverride !== undefined &&
                `${t("effect.result")} ${formatShare(number(after.scoreOverride))}`,
              after.decision && text("decision", after.decision, choicesOf("review").decision),
            ]
              .filter(Boolean)
              .join(", "),
          }),
          facts: [
            title,
            string(after.lesson) && t("activity.note", { note: string(after.lesson) }),
          ],
        };
      case "meeting":
        return {
          what: t("activity.planned", {
            kind: text("kind", after.kind, choicesOf("meeting").kind),
            at: after.plannedAt ? formatInstant(string(after.plannedAt)) : "–",
          }),
          facts: [string(after.place)],
        };
      case "action":
      case "milestone":
      case "long_term_goal":
        return {
          what: fresh(change),
          facts: [
            after.assignee ? named(after.assignee) : "",
            after.due ? t("keyResult.due", { date: formatDate(string(after.due)) }) : "",
          ],
        };
      case "cycle":
        return {
          what: fresh(change),
          facts: [`${formatDate(string(after.startsOn))} – ${formatDate(string(after.endsOn))}`],
        };
      case "key_result":
        return {
          what: fresh(change),
          facts: [
            after.kind === "metric" && after.target !== null && after.target !== undefined
              ? t("activity.fromTo", {
                  before: formatNumber(number(after.start)),
                  after: formatNumber(number(after.target)) + unitOf(after),
                })
              : "",
          ],
        };
    }
    return undefined;
  };

  const termOf = (change: Change) => t(`term.${change.entity as Term}`);
  const fresh = (change: Change) =>
    change.title
      ? t("activity.new", { term: termOf(change), title: change.title })
      : t("activity.newOne", { term: termOf(change) });

  const changed = (change: Change, before: State, after: State): ChangeWords => {
    if (change.entity === "action" && after.doneOn && !before.doneOn)
      return {
        what: t("activity.done", { title: change.title }),
        facts: [formatDate(string(after.doneOn))],
      };
    if (change.entity === "kpi_value" && "value" in after)
      return {
        what: t("activity.corrected", {
          value: `${change.title}, ${t("activity.fromTo", {
            before: kpiValue(change, before, measures),
            after: kpiValue(change, after, measures),
          })}`,
        }),
        facts: [],
      };
    const choices = choicesOf(change.entity);
    const said = (name: string, value: unknown) =>
      stepText(change, name, value, measures.meetings, t) ?? text(name, value, choices[name]);
    const told = Object.keys(after)
      .filter((name) => !quiet.includes(name))
      .map((name) => {
        const was = said(name, before[name]);
        const is = said(name, after[name]);
        return was.length + is.length > mostLetters
          ? label(name)
          : `${label(name)} ${t("activity.fromTo", { before: was, after: is })}`;
      });
    const shown = told.slice(0, mostFields);
    if (told.length > mostFields)
      shown.push(t("activity.moreFields", { count: told.length - mostFields }));
    const name =
      // A meeting has no name but that of its account.
      change.title && change.entity !== "meeting"
        ? t("activity.of", { term: upper(termOf(change)), title: change.title })
        : upper(termOf(change));
    // What was changed may be told to nobody: a password.
    const value = shown.length > 0 ? shown.join(", ") : t("activity.changedOne");
    return { what: t("activity.value", { what: name, value }), facts: [] };
  };

  return (change: Change): ChangeWords => {
    const before = (change.before ?? {}) as State;
    const after = (change.after ?? {}) as State;
    const words =
      change.action === "created"
        ? (created(change, after) ?? { what: fresh(change), facts: [] })
        : change.action === "changed"
          ? changed(change, before, after)
          : {
              what: t(`activity.was.${change.action}`, { term: upper(termOf(change)) }),
              facts: change.entity === "meeting" ? [] : [change.title],
            };
    return { what: words.what, facts: words.facts.filter(Boolean) };
  };
}

/** "12 of 15"; a falling metric, and what is in per cent, names its target. */
function checkInValue(
  after: State,
  keyResult: Schemas["KeyResult"] | undefined,
  { siteTargets }: Measures,
  t: TFunction,
): string {
  const stage = number(after.stage);
  if (stage !== null) {
    const title = keyResult?.stages[stage]?.title ?? "–";
    if (stage === 0 || !keyResult) return title;
    return t("stage.of", { number: stage, total: keyResult.stages.length - 1, title });
  }
  const value = number(after.value);
  if (value === null) return "";
  const unit = ofUnit(keyResult?.unit ?? "");
  const rolledOut = after.site
    ? siteTargets.find((one) => one.keyResult === after.keyResult && one.site === after.site)
    : undefined;
  const target = after.site ? (rolledOut?.target ?? null) : (keyResult?.target ?? null);
  if (target === null || keyResult?.kind !== "metric") return `${formatNumber(value)}${unit}`;
  const start = (after.site ? rolledOut?.start : null) ?? keyResult.start ?? 0;
  return t(start > target || keyResult.unit === "%" ? "activity.toTarget" : "activity.ofTarget", {
    value: formatNumber(value),
    target: formatNumber(target),
    unit,
  });
}

function kpiValue(change: Change, state: State, { kpis }: Measures): string {
  const value = number(state.value);
  const kpi = kpis.find(({ id }) => id === (state.kpi ?? change.parentId));
  return value === null ? "–" : valueText(value, { unit: kpi?.unit ?? "" });
}

const periodOf = ({ period, startsOn }: State) =>
  period && startsOn ? periodName(period as Schemas["Period"], string(startsOn)) : "";

function supplyValue(after: State, t: TFunction): string {
  const unit = after.unit === "pieces" ? "pieces" : "eur";
  const about = after.estimated ? "≈" : "";
  const share = number(after.share);
  if (share !== null) return about + formatShare(share);
  const demand = number(after.demand);
  const volume = formatAmount(number(after.volume), unit);
  return (
    about +
    (demand === null
      ? volume
      : t("activity.ofTarget", { value: volume, target: formatAmount(demand, unit) }))
  );
}
