import type { Mapping } from "./columns";

/** A row of what was pasted, as it is understood. */
export class PastedRow {
  constructor(
    /** Its number in the text, from 1, as spreadsheets count. */
    readonly line: number,
    readonly cells: readonly string[],
    private readonly mapping: Mapping,
  ) {}

  /** What stands in the column that is `key`; "" where there is none. */
  of(key: string): string {
    const at = this.mapping.indexOf(key);
    // Whoever writes into a cell may not be done: the blank at its end stays in the cell.
    return at < 0 ? "" : (this.cells[at] ?? "").trim();
  }

  /** What its columns are, as far as they are anything. */
  keys(): string[] {
    return this.mapping.filter((key) => key !== null);
  }

  has(key: string) {
    return this.mapping.includes(key);
  }
}

/** What can't be written as it stands, and what would be right. */
export interface Wrong {
  /** The column; where the text has none of that kind, the row itself. */
  key: string;
  says: string;
}

/** What is to be thought of a row. */
export interface Verdict<T> {
  /** What it is written as: of a row that is wrong, nothing. */
  items: T[];
  wrong: Wrong[];
  /** What is written and better looked at before. */
  doubts: string[];
  /** Why nothing of it is to be written, though it is right. */
  known?: string;
}

export type Judge<T> = (rows: readonly PastedRow[]) => Verdict<T>[];

export const fine = <T>(item: T, doubts: string[] = []): Verdict<T> => ({
  items: [item],
  wrong: [],
  doubts,
});
export const bad = (...wrong: Wrong[]): Verdict<never> => ({ items: [], wrong, doubts: [] });
export const known = (says: string): Verdict<never> => ({
  items: [],
  wrong: [],
  doubts: [],
  known: says,
});

/** What the server did not take: of which row, and why. */
export interface Refusal {
  row: number;
  key: string;
  says: string;
}

/** Something to write, and the row that it comes from. */
export interface ToWrite<T> {
  row: number;
  item: T;
}
