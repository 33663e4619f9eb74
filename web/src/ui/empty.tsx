import type { ReactNode } from "react";
import styles from "./empty.module.css";

interface Props {
  icon: ReactNode;
  title: string;
  /** What belongs here, with an example. */
  children?: ReactNode;
  /** The one next step. */
  action?: ReactNode;
}

/** In place of a list that has nothing yet: what belongs here and how it comes here. */
export const Empty = ({ icon, title, children, action }: Props) => (
  <div className={styles.empty}>
    <span className={styles.icon} aria-hidden="true">
      {icon}
    </span>
    <div className={styles.text}>
      <b>{title}</b>
      {children && <p>{children}</p>}
    </div>
    {action}
  </div>
);
