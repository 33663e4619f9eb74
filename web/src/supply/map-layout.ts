/** Between columns, and between the cells of one. */
const between = 5;
const below = 2;
/** The least that is still seen, and hit with a pointer. */
const leastWidth = 24;
const leastHeight = 14;
/** As wide as its letters are on average, with some air. */
const letter = 7.4;
const air = 18;
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

/** Where the words of a block have room: on our part or on that of the others, in full or in short. */
export interface Words {
  ours: string;
  others: string;
  /** Who has the rest, on a line of its own below what stands on the same part. */
  rest: string;
}

export function wordsIn(
  said: { name: string; share: string; rest: string },
  ours: number,
  others: number,
  height: number,
): Words {
  if (height < leastHeight) return { ours: "", others: "", rest: "" };
  const full = `${said.name} ${said.share}`;
  const fits = (text: string, room: number) => textWidth(text) <= room;
  let words = { ours: "", others: "" };
  if (fits(full, ours)) words = { ours: full, others: "" };
  else if (fits(full, others)) words = { ours: "", others: full };
  else if (fits(said.share, ours)) words = { ours: said.share, others: "" };
  else if (fits(said.share, others)) words = { ours: "", others: said.share };
  const second = words.others ? height >= 2 * lineHeight + 4 : true;
  return { ...words, rest: second && fits(said.rest, others) ? said.rest : "" };
}
