import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";
import { formatNumber } from "../app/format";
import type { Texts } from "../app/i18n";

export type Question = Schemas["AgilityQuestion"];
export type Code = keyof Texts["agility"]["figure"];
export type Advice = keyof Texts["agility"]["advice"];

/** What was counted for a question: the figure, and in small what it is a figure of. */
export interface Raw {
  figure: string;
  of: string;
}

const rounded = (value: number) => Math.round(value * 10) / 10;
const told = (value: number | null | undefined) =>
  value === null || value === undefined ? "–" : formatNumber(rounded(value));

/** What decides between one and many, and how it reads. */
const counted = (value: number) => ({ count: rounded(value), amount: told(value) });

/** A question by its name. */
export const nameOf = (code: string, t: TFunction) => t(`agility.figure.${code as Code}.name`);

/** A score as a whole number; "–" where there is none. */
export const scoreText = (value: number | null) =>
  value === null ? "–" : formatNumber(Math.round(value));

/** There is nothing to count yet. */
const nothing = (of: string): Raw => ({ figure: "–", of });

/** The raw number of a question in words; the server says in which order they come. */
export function rawOf({ code, raw }: Pick<Question, "code" | "raw">, t: TFunction): Raw {
  const [a = null, b = null, c = null, d = null] = raw;
  const of = (some: number | null, all: number | null) =>
    t("agility.of", { some: told(some), all: told(all) });
  const months = a === null ? undefined : t("agility.months", counted(a));
  switch (code as Code) {
    case "cadence":
      if (!c)
        return {
          figure: months ?? "–",
          of: t(months ? "agility.figure.cadence.none" : "agility.figure.cadence.nothing"),
        };
      return {
        figure: of(b, c),
        of: [
          t("agility.figure.cadence.raw", { count: c }),
          months && t("agility.cycleOf", { months }),
        ]
          .filter(Boolean)
          .join(", "),
      };
    case "sensing":
      if (a === null) return nothing(t("agility.figure.sensing.none"));
      return {
        figure: told(a),
        of: [
          t("agility.figure.sensing.raw", { count: rounded(a) }),
          b !== null && t("agility.recordedAfter", counted(b)),
        ]
          .filter(Boolean)
          .join(", "),
      };
    case "response":
      if (a === null) return nothing(t("agility.figure.response.none"));
      return {
        figure: t("agility.days", counted(a)),
        of: [
          t("agility.figure.response.raw"),
          c ? t("agility.figure.response.high", { some: told(b), all: told(c) }) : "",
        ]
          .filter(Boolean)
          .join("; "),
      };
    case "long_term_tie":
      if (!d && !b) return nothing(t("agility.figure.long_term_tie.nothing"));
      if (!d)
        return { figure: of(a, b), of: t("agility.figure.long_term_tie.none", { count: b ?? 0 }) };
      return {
        figure: of(c, d),
        of: [
          t("agility.figure.long_term_tie.raw", { count: d }),
          b ? t("agility.figure.long_term_tie.tied", { some: told(a), count: b }) : "",
        ]
          .filter(Boolean)
          .join("; "),
      };
    case "adaptation":
    case "freshness":
    case "learning": {
      const one = code as "adaptation" | "freshness" | "learning";
      if (!b) return nothing(t(`agility.figure.${one}.none`));
      return { figure: of(a, b), of: t(`agility.figure.${one}.raw`, { count: b }) };
    }
  }
}
