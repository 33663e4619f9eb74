import { useId } from "react";
import styles from "./scale-keys.module.css";

interface Props {
  label: string;
  /** What is good to know of it, behind the label. */
  hint?: string;
  /** The highest key; the lowest is 0. */
  most: number;
  value: number | null;
  /** What was chosen the last time; its key is outlined. */
  was?: number | null;
  onChange: (value: number) => void;
}

/** A row of keys from 0 upwards, each large enough for a thumb; the arrow keys go through them. */
export function ScaleKeys({ label, hint, most, value, was, onChange }: Props) {
  const name = useId();
  return (
    <fieldset className={styles.scale}>
      <legend>
        {label}
        {hint && <span> · {hint}</span>}
      </legend>
      <div className={styles.keys}>
        {Array.from({ length: most + 1 }, (_, key) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a key is its number
          <label key={key} data-was={key === was || undefined}>
            <input
              type="radio"
              className="sr-only"
              name={name}
              checked={key === value}
              onChange={() => onChange(key)}
            />
            {key}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
