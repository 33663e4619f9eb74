import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { perCent } from "../app/format";
import styles from "./stage-list.module.css";

interface Props {
  label: string;
  stages: Schemas["KeyResult"]["stages"];
  /** The index of the chosen one. */
  value: number;
  /** The index of the one reached last. */
  was: number | null;
  onChange: (value: number) => void;
}

/** The stages of a key result on top of each other, the way that is behind filled; one is chosen. */
export function StageList({ label, stages, value, was, onChange }: Props) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <fieldset className={styles.list}>
      <legend>{label}</legend>
      <div className={styles.stages}>
        {stages.map((stage, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stage is its index
          <label key={index} data-past={index < value || undefined}>
            <input
              type="radio"
              className="sr-only"
              name={name}
              checked={index === value}
              data-autofocus={index === value || undefined}
              onChange={() => onChange(index)}
            />
            <span className={styles.mark} aria-hidden="true" />
            <span className={styles.title}>
              {stage.title}
              {index === was && <small> · {t("checkIn.lastTime")}</small>}
            </span>
            <span className={styles.degree}>{perCent(stage.degree)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
