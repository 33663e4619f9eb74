import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate, formatInstant, formatNumber } from "../app/format";
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

/** What a change did to each field, with names instead of ids. */
export function ChangeDetail({ change, names }: { change: Change; names: Schemas["NamedId"][] }) {
  const { t, i18n } = useTranslation();
  const before = (change.before ?? {}) as Record<string, unknown>;
  const after = (change.after ?? {}) as Record<string, unknown>;
  const label = (name: string) => (i18n.exists(`field.${name}`) ? t(`field.${name}`) : name);
  const text = (value: unknown): string => {
    if (value === null || value === undefined || value === "") return "–";
    if (typeof value === "number") return formatNumber(value);
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (Array.isArray(value)) return value.map(text).join(", ") || "–";
    if (typeof value === "object")
      return Object.entries(value)
        .map(([name, part]) => `${label(name)}: ${text(part)}`)
        .join("; ");
    const written = String(value);
    const named = names.find(({ id }) => id === written);
    if (named) return named.name;
    if (i18n.exists(`choice.${written}`)) return t(`choice.${written}`);
    if (/^\d{4}-\d\d-\d\dT/.test(written)) return formatInstant(written);
    return /^\d{4}-\d\d-\d\d$/.test(written) ? formatDate(written) : written;
  };
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
        {Object.keys(after)
          .filter((name) => name !== "position")
          .map((name) => (
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
