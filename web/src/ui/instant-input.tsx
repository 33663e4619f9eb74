import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { instantOf, wallClock } from "../app/zone";
import { DayInput } from "./day-input";
import classes from "./day-input.module.css";
import { type DayEntry, isDay, isInstant, readTime } from "./read-day";

/** What stands in the two fields of an instant. */
interface Parts {
  day: DayEntry;
  time: string;
}

/** What clocks show in the reader's zone. */
function partsOf(entry: string | null): Parts {
  if (!isInstant(entry)) return { day: entry, time: "" };
  const [day = "", time = ""] = wallClock(entry).split("T");
  return { day, time };
}

/** The instant, nothing, or for want of a day or a time of day what was typed. */
function entryOf({ day, time }: Parts): string | null {
  const read = readTime(time);
  if (isDay(day) && read) return instantOf(`${day}T${read}`);
  return `${day ?? ""} ${time}`.trim() || null;
}

type Props = Omit<TextInputProps, "value" | "onChange" | "type" | "min" | "max"> & {
  value: string | null | undefined;
  onChange: (value: string | null) => void;
};

/** A day and a time of day, which are one instant in the reader's zone. */
export function InstantInput({ value, onChange, error, ...props }: Props) {
  const { t } = useTranslation();
  // What stands there while it is being written, and for as long as it is no instant.
  const [draft, setDraft] = useState<Parts & { entry: string | null }>();
  const [left, setLeft] = useState(true);
  const entry = value || null;
  const { day, time } = draft && draft.entry === entry ? draft : partsOf(entry);
  const timeless = isDay(day) && !readTime(time);

  const put = (change: Partial<Parts>) => {
    const parts = { day, time, ...change };
    const entry = entryOf(parts);
    setDraft({ ...parts, entry });
    onChange(entry);
  };
  const unread = left && time.trim() !== "" && !readTime(time);
  return (
    <div className={classes.instant}>
      <DayInput
        {...props}
        error={timeless ? undefined : error}
        value={day}
        onChange={(next) => put({ day: next })}
      />
      <TextInput
        className={classes.time}
        classNames={{ wrapper: classes.wrapper, input: classes.input }}
        label={t("day.time")}
        withAsterisk={props.withAsterisk}
        disabled={props.disabled}
        autoComplete="off"
        placeholder={t("day.timeWritten")}
        error={unread ? t("day.noTime", { text: time.trim() }) : timeless && error}
        value={time}
        onChange={(event) => put({ time: event.currentTarget.value })}
        onFocus={() => setLeft(false)}
        onBlur={() => {
          setLeft(true);
          // What was understood, as clocks show it.
          if (isInstant(entry)) setDraft(undefined);
        }}
      />
    </div>
  );
}
