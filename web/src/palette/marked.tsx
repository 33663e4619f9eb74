import { partsOf } from "./folded";
import classes from "./palette.module.css";

/** A text with what the words found in it. */
export function Marked({ text, words }: { text: string; words: string[] }) {
  return partsOf(text, words).map((part, index) =>
    part.hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text stand in their order
      <mark key={index} className={classes.mark}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
