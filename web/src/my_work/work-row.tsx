import { Children, type ReactNode } from "react";
import type { Schemas } from "../api/client";
import { Chip } from "../ui/chip";
import { HealthChip } from "../ui/health-chip";
import styles from "./my-work.module.css";

interface Props {
  /** An icon, a priority or a person. */
  lead: ReactNode;
  title: ReactNode;
  accountName: string;
  health?: Schemas["Health"];
  /** Between the title and the facts, on a phone. */
  bar?: ReactNode;
  /** The one thing to do. */
  act?: ReactNode;
  /** Facts. */
  children: ReactNode;
}

/** Something to do or to know of, as a link, with the one thing to do at its right. */
export const WorkRow = ({ lead, title, accountName, health, bar, act, children }: Props) => (
  <li className={bar ? `${styles.row} ${styles.panel}` : styles.row}>
    <span className={styles.lead}>{lead}</span>
    <div className={styles.text}>
      <div className={styles.title}>{title}</div>
      <Facts>{children}</Facts>
    </div>
    <span className={styles.place}>
      <Chip tone="line" title={accountName}>
        {accountName}
      </Chip>
    </span>
    {health && (
      <span className={styles.health}>
        <HealthChip health={health} />
      </span>
    )}
    {bar && <div className={styles.bar}>{bar}</div>}
    {act && <div className={styles.act}>{act}</div>}
  </li>
);

/** Facts of one line, with a dot between. */
export function Facts({ children }: { children: ReactNode }) {
  const told = Children.toArray(children).filter((fact) => fact !== "");
  return (
    <p className={styles.facts}>
      {told.flatMap((fact, index) => (index > 0 ? [" · ", fact] : [fact]))}
    </p>
  );
}
