import {
  Autocomplete,
  MultiSelect,
  SegmentedControl,
  Select,
  Switch,
  TagsInput,
  Textarea,
  TextInput,
} from "@mantine/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { attitudes, attitudeText } from "../account/attitude";
import { type KeyFigureEntry, KeyFiguresInput } from "../account/key-figures-input";
import { formatMonth } from "../app/format";
import { wordKey } from "../app/i18n";
import { fractionOfPercent, percentOfFraction } from "../app/percent";
import { browsersZone, zoneNames } from "../app/zone";
import { type NumberEntry, NumberField } from "../number/number-field";
import { DayInput } from "../ui/day-input";
import { InstantInput } from "../ui/instant-input";
import type { DayEntry } from "../ui/read-day";
import type { Field, Option } from "./fields";
import { LinksInput } from "./links-input";
import { type Stage, StagesInput } from "./stages-input";

interface Props {
  field: Field;
  value: unknown;
  error?: string;
  /** What is wrong with parts of it, by their pointers below the field: `1/title`. */
  within?: Record<string, string>;
  /** What is gently doubted of the value. */
  doubt?: string;
  onChange: (value: unknown) => void;
  onPercent?: () => void;
}

/** What a field offers, in words. */
const wordsOf = (field: Extract<Field, { of: unknown }>, t: TFunction): Option[] =>
  field.choices.map((choice) => ({ value: choice, label: t(wordKey(field.of, choice)) }));
const months = Array.from({ length: 12 }, (_, before) => before + 1);

/** One control of a form, chosen by the field's kind. */
export function FieldInput({
  field,
  value,
  error,
  within = {},
  doubt,
  onChange,
  onPercent,
}: Props) {
  const { t } = useTranslation();
  const common = {
    label: t(`field.${field.label ?? field.name}`),
    description: doubt ?? field.hint,
    error,
    withAsterisk: field.required,
  };
  switch (field.kind) {
    case "title":
    case "prose":
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          value={(value as string) ?? ""}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case "number":
    case "whole":
      return (
        <NumberField
          {...common}
          value={value as NumberEntry | undefined}
          onChange={onChange}
          min={field.min}
          max={field.max}
          decimals={field.decimals}
          onPercent={onPercent}
        />
      );
    case "percent":
      return (
        <NumberField
          {...common}
          rightSection="%"
          value={typeof value === "number" ? percentOfFraction(value) : (value as string | null)}
          onChange={(percent) =>
            onChange(typeof percent === "number" ? fractionOfPercent(percent) : percent)
          }
          min={0}
          max={100}
          decimals={field.decimals}
        />
      );
    case "date":
      return <DayInput {...common} value={value as DayEntry | undefined} onChange={onChange} />;
    case "instant":
      return (
        <InstantInput {...common} value={value as string | null | undefined} onChange={onChange} />
      );
    case "timeZone":
      return (
        <ZoneInput
          {...common}
          required={field.required}
          value={(value as string) ?? ""}
          onChange={onChange}
        />
      );
    case "tags":
      return (
        <TagsInput {...common} value={(value as string[]) ?? []} onChange={onChange} clearable />
      );
    case "switch":
      return (
        <Switch
          label={common.label}
          checked={Boolean(value)}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case "choice":
      return (
        <Select
          {...common}
          allowDeselect={field.clearable ?? false}
          clearable={field.clearable}
          data={wordsOf(field, t)}
          value={(value as string) ?? null}
          onChange={onChange}
        />
      );
    case "choices":
      return (
        <MultiSelect
          {...common}
          data={wordsOf(field, t)}
          value={(value as string[]) ?? []}
          onChange={onChange}
        />
      );
    case "reference":
      return (
        <Select
          {...common}
          clearable={!field.required}
          searchable
          data={field.options}
          nothingFoundMessage={t("nothingFound")}
          value={(value as string) ?? null}
          onChange={onChange}
        />
      );
    case "references":
      return (
        <MultiSelect
          {...common}
          data={field.options}
          value={(value as string[]) ?? []}
          onChange={onChange}
        />
      );
    case "goals":
      return (
        <GoalsInput
          {...common}
          options={field.options ?? []}
          value={(value as GoalLink[]) ?? []}
          onChange={onChange}
        />
      );
    case "stages":
      return (
        <StagesInput
          {...common}
          within={within}
          value={(value as Stage[]) ?? []}
          onChange={onChange}
        />
      );
    case "keyFigures":
      return (
        <KeyFiguresInput
          label={common.label}
          error={error}
          most={field.max}
          value={(value as KeyFigureEntry[]) ?? []}
          onChange={onChange}
        />
      );
    case "month":
      return (
        <Select
          {...common}
          clearable={!field.required}
          data={months.map((month) => ({ value: String(month), label: formatMonth(month) }))}
          value={value ? String(value) : null}
          onChange={(month) => onChange(month && Number(month))}
        />
      );
    case "attitude":
      return (
        <Select
          {...common}
          allowDeselect={!field.required}
          clearable={!field.required}
          data={attitudes.map((one) => ({ value: String(one), label: attitudeText(one, t) }))}
          value={typeof value === "number" ? String(value) : null}
          onChange={(attitude) => onChange(attitude === null ? null : Number(attitude))}
        />
      );
    case "links":
      return <LinksInput {...common} value={(value as string[]) ?? []} onChange={onChange} />;
    default:
      if (field.options)
        return (
          <Autocomplete
            {...common}
            data={field.options.map(({ label }) => label)}
            value={(value as string) ?? ""}
            onChange={onChange}
          />
        );
      return (
        <TextInput
          {...common}
          value={(value as string) ?? ""}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}

/** Zones by name; where none is required, that of the browser is what an empty one stands for. */
function ZoneInput({
  value,
  onChange,
  required,
  ...common
}: {
  label: string;
  error?: string;
  required?: boolean;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  // One that this browser knows by another name stays what it is.
  const names = [...new Set([...zoneNames(), ...(value ? [value] : [])])];
  return (
    <Select
      {...common}
      searchable
      clearable={!required}
      placeholder={required ? undefined : t("timeZone.browsers", { zone: browsersZone() })}
      limit={100}
      data={names.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
      nothingFoundMessage={t("nothingFound")}
      value={value || null}
      onChange={(next) => onChange(next ?? "")}
    />
  );
}

interface GoalLink {
  goal: string;
  kind: string;
}

/** Which long-term goals are served, and how: what contributes counts in the goal's line. */
function GoalsInput({
  options,
  value,
  onChange,
  ...common
}: {
  label: string;
  error?: string;
  options: Option[];
  value: GoalLink[];
  onChange: (value: GoalLink[]) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="stack" style={{ gap: 6 }}>
      <MultiSelect
        {...common}
        data={options}
        value={value.map((link) => link.goal)}
        onChange={(goals) =>
          onChange(
            goals.map(
              (goal) => value.find((link) => link.goal === goal) ?? { goal, kind: "contributes" },
            ),
          )
        }
      />
      {value.map((link) => {
        const title = options.find((option) => option.value === link.goal)?.label ?? "";
        return (
          <div key={link.goal} className="row">
            <span className="grow muted">{title}</span>
            <SegmentedControl
              size="xs"
              aria-label={title}
              value={link.kind}
              onChange={(kind) =>
                onChange(value.map((one) => (one.goal === link.goal ? { ...one, kind } : one)))
              }
              data={(["contributes", "supports"] as const).map((kind) => ({
                value: kind,
                label: t(`choice.GoalLinkKind.${kind}`),
              }))}
            />
          </div>
        );
      })}
    </div>
  );
}
