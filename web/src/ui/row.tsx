import { Button } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./row.module.css";

export const Rows = ({ children }: { children: ReactNode }) => (
  <ul className={styles.rows}>{children}</ul>
);

interface Props {
  /** What stands before the words: priority, person, icon. */
  mark?: ReactNode;
  /** The link or button that opens it; all of the row leads there. */
  title: ReactNode;
  /** The second line. */
  children?: ReactNode;
  action?: ReactNode;
  done?: boolean;
  /** It waits in the outbox for the network. */
  waiting?: boolean;
  /** Somebody else changed it meanwhile. */
  onCompare?: () => void;
}

/** A line of a list: a mark, a title with a second line, and what is to be done with it. */
export function Row({ mark, title, children, action, done, waiting, onCompare }: Props) {
  const { t } = useTranslation();
  return (
    <li className={styles.row} data-done={done || undefined}>
      {mark && <span className={styles.mark}>{mark}</span>}
      <div className={styles.text}>
        <div className={styles.title}>{title}</div>
        {children && <div className={styles.second}>{children}</div>}
      </div>
      {waiting && (
        <span className={styles.waits}>
          <IconClock size={16} stroke={1.75} aria-hidden="true" />
          {t("row.waits")}
        </span>
      )}
      {(action || onCompare) && (
        <div className={styles.action}>
          {onCompare && (
            <Button size="xs" variant="default" onClick={onCompare}>
              {t("row.compare")}
            </Button>
          )}
          {action}
        </div>
      )}
    </li>
  );
}
