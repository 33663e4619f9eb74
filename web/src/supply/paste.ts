/** A number as people write it in German or English: 1.234,5 · 1,234.5 · 40 % · 12. */
export function parseNumber(text: string, language: string): number | null | undefined {
  const plain = text.replace(/[\s€%'’]|EUR/g, "");
  if (plain === "" || plain === "–" || plain === "-") return null;
  const comma = plain.lastIndexOf(",");
  const dot = plain.lastIndexOf(".");
  let normal = plain;
  if (comma >= 0 && dot >= 0)
    normal = comma > dot ? plain.replaceAll(".", "").replace(",", ".") : plain.replaceAll(",", "");
  else if (comma >= 0)
    normal =
      language === "de" || !/,\d{3}$/.test(plain)
        ? plain.replace(",", ".")
        : plain.replaceAll(",", "");
  else if (dot >= 0 && language === "de" && /^-?\d{1,3}(\.\d{3})+$/.test(plain))
    normal = plain.replaceAll(".", "");
  const number = Number(normal);
  return Number.isFinite(number) ? number : undefined;
}

/** Rows and columns as a spreadsheet puts them on the clipboard. */
export function pastedCells(text: string): string[][] {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.split("\t"));
}
