import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatInstant, formatTime } from "../app/format";
import { choicesOf } from "../entity/choices";
import { type Named, nameOf } from "../entity/named";
import { useValueText } from "../entity/value-text";
import style from "./activity.module.css";
import { useChangeWords } from "./change-words";
import { type Measures, noMeasures } from "./measures";
import { stepText } from "./meeting-step";
import { reasonText } from "./reason-text";

type Change = Schemas["Change"];

/** One change in plain words: who, what with its values, and what belongs to it; below its day in columns. */
export function ChangeLine({
  change,
  people,
  measures = noMeasures,
  day = true,
}: {
  change: Change;
  people: readonly Named[];
  /** What its values are measured in, where that is known. */
  measures?: Measures;
  /** Whether the day is told, or stands above. */
  day?: boolean;
}) {
  const { t } = useTranslation();
  const { what, facts } = useChangeWords(measures)(change);
  const around = [
    ...facts,
    change.reason && t("activity.reason", { reason: reasonText(change.reason, t) }),
    day && formatInstant(change.at),
  ];
  return (
    <span className={style.line} data-under={!day || undefined}>
      {!day && <time dateTime={change.at}>{formatTime(change.at)}</time>}
      <span className={style.who}>{change.byUser ? nameOf(people, change.byUser) : "Takt"}</span>{" "}
      <span>
        <b>{what}</b> <span className={style.facts}>{around.filter(Boolean).join(" · ")}</span>
      </span>
    </span>
  );
}

/** What a change did to each field, with names instead of ids. */
export function ChangeDetail({
  change,
  names,
  keyResults = noMeasures.keyResults,
  meetings,
}: {
  change: Change;
  names: readonly Named[];
  /** Whose stages are told by name. */
  keyResults?: Measures["keyResults"];
  meetings?: Measures["meetings"];
}) {
  const { t } = useTranslation();
  const after = (change.after ?? {}) as Record<string, unknown>;
  // An assumption has no name but that of what it is about, which is the change's title.
  const ofAbout =
    change.entity === "assumption" && change.title
      ? [{ id: String(after.about), name: change.title }]
      : [];
  const { label, text } = useValueText([...ofAbout, ...names]);
  const choices = choicesOf(change.entity);
  const before = (change.before ?? {}) as Record<string, unknown>;
  const stages =
    change.entity === "check_in"
      ? keyResults.find(({ id }) => id === after.keyResult)?.stages
      : undefined;
  const rows = Object.keys(after)
    .filter((name) => name !== "position")
    .map((name) => {
      const told = (value: unknown) =>
        (name === "stage" && stages?.[Number(value)]?.title) ||
        (stepText(change, name, value, meetings, t) ?? text(name, value, choices[name]));
      return { name, before: told(before[name]), after: told(after[name]) };
    })
    // What was empty and still is tells nothing.
    .filter((row) => row.before !== "–" || row.after !== "–");
  if (rows.length === 0) return null;
  return (
    <table className="data broken">
      <thead>
        <tr>
          <th>{t("conflict.field")}</th>
          <th>{t("activity.before")}</th>
          <th>{t("activity.after")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <td>{label(row.name)}</td>
            <td>{row.before}</td>
            <td>{row.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
