import { ActionIcon, Popover, TextInput, type TextInputProps } from "@mantine/core";
import { useId } from "@mantine/hooks";
import { IconCalendar } from "@tabler/icons-react";
import { type KeyboardEvent, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "../app/format";
import { lazyPart } from "../app/lazy-part";
import { useToday } from "../app/session";
import { plusDays, wallClock } from "../app/zone";
import classes from "./day-input.module.css";
import { type DayEntry, isDay, readDay } from "./read-day";

/** Loaded when first opened; German brings the names of its months and days along. */
const calendars = {
  de: lazyPart(async () => {
    const [calendar] = await Promise.all([import("./calendar"), import("dayjs/locale/de")]);
    return calendar;
  }),
  en: lazyPart(() => import("./calendar")),
};

type Props = Omit<TextInputProps, "value" | "onChange" | "type"> & {
  value: DayEntry | undefined;
  onChange: (value: DayEntry) => void;
  /** The first and the last day that the calendar and the arrow keys offer. */
  min?: string;
  max?: string;
};

/**
 * A day, typed as people write it or chosen from a calendar. Once it is left, it shows what was
 * understood, as the interface's language writes it; what is no day stays as it is and says so.
 * Arrow up and down go by a day, Alt and arrow down opens the calendar.
 */
export function DayInput({ value, onChange, min, max, error, ...props }: Props) {
  const { t, i18n } = useTranslation();
  const today = useToday() || wallClock(Date.now()).slice(0, 10);
  const id = useId(props.id);
  const [opened, setOpened] = useState(false);
  // The text of `value` while it is being written.
  const [draft, setDraft] = useState<{ text: string; value: DayEntry }>();
  const [left, setLeft] = useState(true);
  const entry = value || null;
  const day = isDay(entry) ? entry : null;
  const written = day ? formatDate(day) : (entry ?? "");
  const text = draft && draft.value === entry ? draft.text : written;
  // As long as it is being written, it is the beginning of a day.
  const wrong = entry !== null && day === null && (left || Boolean(error));

  const put = (next: string) => {
    const read = readDay(next, today, { min, max });
    const value = read === undefined ? next : read;
    setDraft({ text: next, value });
    onChange(value);
  };
  const choose = (next: DayEntry) => {
    setDraft(undefined);
    onChange(next);
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === "Escape") setOpened(false);
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    if (event.altKey) setOpened(by < 0);
    else if (entry === null || day !== null) {
      const next = day ? plusDays(day, by) : today;
      if (next >= (min ?? next) && next <= (max ?? next)) choose(next);
    }
  };

  const Calendar = i18n.language === "de" ? calendars.de : calendars.en;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      // On a low screen it would rather cover its field than be cut.
      middlewares={{ shift: { crossAxis: true, limiter: undefined } }}
      shadow="md"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <div className={classes.field}>
          <TextInput
            {...props}
            id={id}
            inputMode="decimal"
            autoComplete="off"
            placeholder={t("day.written")}
            error={
              wrong ? t("day.none", { text: entry?.trim(), example: formatDate(today) }) : error
            }
            value={text}
            onChange={(event) => put(event.currentTarget.value)}
            onKeyDown={keyed}
            onFocus={() => setLeft(false)}
            onBlur={({ relatedTarget }) => {
              // What appears under a field moves the button that is being pressed away: who saves
              // is told by the answer.
              if (!(relatedTarget instanceof HTMLButtonElement && relatedTarget.type === "submit"))
                setLeft(true);
              setDraft(undefined);
            }}
            // Esc closes the calendar, and the dialog that it stands over only when it is closed.
            data-mantine-stop-propagation={opened || undefined}
            classNames={{
              wrapper: classes.wrapper,
              input: classes.input,
              section: classes.section,
            }}
            rightSectionPointerEvents="all"
            rightSection={
              <ActionIcon
                variant="subtle"
                color="gray"
                className={classes.button}
                aria-label={t("day.calendar")}
                aria-describedby={props.label ? `${id}-label` : id}
                aria-haspopup="dialog"
                aria-expanded={opened}
                disabled={props.disabled}
                onClick={() => setOpened((now) => !now)}
              >
                <IconCalendar size={18} stroke={1.75} aria-hidden />
              </ActionIcon>
            }
          />
        </div>
      </Popover.Target>
      <Popover.Dropdown
        role="dialog"
        aria-modal="true"
        aria-label={t("day.calendar")}
        tabIndex={-1}
        p="xs"
        // Dialogs hear of a key first; by this mark they know that it is not theirs.
        onFocusCapture={({ target }) =>
          target.setAttribute("data-mantine-stop-propagation", "true")
        }
      >
        <Suspense fallback={<div className={classes.coming} />}>
          <Calendar
            value={day}
            min={min}
            max={max}
            today={today}
            clearable={!props.withAsterisk}
            onChoose={(next) => {
              choose(next);
              setOpened(false);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
