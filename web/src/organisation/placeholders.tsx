import { useTranslation } from "react-i18next";
import styles from "./organisation.module.css";

const names = ["year", "yy", "next", "period", "half", "quarter", "month"] as const;

/** What stands in a pattern for parts of a cycle's name. */
export function Placeholders() {
  const { t } = useTranslation();
  return (
    <details className={styles.placeholders}>
      <summary>{t("organisation.placeholders")}</summary>
      <dl>
        {names.map((name) => (
          <div key={name}>
            <dt>
              <code>{`{${name}}`}</code>
            </dt>
            <dd>{t(`organisation.placeholder.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
