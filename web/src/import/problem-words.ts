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
  { code, detail, choices, value }: Schemas["ImportProblem"],
  kind: Kind,
  field: ImportField | undefined,
  cell: Cell | undefined,
  format: Format,
): string {
  // Which key result is meant, its cycle or objective can tell.
  const said = code === "ambiguous" && kind === "check_ins" ? "ambiguous_key_result" : code;
  const key = `import.problem.${said}`;
  if (!i18next.exists(key)) return problemText(code, detail);
  return i18next.t(key as "import.problem.twice", {
    value: value ?? textOf(cell),
    choices: choicesOf(kind, field, choices)
      .map(({ label }) => label)
      .join(", "),
    line: choices[0] ?? "",
    // Of a share or progress: what the file says, and what its figures make.
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
  code === "not_a_choice" ||
  code === "not_a_truth" ||
  code === "ambiguous_user" ||
  code.startsWith("unknown_");
