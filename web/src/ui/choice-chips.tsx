import { IconCheck } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import styles from "./choice-chips.module.css";

interface Props<Value extends string> {
  label: string;
  choices: { value: Value; label: string; icon?: ReactNode }[];
  value?: Value | null;
  /** Told nothing where the chosen one is pressed again and may be left out. */
  onChange: (value: Value | undefined) => void;
  /** Whether none may be chosen. */
  optional?: boolean;
}

/** One of a few, each a press away and large enough for a thumb; the arrow keys go through them. */
export function ChoiceChips<Value extends string>({
  label,
  choices,
  value,
  onChange,
  optional = false,
}: Props<Value>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      <div className={styles.chips}>
        {choices.map((one) => {
          const chosen = one.value === value;
          return (
            <label key={one.value}>
              <input
                type="radio"
                className="sr-only"
                name={name}
                checked={chosen}
                onChange={() => onChange(one.value)}
                onClick={() => chosen && optional && onChange(undefined)}
              />
              {one.icon ?? (chosen && <IconCheck size={16} stroke={1.75} aria-hidden="true" />)}
              {one.label}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
