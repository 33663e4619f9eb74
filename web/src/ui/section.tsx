import { type ReactNode, useId } from "react";
import styles from "./section.module.css";

interface Props {
  title: string;
  /** How much there is of it. */
  count?: number;
  /** What the count means: something that is overdue is bad. */
  tone?: "bad" | "warn";
  action?: ReactNode;
  children: ReactNode;
}

/** A heading with a line under it, and what stands under it on the sheet. */
export function Section({ title, count, tone, action, children }: Props) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {count !== undefined && (
          <span className={styles.count} data-tone={tone}>
            {count}
          </span>
        )}
        {action && <div className={styles.action}>{action}</div>}
      </header>
      {children}
    </section>
  );
}
