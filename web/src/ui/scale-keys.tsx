import { type KeyboardEvent, useId, useRef } from "react";
import styles from "./scale-keys.module.css";

interface Props {
  label: string;
  /** What is good to know of it, behind the label. */
  hint?: string;
  /** The highest key; the lowest is 0. */
  most: number;
  value: number | null;
  /** What was chosen the last time; its key is dashed. */
  was?: number | null;
  onChange: (value: number) => void;
}

/** So long a second digit goes with the first. */
const oneNumber = 1000;

/** A row of keys from 0 upwards, each large enough for a thumb; the arrow keys go through them, digits choose. */
export function ScaleKeys({ label, hint, most, value, was, onChange }: Props) {
  const name = useId();
  const typed = useRef({ number: 0, at: Number.NEGATIVE_INFINITY });
  const chooseTyped = (event: KeyboardEvent<HTMLElement>) => {
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    const { number: before, at } = typed.current;
    const both = before * 10 + Number(event.key);
    const number = event.timeStamp - at < oneNumber && both <= most ? both : Number(event.key);
    if (number > most) return;
    typed.current = { number, at: event.timeStamp };
    event.currentTarget.querySelectorAll("input")[number]?.focus();
    onChange(number);
  };
  return (
    <fieldset className={styles.scale} onKeyDown={chooseTyped}>
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
              // While none is chosen, one comes in where the last choice was.
              tabIndex={key === (value ?? was ?? 0) ? 0 : -1}
              onChange={() => onChange(key)}
            />
            {key}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
