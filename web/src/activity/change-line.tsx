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
  const after = (change.after ?? {}) as Record<string, unknown>;
  // An assumption has no name but that of what it is about, which is the change's title.
  const ofAbout =
    change.entity === "assumption" && change.title
      ? [{ id: String(after.about), name: change.title }]
      : [];
  const { label, text } = useValueText([...ofAbout, ...names]);
  const choices = choicesOf(change.entity);
  const before = (change.before ?? {}) as Record<string, unknown>;
  const rows = Object.keys(after)
    .filter((name) => name !== "position")
    .map((name) => {
      const told = (value: unknown) => text(name, value, choices[name]);
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
