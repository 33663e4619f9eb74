import i18next from "i18next";
import { formatDate } from "../app/format";
import styles from "./date-tile.module.css";

const part = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(i18next.language === "de" ? "de-DE" : "en-GB", {
    ...options,
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));

/** A day as a leaf of a calendar. */
export const DateTile = ({ day }: { day: string }) => (
  <time className={styles.day} dateTime={day} title={formatDate(day)}>
    <span>{part(day, { month: "short" })}</span> <b>{part(day, { day: "numeric" })}</b>
  </time>
);
