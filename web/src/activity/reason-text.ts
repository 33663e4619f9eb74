import type { TFunction } from "i18next";

/** A reason as somebody wrote it; the server's own are codes, which older releases wrote with blanks. */
export function reasonText(reason: string, t: TFunction): string {
  const code = reason === "left the team" ? "left_team" : reason.replace(" ", "_");
  return code === "carried_over" || code === "merged" || code === "left_team"
    ? t(`activity.ofServer.${code}`)
    : reason;
}
