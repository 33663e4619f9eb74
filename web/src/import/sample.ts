import i18next from "i18next";
import { type Cell, isBlank, isSum, textOf } from "./cells";
import { fieldName } from "./fields";
import { presetHead } from "./find-head";
import { listForm } from "./list-form";
import { type Known, namesOf, presetMatch } from "./match";
import { sourceOfFile } from "./source";

/** A share sheet as account teams keep it, with the account's own sites and areas in place of the made-up ones. */
export async function sampleShares(known: Known) {
  const language = i18next.language === "de" ? "de" : "en";
  const answer = await fetch(`/samples/shares-${language}.xlsx`);
  if (!answer.ok) throw new Error(answer.statusText);
  const source = await sourceOfFile(
    new File([await answer.blob()], `${i18next.t("import.sampleFile")}.xlsx`),
  );
  const sheets = source.sheets.map((sheet) => ({
    ...sheet,
    rows: withNames(sheet.rows, known),
  }));
  return { ...source, sheets };
}

/** Rows of names that the account has none for are left out; without a site its shares are of all of them. */
function withNames(rows: readonly Cell[][], known: Known): Cell[][] {
  const head = presetHead("supply", rows, known);
  const { roles } = presetMatch("supply", namesOf(rows, head), known);
  const sites = known.sites.length > 0 ? known.sites : [{ name: i18next.t("import.allSites") }];
  const own = [
    { column: roles.indexOf("site"), next: namesIn(sites) },
    { column: roles.indexOf("product_area"), next: namesIn(known.productAreas) },
  ];
  return rows.flatMap((row, at) => {
    if (at < head.at + head.lines || isSum(row[0])) return [row];
    const named = [...row];
    for (const { column, next } of own) {
      const cell = row[column];
      if (isBlank(cell)) continue;
      const name = next(textOf(cell));
      if (name === undefined) return [];
      named[column] = name;
    }
    return [named];
  });
}

/** For each name the next of the account's, the same for the same. */
function namesIn(things: readonly { name: string }[]) {
  const given = new Map<string, string | undefined>();
  return (name: string) => {
    if (!given.has(name)) given.set(name, things[given.size]?.name);
    return given.get(name);
  };
}

/** The sample as text that can be pasted: a row for each share. */
export async function sampleText(known: Known): Promise<string> {
  const { sheets } = await sampleShares(known);
  const rows = sheets[0]?.rows ?? [];
  const head = presetHead("supply", rows, known);
  const match = presetMatch("supply", namesOf(rows, head), known);
  const table = listForm({ ...known, kind: "supply", rows, head, match, edits: new Map() });
  const columns = table.fields
    .map((field, at) => ({ field, at }))
    .filter(({ at }) => table.rows.some(({ cells }) => !isBlank(cells[at])))
    .filter(({ field }) => field !== "unit");
  const lines = table.rows.map(({ cells }) => columns.map(({ at }) => textOf(cells[at])));
  return [columns.map(({ field }) => fieldName(field)), ...lines]
    .map((cells) => cells.join("\t"))
    .join("\n");
}
