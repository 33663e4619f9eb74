import { useTranslation } from "react-i18next";
import styles from "./beat.module.css";

/** A cycle as a row of its weeks, the elapsed ones and the present one filled. */
export function Beat({ weeks, week }: { weeks: number; week: number }) {
  const { t } = useTranslation();
  const all = Array.from({ length: weeks }, (_, before) => before + 1);
  return (
    <span className={styles.beat} role="img" aria-label={t("beat", { week, weeks })}>
      {all.map((one) => (
        <i key={one} data-elapsed={one <= week || undefined} />
      ))}
    </span>
  );
}
