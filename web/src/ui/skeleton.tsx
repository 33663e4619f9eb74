import { useTranslation } from "react-i18next";
import styles from "./skeleton.module.css";

/** The outline of a page that is on its way. It has its place at once and shows after 300 ms: what is quick does not flicker. */
export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles.skeleton} role="status" aria-label={t("loading")}>
      <i className={styles.title} />
      <i className={styles.sentence} />
      <i className={styles.panel} />
      {["a", "b", "c", "d"].map((row) => (
        <i key={row} className={styles.row} />
      ))}
    </div>
  );
}
