import { percentOfFraction } from "../app/percent";
import type { Cell, Sheet } from "./cells";

/** So much of a workbook is unpacked and no more. */
const mostBytes = 300_000_000;

/** It is no workbook, or one that is locked with a password. */
export class NoWorkbook extends Error {}

/** Excel's day as its reader sees it: the reader gives it as midnight of that day in UTC, in every zone. */
function dayText(at: Date): string {
  // What Excel stores of a time of day misses the second by a bit.
  const second = new Date(Math.round(at.getTime() / 1000) * 1000).toISOString();
  const [day = "", time = ""] = second.split(/[TZ.]/);
  if (day < "1900-01-02") return time.slice(0, 5);
  return time === "00:00:00" ? day : `${day} ${time}`;
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return dayText(value);
  // What Excel shows and keeps of a number; what lies behind is what its computing missed.
  if (typeof value === "number") return Number(value.toPrecision(15));
  if (typeof value === "boolean") return value;
  return String(value);
}

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const attribute = (tag: string, name: string) =>
  new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
const columnOf = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The XML of each sheet, in their order. */
function sheetParts(parts: Record<string, Uint8Array>): string[] {
  const targets = new Map(
    [
      ...decode(parts["xl/_rels/workbook.xml.rels"]).matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g),
    ].map(([tag]) => [attribute(tag, "Id"), attribute(tag, "Target")]),
  );
  return [...decode(parts["xl/workbook.xml"]).matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => {
    const target = targets.get(attribute(tag, "id")) ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    return decode(parts[path]);
  });
}

/** What is merged over several rows stands in each of them, as it is read. */
function fillMerged(rows: Cell[][], xml: string) {
  for (const [tag] of xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*>/g)) {
    const [, letters, from, , to] =
      /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(tag, "ref")) ?? [];
    if (!letters || Number(to) <= Number(from)) continue;
    const column = columnOf(letters);
    const value = rows[Number(from) - 1]?.[column] ?? null;
    for (const row of rows.slice(Number(from), Number(to))) row[column] = value;
  }
}

/** The styles in which Excel shows 0.4 as 40 %, by their numbers. */
function percentStyles(xml: string): ReadonlySet<string> {
  // Two of Excel's own formats, and whichever of the file's shows the sign.
  const formats = new Set(["9", "10"]);
  for (const [tag] of xml.matchAll(/<(?:\w+:)?numFmt\s[^>]*>/g)) {
    const code = attribute(tag, "formatCode").replace(/&quot;[^&]*&quot;|\\./g, "");
    if (code.includes("%")) formats.add(attribute(tag, "numFmtId"));
  }
  const [styles = ""] = /<(?:\w+:)?cellXfs[\s>].*?<\/(?:\w+:)?cellXfs>/s.exec(xml) ?? [];
  return new Set(
    [...styles.matchAll(/<(?:\w+:)?xf\s[^>]*>/g)].flatMap(([tag], at) =>
      formats.has(attribute(tag, "numFmtId")) ? [String(at)] : [],
    ),
  );
}

/** The reader tells numbers only; which of them are per cent their styles say. */
function markPerCent(rows: Cell[][], xml: string, styles: ReadonlySet<string>) {
  for (const [tag] of xml.matchAll(/<(?:\w+:)?c\s[^>]*>/g)) {
    if (!styles.has(/\ss="(\d+)"/.exec(tag)?.[1] ?? "")) continue;
    const [, letters = "", line] = /\sr="([A-Z]+)(\d+)"/.exec(tag) ?? [];
    const [row, column] = [rows[Number(line) - 1], columnOf(letters)];
    const value = row?.[column];
    if (row && typeof value === "number") row[column] = { perCent: percentOfFraction(value) };
  }
}

/** The reader passes errors of formulas over; somebody has to see them: they become texts. */
function keepErrors(parts: Record<string, Uint8Array>) {
  for (const [path, bytes] of Object.entries(parts)) {
    if (!/worksheets\/[^/]+\.xml$/.test(path)) continue;
    const xml = decode(bytes);
    if (xml.includes(' t="e"'))
      parts[path] = new TextEncoder().encode(
        xml.replace(/(<(?:\w+:)?c\s(?:[^>]*\s)?t)="e"/g, '$1="str"'),
      );
  }
}

/** The sheets of a workbook of Excel, as they are shown: what formulas resulted in, days, merged cells. */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const [{ default: readXlsxFile }, { unzipSync, zipSync }] = await Promise.all([
    import("read-excel-file/browser"),
    import("fflate"),
  ]);
  try {
    let size = 0;
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!/\.(?:xml|rels)$/i.test(name)) return false;
        size += originalSize;
        if (size > mostBytes) throw new NoWorkbook("too large");
        return true;
      },
    });
    keepErrors(parts);
    // Unpacked already: for large parts the reader would start workers of its own, which the page's policy forbids.
    const sheets = await readXlsxFile(zipSync(parts, { level: 0 }).buffer as ArrayBuffer);
    const xml = sheetParts(parts);
    const perCent = percentStyles(decode(parts["xl/styles.xml"]));
    const since1904 = /<(?:\w+:)?workbookPr\s[^>]*date1904="(?:1|true)"/.test(
      decode(parts["xl/workbook.xml"]),
    );
    return sheets.map(({ sheet, data }, index) => {
      const rows = data.map((row) => row.map(cellOf));
      if (perCent.size > 0) markPerCent(rows, xml[index] ?? "", perCent);
      fillMerged(rows, xml[index] ?? "");
      return { name: sheet, rows, ...(since1904 && { since1904 }) };
    });
  } catch (caught) {
    throw new NoWorkbook(String(caught));
  }
}
