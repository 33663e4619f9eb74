import type { ReactNode } from "react";
import style from "./figures-table.module.css";
import { Fold } from "./fold";

interface Props {
  summary: string;
  /** What the table is called: one that is wider than the page is scrolled. */
  label: string;
  /** Its columns are words rather than figures. */
  words?: boolean;
  /** The parts of a table; the first of each row names it. */
  children: ReactNode;
}

/** What a picture shows, as a table for whoever asks. */
export function FiguresTable({ summary, label, words, children }: Props) {
  return (
    <Fold summary={summary}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what may be wider than the page is reached by keyboard */}
      <section className={`scroll ${style.figures}`} tabIndex={0} aria-label={label}>
        <table data-words={words || undefined}>{children}</table>
      </section>
    </Fold>
  );
}
