import "@mantine/dates/styles.css";
import { Button } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import dayjs from "dayjs";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDayInFull } from "../app/format";
import { plusDays } from "../app/zone";
import classes from "./day-input.module.css";

const plusMonths = (day: string, months: number) =>
  dayjs(day).add(months, "month").format("YYYY-MM-DD");

/** Month by month from Monday to Sunday, with the day that it is where the reader is. */
export default function Calendar({
  value,
  min,
  max,
  today,
  clearable,
  onChoose,
}: {
  value: string | null;
  min?: string;
  max?: string;
  today: string;
  clearable: boolean;
  onChoose: (day: string | null) => void;
}) {
  const { t, i18n } = useTranslation();
  const offered = (day: string) => day >= (min ?? day) && day <= (max ?? day);
  const wanted = value ?? today;
  const first = offered(wanted) ? wanted : ((wanted > (max ?? wanted) ? max : min) ?? wanted);
  const [shown, setShown] = useState(first);
  const [focused, setFocused] = useState(first);

  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Not at once: what opens sees first where the focus comes from, to give it back.
    const soon = setTimeout(() =>
      root.current
        ?.querySelector<HTMLElement>(`[data-day="${focused}"]`)
        ?.focus({ preventScroll: true }),
    );
    return () => clearTimeout(soon);
  }, [focused]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the way on is closed by another month
  useEffect(() => {
    const at = document.activeElement;
    if (at instanceof HTMLButtonElement && at.disabled && root.current?.contains(at))
      root.current.querySelector<HTMLElement>('[data-day][tabindex="0"]')?.focus();
  }, [shown]);

  /** On from a day by the keys of a calendar, over the month's end, too. */
  const go = (event: KeyboardEvent, day: string) => {
    const months = event.shiftKey ? 12 : 1;
    const to = {
      ArrowLeft: plusDays(day, -1),
      ArrowRight: plusDays(day, 1),
      ArrowUp: plusDays(day, -7),
      ArrowDown: plusDays(day, 7),
      PageUp: plusMonths(day, -months),
      PageDown: plusMonths(day, months),
    }[event.key];
    if (!to) return;
    event.preventDefault();
    if (!offered(to)) return;
    setShown(to);
    setFocused(to);
  };

  return (
    <div ref={root} className={classes.calendar}>
      <DatePicker
        locale={i18n.language}
        firstDayOfWeek={1}
        weekendDays={[]}
        hideOutsideDates
        enableKeyboardNavigation={false}
        level="month"
        withNativeLevelSelect
        ariaLabels={{
          monthLevelControl: t("day.monthAndYear"),
          previousMonth: t("day.previousMonth"),
          nextMonth: t("day.nextMonth"),
        }}
        classNames={classes}
        minDate={min}
        maxDate={max}
        value={value}
        date={shown}
        onDateChange={setShown}
        onChange={onChoose}
        getDayAriaLabel={formatDayInFull}
        getDayProps={(day) => ({
          "data-day": day,
          "data-autofocus": day === first || undefined,
          // By the server's word, not by the browser's clock.
          "aria-current": day === today ? "date" : undefined,
          "aria-pressed": day === value,
          onKeyDown: (event) => go(event, day),
        })}
      />
      <div className={classes.foot}>
        <Button
          variant="subtle"
          size="compact-md"
          disabled={!offered(today)}
          onClick={() => onChoose(today)}
        >
          {t("day.today")}
        </Button>
        {clearable && value && (
          <Button variant="subtle" size="compact-md" onClick={() => onChoose(null)}>
            {t("day.clear")}
          </Button>
        )}
      </div>
    </div>
  );
}
