import i18next from "i18next";
import type { Schemas } from "../api/client";
import { problemText } from "../entity/problem-text";
import { type Cell, textOf } from "./cells";
import { choiceWord } from "./choice-words";
import { fieldOf, type ImportField, type Kind } from "./fields";
import type { Format } from "./match";

const examples = {
  comma: "1.234,5",
  point: "1,234.5",
  dmy: "24.11.2026",
  mdy: "11/24/2026",
  ymd: "2026-11-24",
} as const;

/** What is wrong with a cell, or worth a look, and what would be right. */
export function wordsOfProblem(
  { code, detail, choices }: Schemas["ImportProblem"],
  kind: Kind,
  field: ImportField | undefined,
  cell: Cell | undefined,
  format: Format,
): string {
  const key = `import.problem.${code}`;
  if (!i18next.exists(key)) return problemText(code, detail);
  return i18next.t(`import.problem.${code}` as "import.problem.twice", {
    value: textOf(cell),
    choices: choicesOf(kind, field, choices)
      .map(({ label }) => label)
      .join(", "),
    line: choices[0] ?? "",
    // Of a share: what the file says, and what the volumes make.
    file: choices[0] ?? "",
    made: choices[1] ?? "",
    number: examples[format.decimalSign],
    day: examples[format.dateOrder],
  });
}

/** What could stand there instead, in words. */
export function choicesOf(
  kind: Kind,
  field: ImportField | undefined,
  choices: readonly string[],
): { value: string; label: string }[] {
  const of = fieldOf(kind, field)?.of;
  return choices.map((value) => ({
    value,
    label: of
      ? choiceWord(of, value)
      : value === "true"
        ? i18next.t("yes")
        : value === "false"
          ? i18next.t("no")
          : value,
  }));
}

/** Those of a cell from whose list one can be taken. */
export const offersChoice = ({ code }: Schemas["ImportProblem"]) =>
  code === "not_a_choice" || code === "not_a_truth" || code.startsWith("unknown_");
