import i18next from "i18next";
import type { Schemas } from "../api/client";
import { type Enum, wordKey } from "../app/i18n";
import { plainWord } from "./table";

/** The choice that a text names: by its word in the reader's language, or by the API's. */
export function choiceOf<E extends Enum>(
  of: E,
  choices: readonly Schemas[E][],
  text: string,
): Schemas[E] | undefined {
  const wanted = plainWord(text);
  return choices.find((choice) =>
    [i18next.t(wordKey(of, choice)), choice].some((word) => plainWord(word) === wanted),
  );
}

/** What there is to choose from, in words. */
export const wordsOf = <E extends Enum>(of: E, choices: readonly Schemas[E][]) =>
  choices.map((choice) => i18next.t(wordKey(of, choice))).join(", ");
