/** Between columns, and between the cells of one. */
const between = 5;
const below = 2;
/** The least that is still seen, and hit with a pointer. */
const leastWidth = 24;
const leastHeight = 14;
/** As wide as its letters are on average, with some air. */
const letter = 7.2;
const air = 12;
const lineHeight = 18;

export const textWidth = (text: string) => text.length * letter + air;

/** Parts of a length, each as long as its weight; the small ones as long as `least`, at the cost of the others. */
export function spread(weights: number[], length: number, least: number): number[] {
  const floor = Math.min(least, length / weights.length);
  const small = new Set<number>();
  for (;;) {
    const left = length - floor * small.size;
    const sum = weights.reduce((all, weight, i) => (small.has(i) ? all : all + weight), 0);
    const parts = weights.map((weight, i) => (small.has(i) ? floor : (weight / sum) * left));
    const next = parts.findIndex((part, i) => !small.has(i) && part < floor);
    if (next < 0) return parts;
    small.add(next);
  }
}

export interface Block<T> {
  of: T;
  top: number;
  height: number;
}

export interface Stack<C, T> {
  of: C;
  left: number;
  width: number;
  blocks: Block<T>[];
}

/** Columns as wide as the demand in them, stacked of blocks as high as theirs. */
export function layOut<C, T>(
  columns: { of: C; blocks: { of: T; demand: number }[] }[],
  width: number,
  height: number,
): Stack<C, T>[] {
  const demands = columns.map(({ blocks }) => blocks.reduce((all, { demand }) => all + demand, 0));
  const widths = spread(demands, width - between * (columns.length - 1), leastWidth);
  let left = 0;
  return columns.map(({ of, blocks }, index) => {
    const heights = spread(
      blocks.map(({ demand }) => demand),
      height - below * (blocks.length - 1),
      leastHeight,
    );
    let top = 0;
    const stack = {
      of,
      left,
      width: widths[index] as number,
      blocks: blocks.map((block, i) => {
        const placed = { of: block.of, top, height: heights[i] as number };
        top += placed.height + below;
        return placed;
      }),
    };
    left += stack.width + between;
    return stack;
  });
}

/** The words of a block, line by line: on our part or on that of the others. */
export interface Words {
  ours: string[];
  others: string[];
  /** Who has the rest, below what else stands on the others' part. */
  rest: string;
}

/** As much of what is said as has room: name and share in one line, in two, the share alone, or nothing. */
export function wordsIn(
  said: { name: string; share: string; rest: string },
  ours: number,
  others: number,
  height: number,
): Words {
  const lines = height < lineHeight ? 0 : Math.max(1, Math.floor((height - 4) / lineHeight));
  const fits = (texts: string[], room: number) =>
    texts.length <= lines && texts.every((text) => textWidth(text) <= room);
  const words: Words = { ours: [], others: [], rest: "" };
  for (const texts of [[`${said.name} ${said.share}`], [said.name, said.share], [said.share]]) {
    const part = fits(texts, ours) ? "ours" : fits(texts, others) ? "others" : undefined;
    if (!part) continue;
    words[part] = texts;
    break;
  }
  if (fits([...words.others, said.rest], others)) words.rest = said.rest;
  return words;
}
