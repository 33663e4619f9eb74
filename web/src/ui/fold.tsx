import type { ReactNode } from "react";
import style from "./fold.module.css";

/** What is told to whoever asks, below the line that names it. */
export function Fold({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details className={style.fold}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
