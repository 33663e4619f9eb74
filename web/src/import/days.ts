import { plainWord } from "../paste/table";
import { readPeriod } from "../supply/read-period";
import { readDay } from "./format";

/** As the server reads it: `KW 27`, `W27`, `week 27 2026`, `2026-W27`. */
const week =
  /^(?:\d{4} ?)?(?:kw|w|cw|wk|week|woche|kalenderwoche|calendar week) ?\d{1,2}(?: (?:\d{4}|\d\d))?$/;

/** A month as such; a day would be read as the one that it lies in. */
const isMonth = (text: string) => readPeriod(text, "quarter")?.period === "month";
export const isWeekOrMonth = (text: string) => week.test(plainWord(text)) || isMonth(text);

/** Whether it names the day of a check-in: a day, a week or a month. */
export const namesDay = (text: string) =>
  isWeekOrMonth(text) ||
  (["dmy", "mdy", "ymd"] as const).some((order) => readDay(text, order) !== undefined);

const weekHeads = new Set(["kw", "w", "cw", "woche", "kalenderwoche", "week"]);

/** Whether a column of that name holds weeks as mere numbers. */
export const holdsWeeks = (name: string) => weekHeads.has(plainWord(name));
