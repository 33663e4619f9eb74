import { ActionIcon, Button, TextInput } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { type NumberEntry, NumberField } from "../number/number-field";

/** A key figure while it is being written. */
export interface KeyFigureEntry {
  name: string;
  value: NumberEntry;
  unit: string;
  of: string;
}

/** A few figures by which a customer is known: what, how much, in which unit, of which year. */
export function KeyFiguresInput({
  label,
  error,
  most = Infinity,
  value,
  onChange,
}: {
  label: string;
  error?: string;
  most?: number;
  value: KeyFigureEntry[];
  onChange: (value: KeyFigureEntry[]) => void;
}) {
  const { t } = useTranslation();
  // Where the focus goes once it is there: to the row that was added, or back to the button.
  const next = useRef<number | "add">(undefined);
  const focus = (place: number | "add") => (node: HTMLElement | null) => {
    if (!node || next.current !== place) return;
    next.current = undefined;
    node.focus();
  };
  const put = (index: number, change: Partial<KeyFigureEntry>) =>
    onChange(value.map((one, i) => (i === index ? { ...one, ...change } : one)));
  const add = () => {
    next.current = value.length;
    onChange([...value, { name: "", value: null, unit: "", of: "" }]);
  };
  const remove = (index: number) => {
    next.current = "add";
    onChange(value.filter((_, i) => i !== index));
  };
  return (
    <fieldset className="bare stack" style={{ gap: 6 }}>
      <legend>{label}</legend>
      {error && (
        <div className="poor" role="alert">
          {error}
        </div>
      )}
      {value.map((figure, index) => {
        const number = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: key figures have no other identity
          <div className="key-figure" key={index}>
            <TextInput
              ref={focus(index)}
              label={t("field.name")}
              aria-label={t("keyFigure.name", { number })}
              placeholder={t("keyFigure.nameLike")}
              value={figure.name}
              onChange={(event) => put(index, { name: event.currentTarget.value })}
            />
            <NumberField
              label={t("field.value")}
              aria-label={t("keyFigure.value", { number })}
              value={figure.value}
              onChange={(entry) => put(index, { value: entry })}
            />
            <TextInput
              label={t("field.unit")}
              aria-label={t("keyFigure.unit", { number })}
              value={figure.unit}
              onChange={(event) => put(index, { unit: event.currentTarget.value })}
            />
            <TextInput
              label={t("keyFigure.year")}
              aria-label={t("keyFigure.of", { number })}
              value={figure.of}
              onChange={(event) => put(index, { of: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t("keyFigure.remove", { number })}
              onClick={() => remove(index)}
            >
              ×
            </ActionIcon>
          </div>
        );
      })}
      {value.length < most && (
        <Button ref={focus("add")} variant="default" onClick={add}>
          {t("keyFigure.add")}
        </Button>
      )}
    </fieldset>
  );
}
