import { strToU8, zipSync } from "fflate";

/** A workbook as Excel packs it: sheets by name, each the XML within its `sheetData`; styles 1 and 2 are a day and a share. */
export function workbook(
  sheets: Record<string, { rows: string; merged?: string[] }>,
  { date1904 = false } = {},
): Uint8Array {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const names = Object.keys(sheets);
  const files: Record<string, string> = {
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${
      date1904 ? ' date1904="1"' : ""
    }/><sheets>${names
      .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map(
        (_, at) =>
          `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join("")}</Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>`,
  };
  names.forEach((name, at) => {
    const { rows, merged = [] } = sheets[name] as { rows: string; merged?: string[] };
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${
        merged.length > 0
          ? `<mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`
          : ""
      }</worksheet>`;
  });
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}

/** A row of a workbook: texts as they are, numbers with a style where it is named. */
export const xmlRow = (
  at: number,
  cells: (string | number | { v: number | string; style?: number; type?: string } | null)[],
) =>
  `<row r="${at}">${cells
    .map((cell, column) => {
      const ref = `${String.fromCharCode(65 + column)}${at}`;
      if (cell === null) return "";
      if (typeof cell === "string")
        return `<c r="${ref}" t="inlineStr"><is><t>${cell}</t></is></c>`;
      if (typeof cell === "number") return `<c r="${ref}"><v>${cell}</v></c>`;
      const { v, style, type } = cell;
      return `<c r="${ref}"${style ? ` s="${style}"` : ""}${type ? ` t="${type}"` : ""}><v>${v}</v></c>`;
    })
    .join("")}</row>`;

/** As an older Excel in Germany saves a text. */
export const windows1252 = (text: string) =>
  Uint8Array.from([...text], (sign) => ({ "€": 0x80, "–": 0x96 })[sign] ?? sign.charCodeAt(0));
