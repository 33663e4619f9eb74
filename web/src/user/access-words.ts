import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";
import { formatDate, formatDaysAgo } from "../app/format";
import { daysBetween } from "../app/zone";
import type { Tone } from "../ui/chip";

/** Somebody who has not come in yet is something to do; nothing is bad about it. */
export const toneOf: Record<Schemas["AccessState"], Tone | undefined> = {
  active: "ok",
  invited: "brand",
  link_over: "warn",
  not_invited: undefined,
};

/** Whether a link of theirs could still be used. */
export const hadLink = (access: Schemas["UserState"] | undefined) =>
  access?.state === "invited" || (access?.state === "active" && access.linkEndsAt !== null);

/** Since when somebody is invited, and until when their link works; nothing of who has come in. */
export function invitedWords(
  { state, invitedAt, linkEndsAt }: Schemas["UserState"],
  t: TFunction,
): string {
  const date = formatDate(invitedAt);
  if (state === "link_over") return t("users.ranOut", { date });
  if (state !== "invited") return "";
  return linkEndsAt
    ? t("users.invitedOn", { date, until: formatDate(linkEndsAt) })
    : t("users.onItsWay", { date });
}

/** The day on which somebody was here last: near ones as one says them. */
export function hereWords(day: string | null, today: string, t: TFunction): string {
  if (!day) return t("users.never");
  // It is the organisation's day; whoever reads this may be a day behind it.
  const days = Math.max(0, daysBetween(day, today));
  return days < 7 ? formatDaysAgo(days) : formatDate(day);
}
