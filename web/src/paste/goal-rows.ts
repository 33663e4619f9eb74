import i18next from "i18next";
import type { Schemas } from "../api/client";
import { formatDate } from "../app/format";
import { plusDays } from "../app/zone";
import { oneLine } from "../entity/fields";
import { readDay } from "../ui/read-day";
import type { Column } from "./columns";
import { namedLike } from "./table";
import { fine, type Judge, known, type Wrong } from "./verdict";

type Goal = Pick<Schemas["LongTermGoal"], "title" | "due" | "measure" | "kind" | "state">;

export const goalColumns = (): Column[] => [
  {
    key: "title",
    label: i18next.t("field.title"),
    words: ["titel", "ziel", "langfristiges ziel", "title", "goal", "long term goal"],
  },
  {
    key: "due",
    label: i18next.t("field.due"),
    words: ["fallig", "fallig am", "bis", "termin", "datum", "due", "by", "date"],
  },
  {
    key: "measure",
    label: i18next.t("field.measure"),
    words: ["mass", "messgrosse", "woran gemessen", "measure", "measured by"],
  },
];

export const judgeGoals =
  (present: readonly { title: string }[], today: string): Judge<Goal> =>
  (rows) =>
    rows.map((row) => {
      const title = oneLine(row.of("title"));
      const wrong: Wrong[] = [];
      const example = formatDate(plusDays(today, 540));
      if (!title) wrong.push({ key: "title", says: i18next.t("paste.lacks.name") });
      const due = readDay(row.of("due"), today, { min: today });
      if (!due)
        wrong.push({
          key: "due",
          says: row.of("due")
            ? i18next.t("paste.noDay", { value: row.of("due"), example })
            : i18next.t("paste.lacks.due", { example }),
        });
      if (!due || wrong.length > 0) return { items: [], wrong, doubts: [] };
      const there = namedLike(
        present.map((goal) => ({ name: goal.title })),
        title,
      );
      if (there) return known(i18next.t("paste.there", { name: title }));
      return fine(
        {
          title,
          due,
          measure: row.of("measure"),
          kind: "strategic" as const,
          state: "open" as const,
        },
        due < today ? [i18next.t("paste.past", { date: formatDate(due) })] : [],
      );
    });
