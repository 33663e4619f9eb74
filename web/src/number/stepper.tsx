import { useTranslation } from "react-i18next";
import { isUnreadable, type NumberEntry, NumberField } from "./number-field";
import styles from "./stepper.module.css";

interface Props {
  /** What is counted, for whoever does not see where it stands. */
  label: string;
  value: NumberEntry;
  onChange: (value: NumberEntry) => void;
  error?: string;
}

/** A number that goes up and down by one under the thumb, and can be typed. */
export function Stepper({ label, value, onChange, error }: Props) {
  const { t } = useTranslation();
  const by = (step: number) => {
    if (!isUnreadable(value)) onChange(Number(((value ?? 0) + step).toPrecision(15)));
  };
  return (
    <span className={styles.stepper}>
      <button type="button" aria-label={t("number.less", { label })} onClick={() => by(-1)}>
        <span aria-hidden="true">−</span>
      </button>
      <NumberField
        aria-label={label}
        value={value}
        onChange={onChange}
        error={error}
        classNames={{ root: styles.field, input: styles.input }}
      />
      <button type="button" aria-label={t("number.more", { label })} onClick={() => by(1)}>
        <span aria-hidden="true">+</span>
      </button>
    </span>
  );
}
