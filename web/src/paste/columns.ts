import { plainWord } from "./table";

/** What a column of what is pasted may be. */
export interface Column {
  key: string;
  label: string;
  /** What it is called at the head of a table, in either language, as `plainWord` writes it. */
  words: readonly string[];
}

/** Which column of the text is what; null for one that is passed over. */
export type Mapping = (string | null)[];

const isCalled = (cell: string, { words }: Column) => words.includes(plainWord(cell));
/** "Umsatz T€" is a column "Umsatz". */
const beginsAs = (cell: string, { words }: Column) =>
  words.some((word) => plainWord(cell).startsWith(`${word} `));

/** Whether the first row names the columns instead of being the first entry. */
export function hasHead(columns: readonly Column[], first: readonly string[]): boolean {
  const exact = first.filter((cell) => columns.some((column) => isCalled(cell, column)));
  const near = first.filter((cell) =>
    columns.some((column) => isCalled(cell, column) || beginsAs(cell, column)),
  );
  return exact.length > 0 || near.length > 1;
}

/** What each column is: by its head, else by its place. */
export function mappingOf(
  columns: readonly Column[],
  first: readonly string[],
  head: boolean,
  width: number,
): Mapping {
  const taken = new Set<string>();
  const take = (key: string | undefined) => {
    if (key === undefined || taken.has(key)) return null;
    taken.add(key);
    return key;
  };
  if (!head) return Array.from({ length: width }, (_, index) => take(columns[index]?.key));
  const mapping: Mapping = Array.from({ length: width }, (_, index) =>
    take(columns.find((column) => isCalled(first[index] ?? "", column))?.key),
  );
  return mapping.map(
    (key, index) =>
      key ?? take(columns.find((column) => beginsAs(first[index] ?? "", column))?.key),
  );
}
