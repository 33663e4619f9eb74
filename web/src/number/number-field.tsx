import { Button, TextInput, type TextInputProps } from "@mantine/core";
import i18next from "i18next";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../app/format";
import { readNumber, writeNumber } from "./read-number";
import { shortened } from "./shortened";

/** What stands in a number field: a number, nothing, or the text of what is none (yet). */
export type NumberEntry = number | null | string;

/** Whether it can't be sent as it stands; its field says so. */
export const isUnreadable = (entry: unknown): entry is string => typeof entry === "string";

/** The same with the server's words, for forms that would send it. */
export const notANumber = { code: "not_a_number", detail: "must be a number" };

type Props = Omit<TextInputProps, "value" | "onChange" | "type"> & {
  value: NumberEntry | undefined;
  onChange: (value: NumberEntry) => void;
  min?: number;
  max?: number;
  /** To how many it is shown as long as it stands as the server computed it. */
  decimals?: number;
  /** It was written in per cent. */
  onPercent?: () => void;
};

/**
 * A number, typed or pasted as people write it. Once it is left, it shows what was understood, and
 * offers the other reading where there is one; what is no number stays as it is and says so.
 */
export function NumberField({
  value = null,
  onChange,
  min,
  max,
  decimals,
  onPercent,
  error,
  ...props
}: Props) {
  const { t } = useTranslation();
  const { language } = i18next;
  // The text of `value` while it is being written, and what else the last one could have meant.
  const [draft, setDraft] = useState<{ text: string; value: NumberEntry }>();
  const [asked, setAsked] = useState<{ value: number | null; other: number }>();
  const [left, setLeft] = useState(true);
  const unreadable = isUnreadable(value);
  const [first] = useState(value);
  const shown =
    decimals !== undefined && typeof value === "number" && value === first
      ? shortened(value, decimals)
      : value;
  const text =
    draft && draft.value === value
      ? draft.text
      : isUnreadable(shown)
        ? shown
        : writeNumber(shown, language);
  // A sign, or a decimal sign before its decimals, is the beginning of a number.
  const begun = !left && /^[-−–+]?[.,]?$/.test(text.trim());

  const put = (next: string) => {
    const read = readNumber(next, language);
    const entry = read ? read.value : next;
    setDraft({ text: next, value: entry });
    setAsked(
      read && read.other !== undefined ? { value: read.value, other: read.other } : undefined,
    );
    onChange(entry);
    if (read && next.includes("%")) onPercent?.();
  };
  const step = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by || isUnreadable(shown)) return;
    event.preventDefault();
    const next = Number(((shown ?? 0) + by).toPrecision(15));
    if (next < (min ?? -Infinity) || next > (max ?? Infinity)) return;
    setDraft(undefined);
    setAsked(undefined);
    onChange(next);
  };
  return (
    <div style={props.w ? { width: "fit-content" } : undefined}>
      <TextInput
        {...props}
        inputMode={min !== undefined && min >= 0 ? "decimal" : "text"}
        autoComplete="off"
        error={unreadable && !begun ? t("problem.not_a_number") : error}
        value={text}
        onChange={(event) => put(event.currentTarget.value)}
        onKeyDown={step}
        onFocus={({ currentTarget }) => {
          setLeft(false);
          // Whoever types means another number, not more digits.
          currentTarget.select();
        }}
        onBlur={() => {
          setLeft(true);
          setDraft(undefined);
        }}
      />
      {asked && asked.value === value && (
        <div className="muted" role="status">
          {t("number.readAs", { value: formatNumber(asked.value) })}{" "}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              setDraft(undefined);
              setAsked(undefined);
              onChange(asked.other);
            }}
          >
            {t("number.meant", { value: formatNumber(asked.other) })}
          </Button>
        </div>
      )}
    </div>
  );
}
