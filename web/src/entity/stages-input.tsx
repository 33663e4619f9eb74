import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type NumberEntry, NumberField } from "../number/number-field";
import styles from "./stages-input.module.css";

export interface Stage {
  title: string;
  degree: NumberEntry;
}

const icon = { size: 16, stroke: 1.75, "aria-hidden": true } as const;

/** Half way from one stage to the next; whole, as degrees are. */
export const degreeBetween = (before: Stage | undefined, after: Stage | undefined) => {
  const [low, high] = [before?.degree, after?.degree];
  return typeof low === "number" && typeof high === "number" ? Math.floor((low + high) / 2) : null;
};

/**
 * The stages of a key result. It always has two ends, where it begins and where it is reached, which
 * are renamed only; the others are put between them.
 */
export function StagesInput({
  label,
  error,
  within,
  value,
  onChange,
}: {
  label: string;
  error?: string;
  /** What is wrong with a part of it, by its pointer below the field: `1/title`. */
  within: Record<string, string>;
  value: Stage[];
  onChange: (value: Stage[]) => void;
}) {
  const { t } = useTranslation();
  const explained = useId();
  // Where the focus goes once it is there: into a new stage's name, or back to the button.
  const next = useRef<number | "add">(undefined);
  const focus = (place: number | "add") => (node: HTMLElement | null) => {
    if (!node || next.current !== place) return;
    next.current = undefined;
    node.focus();
  };
  const empty = value.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what begins is begun once
  useEffect(() => {
    if (empty)
      onChange([
        { title: t("stage.open"), degree: 0 },
        { title: t("stage.reached"), degree: 100 },
      ]);
  }, [empty]);

  const last = value.length - 1;
  const put = (index: number, change: Partial<Stage>) =>
    onChange(value.map((stage, i) => (i === index ? { ...stage, ...change } : stage)));
  const addBefore = (index: number) => {
    next.current = index;
    const degree = degreeBetween(value[index - 1], value[index]);
    onChange(value.toSpliced(index, 0, { title: "", degree }));
  };
  const remove = (index: number) => {
    next.current = "add";
    onChange(value.toSpliced(index, 1));
  };
  return (
    <fieldset className={`bare ${styles.stages}`} aria-describedby={explained}>
      <legend>{label}</legend>
      <p className={styles.explained} id={explained}>
        {t("stage.ends")}
      </p>
      {error && (
        <p className={styles.wrong} role="alert">
          {error}
        </p>
      )}
      <ol>
        {value.map((stage, index) => {
          // Where it begins bears no number.
          const number = index;
          const isEnd = index === 0 || index === last;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: stages have no other identity
            <li key={index} data-end={isEnd || undefined}>
              <TextInput
                ref={focus(index)}
                className={styles.title}
                aria-label={index === 0 ? t("stage.begin") : t("stage.title", { number })}
                error={within[`${index}/title`]}
                value={stage.title}
                onChange={(event) => put(index, { title: event.currentTarget.value })}
              />
              {isEnd ? (
                <span className={styles.degree}>
                  {t(index === 0 ? "stage.atBegin" : "stage.atEnd")}
                </span>
              ) : (
                <NumberField
                  w={112}
                  rightSection="%"
                  min={0}
                  max={100}
                  aria-label={t("stage.degree", { number })}
                  error={within[`${index}/degree`]}
                  value={stage.degree}
                  onChange={(degree) => put(index, { degree })}
                />
              )}
              {index < last ? (
                <ActionIcon
                  variant="subtle"
                  size="lg"
                  aria-label={t("stage.addAfter", {
                    title: stage.title || t("stage.title", { number }),
                  })}
                  title={t("stage.addAfter", {
                    title: stage.title || t("stage.title", { number }),
                  })}
                  onClick={() => addBefore(index + 1)}
                >
                  <IconPlus {...icon} />
                </ActionIcon>
              ) : (
                <span />
              )}
              {isEnd ? (
                <span />
              ) : (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label={t("stage.remove", { number })}
                  onClick={() => remove(index)}
                >
                  <IconX {...icon} />
                </ActionIcon>
              )}
              {isEnd && within[`${index}/degree`] && (
                <p className={styles.wrong}>{within[`${index}/degree`]}</p>
              )}
            </li>
          );
        })}
      </ol>
      <Button
        ref={focus("add")}
        variant="default"
        leftSection={<IconPlus {...icon} />}
        onClick={() => addBefore(last)}
      >
        {t("stage.add")}
      </Button>
    </fieldset>
  );
}
