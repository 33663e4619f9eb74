/** What was pasted, as rows of cells, and what parted them. */
export interface Table {
  delimiter: "\t" | ";";
  rows: string[][];
}

/** What most lines are parted by; a spreadsheet's cells may hold semicolons. */
function delimiterOf(text: string): Table["delimiter"] {
  const lines = text.split("\n");
  const tabbed = lines.filter((line) => line.includes("\t")).length;
  const typed = lines.filter((line) => line.includes(";") && !line.includes("\t")).length;
  return typed > tabbed ? ";" : "\t";
}

/**
 * Rows as a spreadsheet puts them on the clipboard, or as they are typed, with semicolons between the
 * cells. What is left of a table is parted as the whole was.
 */
export function readTable(text: string, delimiter = delimiterOf(text)): Table {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const plain = text.replace(/\r\n?/g, "\n");
  const endCell = () => {
    row.push(cell);
    cell = "";
  };
  for (let at = 0; at < plain.length; ++at) {
    const sign = plain[at] as string;
    if (quoted) {
      // Within quotes a quote is written twice.
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') cell += plain[++at];
      else quoted = false;
    } else if (sign === '"' && cell.trim() === "" && closes(plain, at, delimiter)) {
      quoted = true;
      cell = "";
    } else if (sign === delimiter) endCell();
    else if (sign === "\n") {
      endCell();
      rows.push(row);
      row = [];
    } else cell += sign;
  }
  endCell();
  rows.push(row);
  return { delimiter, rows: rows.map(oneLineEach) };
}

/** Whether the quote at `from` has another one at the end of its cell: else it is only a sign. */
function closes(text: string, from: number, delimiter: string) {
  for (let at = from + 1; at < text.length; ++at) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') ++at;
    else return [undefined, "\n", delimiter].includes(text[at + 1]);
  }
  return false;
}

const oneLineEach = (row: string[]) => row.map((cell) => cell.replace(/\s*\n\s*/g, " "));

/** What parts a row that is not parted as the others are; nothing of one that is. */
export function otherSign({ delimiter, rows }: Table, cells: readonly string[]) {
  const has = (sign: string) => cells.some((cell) => cell.includes(sign));
  if (delimiter === ";" && has("\t")) return "\t";
  const width = Math.max(...rows.map((row) => row.length));
  // A spreadsheet gives each row all its cells.
  if (delimiter === "\t" && cells.length < width && has(";")) return ";";
  return cells.length === 1
    ? [";", ","].find((sign) => sign !== delimiter && has(sign))
    : undefined;
}

/** The same as text, from which it can be read again. */
export const writeTable = ({ delimiter, rows }: Table) =>
  rows
    .map((row) =>
      row
        .map((cell) =>
          cell.includes(delimiter) || cell.trim().startsWith('"')
            ? `"${cell.replaceAll('"', '""')}"`
            : cell,
        )
        .join(delimiter),
    )
    .join("\n");

/** A name or word for comparison: case, accents and signs make no difference. */
export const plainWord = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The thing of that name, in whatever case and spelling of accents. */
export const namedLike = <T extends { name: string }>(things: readonly T[], text: string) =>
  things.find(({ name }) => plainWord(name) === plainWord(text));

/** The names that somebody most likely meant, the nearest first; nothing where none is near. */
export function nearNames(names: readonly string[], text: string): string[] {
  const wanted = plainWord(text);
  const most = Math.max(2, Math.floor(wanted.length / 3));
  return names
    .map((name) => {
      const word = plainWord(name);
      const within = wanted.length > 2 && (word.includes(wanted) || wanted.includes(word));
      return { name, away: within ? 0 : distance(word, wanted) };
    })
    .filter(({ away }) => away <= most)
    .sort((one, other) => one.away - other.away)
    .map(({ name }) => name);
}

/** How many letters are to be changed, added or left out. */
function distance(one: string, other: string): number {
  let line = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; ++row) {
    const next = [row];
    for (let column = 1; column <= other.length; ++column) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1;
      next.push(
        Math.min(
          (line[column] as number) + 1,
          (next[column - 1] as number) + 1,
          (line[column - 1] as number) + same,
        ),
      );
    }
    line = next;
  }
  return line[other.length] as number;
}
