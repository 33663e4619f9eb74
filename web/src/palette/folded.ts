/** As the server's search: more words narrow nothing any more. */
const mostWords = 6;
const bytes = new TextEncoder();

/** Letters that no decomposition takes apart. */
const plain: Record<string, string> = {
  ...{ ß: "ss", ł: "l", ø: "o", đ: "d", ð: "d", ı: "i", ħ: "h", ŧ: "t" },
  ...{ æ: "ae", œ: "oe", þ: "th" },
};

/** A character as it is searched: case and accents make no difference, ß is ss, most signs are a space. */
const folded = (character: string) =>
  character
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/\p{Mn}/gu, "")
    .replace(/\p{L}/gu, (letter) => plain[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}+#]+/gu, " ");

/** A sign stands for itself at the end of a word (C++, C#), and is a space elsewhere. */
const endings = (text: string) =>
  text.replace(/(?<![\p{L}\p{M}\p{N}+#])[+#]+|[+#]+(?=[\p{L}\p{M}\p{N}])/gu, (signs) =>
    " ".repeat(signs.length),
  );

const foldedText = (text: string) =>
  ` ${endings(Array.from(text, folded).join(""))} `.replace(/ +/g, " ");

export const wordsOf = (text: string) =>
  foldedText(text).split(" ").filter(Boolean).slice(0, mostWords);

/** What stands in a text that has the word: a short one only where a word begins. */
const sought = (word: string) => (bytes.encode(word).length >= 3 ? word : ` ${word}`);

/** Whether each of the words is in the text, by the rule of the server's search. */
export function fits(text: string, words: string[]): boolean {
  const within = foldedText(text);
  return words.every((word) => within.includes(sought(word)));
}

export const begins = (text: string, words: string[]) =>
  foldedText(text).startsWith(` ${words.join(" ")}`);

/** Whether words of the text begin so: people are called by their family names. */
export const hasWord = (text: string, words: string[]) =>
  foldedText(text).includes(` ${words.join(" ")}`);

export interface Part {
  text: string;
  hit: boolean;
}

/** The text in parts: those that the words found, and what stands between them. */
export function partsOf(text: string, words: string[]): Part[] {
  const characters = Array.from(text);
  // Of each folded letter, whose it is.
  let within = " ";
  const owners = [-1];
  characters.forEach((character, index) => {
    for (const letter of folded(character)) {
      within += letter;
      owners.push(...Array<number>(letter.length).fill(index));
    }
  });
  within = endings(within);
  const hits = new Set<number>();
  for (const word of words) {
    const wanted = sought(word);
    for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, at + 1))
      for (let i = at; i < at + wanted.length; ++i)
        if (within[i] !== " ") hits.add(owners[i] as number);
  }
  const parts: Part[] = [];
  characters.forEach((character, index) => {
    const last = parts.at(-1);
    // What takes no room of its own belongs to the letter before it.
    const hit = folded(character) === "" ? (last?.hit ?? false) : hits.has(index);
    if (last?.hit === hit) last.text += character;
    else parts.push({ text: character, hit });
  });
  return parts;
}
