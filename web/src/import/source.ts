import { readTable, writeTable } from "../paste/table";
import type { Sheet } from "./cells";
import { hashOf } from "./hash";
import { decoded, encodingOf, presetDelimiter, readText, type TextFormat } from "./read-text";
import { readWorkbook } from "./read-workbook";

/** What was pasted or chosen, read into rows. */
export interface Source {
  file: string;
  hash: string;
  sheets: Sheet[];
  /** Of a text file: what it was read from, and how. */
  text?: { bytes: Uint8Array; format: TextFormat };
}

export const isWorkbook = (name: string) => /\.xls[xm]$/i.test(name);
/** Those of before 2007 are something else. */
export const isOldWorkbook = (name: string) => /\.xls$/i.test(name);

/** Names of files are no longer than the server takes them. */
const nameOf = (name: string) => name.slice(0, 200) || "?";

export async function sourceOfFile(file: File): Promise<Source> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const hash = await hashOf(bytes);
  if (isWorkbook(file.name))
    return { file: nameOf(file.name), hash, sheets: await readWorkbook(bytes) };
  const encoding = encodingOf(bytes);
  const delimiter = presetDelimiter(decoded(bytes, encoding));
  return ofText({ file: nameOf(file.name), hash, sheets: [] }, bytes, { encoding, delimiter });
}

async function ofText(source: Source, bytes: Uint8Array, format: TextFormat): Promise<Source> {
  const sheet = await readText(decoded(bytes, format.encoding), format.delimiter);
  return { ...source, sheets: [sheet], text: { bytes, format } };
}

/** The same file, read as it is declared to be written. */
export const readAnew = (source: Source, format: TextFormat) =>
  source.text ? ofText(source, source.text.bytes, format) : Promise.resolve(source);

/** What was copied from a spreadsheet, or typed. */
export async function sourceOfPaste(text: string, name: string): Promise<Source> {
  const table = readTable(text.replace(/[\r\n]+$/, ""));
  const rows = table.rows.map((row) => row.map((cell) => (cell === "" ? null : cell)));
  const hash = await hashOf(new TextEncoder().encode(writeTable(table)));
  return { file: nameOf(name), hash, sheets: [{ name: "", rows }] };
}
