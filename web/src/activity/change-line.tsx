import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatInstant } from "../app/format";
import type { Term } from "../app/i18n";
import { choicesOf } from "../entity/choices";
import { type Named, nameOf } from "../entity/named";
import { useValueText } from "../entity/value-text";

type Change = Schemas["Change"];

/** A reason as somebody wrote it; the server's own are codes, which older releases wrote with blanks. */
function reasonText(reason: string, t: TFunction): string {
  const code = reason.replace(" ", "_");
  return code === "carried_over" || code === "merged" ? t(`activity.ofServer.${code}`) : reason;
}

/** One change in plain words. */
export function ChangeLine({ change, people }: { change: Change; people: Named[] }) {
  const { t } = useTranslation();
  const after = (change.after ?? {}) as Record<string, unknown>;
  const note = change.entity === "check_in" && after.note ? String(after.note) : "";
  return (
    <span>
      <b>{change.byUser ? nameOf(people, change.byUser) : "Takt"}</b>{" "}
      {t(`activity.${change.action}`, { term: t(`term.${change.entity as Term}`) })}{" "}
      <span className="muted">
        {change.title}
        {note && ` ${t("activity.note", { note })}`}
        {change.reason && ` · ${t("activity.reason", { reason: reasonText(change.reason, t) })}`} ·{" "}
        {formatInstant(change.at)}
      </span>
    </span>
  );
}

/** What a change did to each field, with names instead of ids. */
export function ChangeDetail({ change, names }: { change: Change; names: Named[] }) {
  const { t } = useTranslation();
  const { label, text } = useValueText(names);
  const choices = choicesOf(change.entity);
  const before = (change.before ?? {}) as Record<string, unknown>;
  const after = (change.after ?? {}) as Record<string, unknown>;
  const changed = Object.keys(after).filter((name) => name !== "position");
  if (changed.length === 0) return null;
  return (
    <table className="data">
      <thead>
        <tr>
          <th>{t("conflict.field")}</th>
          <th>{t("activity.before")}</th>
          <th>{t("activity.after")}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map((name) => (
          <tr key={name}>
            <td>{label(name)}</td>
            <td>{text(name, before[name], choices[name])}</td>
            <td>{text(name, after[name], choices[name])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
