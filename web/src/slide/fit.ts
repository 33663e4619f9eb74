// PowerPoint shrinks a text only once somebody edits it, so a text that may be long is measured before.

// Characters of Arial by their width, in parts of their size; an accent makes none wider.
const widths: readonly [RegExp, number][] = [
  [/\p{M}|\p{Cf}/u, 0],
  [/[ijl'|]/, 0.23],
  [/[ftI.,:;!/\\\s[\]]/, 0.28],
  [/[r()\-„“”‚‘’"·{}]/, 0.36],
  [/[ckszvxyJ]/, 0.5],
  [/[\p{Ll}\d?$€–L]/u, 0.56],
  [/[ABEFKPSTVXYZ&+<>=≈]/, 0.67],
  [/[\p{Lu}]/u, 0.78],
  [/[%@—…]/, 1],
];
const beyond: Record<string, number> = { m: 0.84, w: 0.73, M: 0.84, W: 0.95, ß: 0.62 };

function widthOf(character: string, bold: boolean): number {
  const [letter = "", ...accents] = character.normalize("NFD");
  // Letters of other scripts, and signs, are as wide as they are high.
  const width = beyond[letter] ?? widths.find(([of]) => of.test(letter))?.[1] ?? 1.2;
  return accents.length > 1 ? 1.2 : bold ? width * 1.07 : width;
}

/** The lines that a text takes in `width`, words that are longer broken. */
function linesOf(text: string, width: number, size: number, bold: boolean): number {
  let lines = 0;
  for (const line of text.split("\n")) {
    let at = 0;
    ++lines;
    for (const word of line.split(/(?<=[\s-])/)) {
      const length = [...word].reduce((sum, one) => sum + widthOf(one, bold) * size, 0);
      const shown = length - (/\s$/.test(word) ? 0.28 * size : 0);
      if (at > 0 && at + shown > width) {
        ++lines;
        at = 0;
      }
      lines += Math.max(0, Math.ceil(shown / width) - 1);
      at = shown > width ? length % width : at + length;
    }
  }
  return lines;
}

export interface Fitted {
  text: string;
  size: number;
  lines: number;
}

/** How high a line is, in parts of its size. */
export const leading = 1.25;

/** `text` in the largest of `sizes` in which it has room, else shortened in the smallest. */
export function fitted(
  text: string,
  { width, height, bold = false }: { width: number; height: number; bold?: boolean },
  sizes: readonly [number, ...number[]],
): Fitted {
  const room = (size: number) => Math.max(1, Math.floor(height / (size * leading) + 0.01));
  for (const size of sizes) {
    const lines = linesOf(text, width, size, bold);
    if (lines <= room(size)) return { text, size, lines };
  }
  const size = sizes.at(-1) ?? sizes[0];
  const characters = [...text];
  // The longest beginning that has room, halved until it is found.
  let fits = 0;
  let tooLong = characters.length;
  const shortened = (length: number) => `${characters.slice(0, length).join("").trimEnd()}…`;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (linesOf(shortened(middle), width, size, bold) <= room(size)) fits = middle;
    else tooLong = middle;
  }
  return { text: shortened(fits), size, lines: room(size) };
}
