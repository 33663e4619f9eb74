import type { Cell, Sheet } from "./cells";

export const encodings = ["utf-8", "windows-1252", "utf-16le"] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [";", ",", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a text file is written; declared, and preset by what fits. */
export interface TextFormat {
  encoding: Encoding;
  delimiter: Delimiter;
}

/** UTF-8 wherever it decodes: a text of Windows-1252 with umlauts does not. Excel's "Unicode text" says what it is. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** Without the mark that some programs put before a text. */
export const decoded = (bytes: Uint8Array, encoding: Encoding) =>
  new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, "");

/** What parts the first lines into the most, and the most even, cells; what is quoted counts for nothing. */
export function delimiterOf(text: string): Delimiter {
  const lines = text
    .slice(0, 20_000)
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 20);
  const score = (sign: Delimiter) => {
    const counts = lines.map((line) => line.split(sign).length - 1);
    const most = Math.max(...counts);
    return most * counts.filter((count) => count === most).length;
  };
  // A comma may be a decimal sign: what else parts goes first.
  return ([";", "\t", "|", ","] as const).reduce((best, sign) =>
    score(sign) > score(best) ? sign : best,
  );
}

/** Excel writes the sign into a first line of its own. */
const declares = /^"?sep=(.)"?\r?\n/i;

/** What parts a text: as it says itself, else by its look. */
export function presetDelimiter(text: string): Delimiter {
  const said = declares.exec(text)?.[1];
  return delimiters.find((sign) => sign === said) ?? delimiterOf(text);
}

/** The rows of a text, the first of the file first. */
export async function readText(text: string, delimiter: Delimiter): Promise<Sheet> {
  const { default: Papa } = await import("papaparse");
  const { data } = Papa.parse<string[]>(text, { delimiter, quoteChar: '"' });
  // What was written as a text lest a spreadsheet take it for a formula is read as it was.
  const rows: Cell[][] = data.map((row) =>
    row.map((cell) => (cell === "" ? null : cell.replace(/^'(?='*[=+\-@\t\r\n])/, ""))),
  );
  // That line stays in the count, blank.
  if (declares.test(text)) rows[0] = [];
  while (rows.length > 0 && (rows.at(-1) as Cell[]).every((cell) => cell === null)) rows.pop();
  return { name: "", rows };
}
