import { textOf } from "./cells";
import type { Judged } from "./judged";

/** What a spreadsheet would take for a formula stays a text. */
const harmless = (text: string) =>
  /^[=+\-@\t\r]/.test(text) && !/^-[\d.,\s]+%?$/.test(text) ? `'${text}` : text;
const quoted = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The rows that are refused as a file that Excel opens, with what is wrong in a column behind them. */
export function errorFile(
  heads: readonly string[],
  judged: readonly Judged[],
  sentences: (judged: Judged) => string[],
): Blob {
  const lines = [
    heads,
    ...judged.map((one) => [
      String(one.row.line),
      ...one.row.cells.map(textOf),
      sentences(one).join(" "),
    ]),
  ];
  const text = lines
    .map((line) => line.map((cell) => quoted(harmless(cell))).join(";"))
    .join("\r\n");
  // With its mark Excel takes it for what it is.
  return new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" });
}
