import { dayOfMonth, formatDate, shortMonth } from "../app/format";
import styles from "./date-tile.module.css";

/** A day, or the one in which an instant lies for the reader, as a leaf of a calendar. */
export const DateTile = ({ day }: { day: string }) => (
  <time className={styles.day} dateTime={day} title={formatDate(day)}>
    <span>{shortMonth(day)}</span> <b>{dayOfMonth(day)}</b>
  </time>
);
