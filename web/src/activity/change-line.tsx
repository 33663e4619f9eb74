import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatInstant } from "../app/format";
import { nameOf } from "../cockpit/cockpit-query";

type Change = Schemas["Change"];

/** One change in plain words. */
export function ChangeLine({ change, people }: { change: Change; people: Schemas["Person"][] }) {
  const { t } = useTranslation();
  const after = (change.after ?? {}) as Record<string, unknown>;
  const note = change.entity === "check_in" && after.note ? ` „${after.note}“` : "";
  return (
    <span>
      <b>{change.byUser ? nameOf(people, change.byUser) : "Takt"}</b>{" "}
      {t(`activity.${change.action}`, { term: t(`term.${change.entity}`) })}{" "}
      <span className="muted">
        {change.title}
        {note}
        {change.reason && ` · ${t("activity.reason", { reason: change.reason })}`} ·{" "}
        {formatInstant(change.at)}
      </span>
    </span>
  );
}

/** What a change did to each field. */
export function ChangeDetail({ change }: { change: Change }) {
  const { t, i18n } = useTranslation();
  const before = (change.before ?? {}) as Record<string, unknown>;
  const after = (change.after ?? {}) as Record<string, unknown>;
  const text = (value: unknown) =>
    value === null || value === undefined || value === ""
      ? "–"
      : typeof value === "object"
        ? JSON.stringify(value)
        : String(value);
  const label = (name: string) => (i18n.exists(`field.${name}`) ? t(`field.${name}`) : name);
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
        {Object.keys(after).map((name) => (
          <tr key={name}>
            <td>{label(name)}</td>
            <td>{text(before[name])}</td>
            <td>{text(after[name])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
