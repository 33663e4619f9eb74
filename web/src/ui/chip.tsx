import type { ReactNode } from "react";
import styles from "./chip.module.css";

export type Tone = "ok" | "warn" | "bad" | "brand" | "line";

interface Props {
  tone?: Tone;
  /** A dot before the words; hollow for what is not known (any more). */
  dot?: "full" | "hollow";
  title?: string;
  children: ReactNode;
}

/** A word or two on a coloured ground, as wide as they are. */
export const Chip = ({ tone, dot, title, children }: Props) => (
  <span className={styles.chip} data-tone={tone} data-dot={dot} title={title}>
    {children}
  </span>
);
