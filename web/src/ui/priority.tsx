import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import styles from "./priority.module.css";

/** Impact × likelihood in a square whose colour the words behind it repeat. */
export function Priority({ value }: { value: Schemas["Priority"] | null | undefined }) {
  const { t } = useTranslation();
  return (
    <span
      className={styles.priority}
      data-band={value?.band}
      role="img"
      aria-label={
        value
          ? t("signal.priority", { score: value.score, band: t(`choice.Band.${value.band}`) })
          : t("signal.notAssessed")
      }
    >
      {value?.score ?? "?"}
    </span>
  );
}
