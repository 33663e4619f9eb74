import { SegmentedControl } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { formatDate, formatNumber, formatShare } from "../app/format";
import { textOf } from "./cells";
import { confidenceScales, readConfidence } from "./confidence";
import { readAmount } from "./factor";
import { readDay, readShare } from "./format";
import style from "./import.module.css";
import type { Format } from "./match";
import type { ImportOnItsWay } from "./use-import";

/** How the file writes what can be written in several ways, each with three values as they are read. */
export function FormatOptions({ going }: { going: ImportOnItsWay }) {
  const { t } = useTranslation();
  const { format, samples } = going;
  const { number = [], factors = [], share = [], day = [], confidence = [] } = samples;
  const numbers = [...number, ...share, ...confidence].map((cell, at) => ({
    cell,
    // What is no amount comes behind those that are.
    factor: factors[at] ?? 1,
  }));
  const texts = numbers.filter(({ cell }) => typeof cell === "string");
  const put = (next: Partial<Format>) => going.chooseFormat({ ...format, ...next });
  const days = day.filter((cell) => typeof cell === "string" && !/^\d{4}-\d\d-\d\d$/.test(cell));
  return (
    <div className={style.formats}>
      {texts.length > 0 && (
        <FormatChoice
          label={t("import.decimalSign")}
          value={format.decimalSign}
          choices={(["comma", "point"] as const).map((value) => ({
            value,
            label: t(`choice.DecimalSign.${value}`),
          }))}
          onChange={(decimalSign) => put({ decimalSign })}
          samples={texts
            .slice(0, 3)
            .map(({ cell, factor }) => [
              textOf(cell),
              numberText(readAmount(cell, format.decimalSign, factor)),
            ])}
        />
      )}
      {days.length > 0 && (
        <FormatChoice
          label={t("import.dateOrder")}
          value={format.dateOrder}
          choices={(["dmy", "mdy", "ymd"] as const).map((value) => ({
            value,
            label: t(`choice.DateOrder.${value}`),
          }))}
          onChange={(dateOrder) => put({ dateOrder })}
          samples={days.slice(0, 3).map((cell) => {
            const day = readDay(textOf(cell), format.dateOrder);
            return [textOf(cell), day && formatDate(day)];
          })}
        />
      )}
      {share.length > 0 && (
        <FormatChoice
          label={t("import.percent")}
          value={format.percent}
          choices={(["as_written", "fraction"] as const).map((value) => ({
            value,
            label: t(`choice.PercentMeaning.${value}`),
          }))}
          onChange={(percent) => put({ percent })}
          samples={share.slice(0, 3).map((cell) => {
            const read = readShare(cell, format);
            return [textOf(cell), read === undefined ? undefined : formatShare(read)];
          })}
        />
      )}
      {confidence.length > 0 && (
        <FormatChoice
          label={t("import.confidence")}
          value={format.confidence ?? "ten"}
          choices={confidenceScales.map((value) => ({
            value,
            label: t(`choice.ConfidenceScale.${value}`),
          }))}
          onChange={(scale) => put({ confidence: scale })}
          samples={confidence.slice(0, 3).map((cell) => {
            const read = readConfidence(cell, format);
            return [
              textOf(cell),
              read === undefined ? undefined : t("import.ofTen", { value: read }),
            ];
          })}
        />
      )}
    </div>
  );
}

const numberText = (value: number | undefined) =>
  value === undefined ? undefined : formatNumber(value);

function FormatChoice<Value extends string>({
  label,
  value,
  choices,
  onChange,
  samples,
}: {
  label: string;
  value: Value;
  choices: { value: Value; label: string }[];
  onChange: (value: Value) => void;
  /** What stands there, and what it is read as. */
  samples: [string, string | undefined][];
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={style.format}>
      <span id={id}>{label}</span>
      <SegmentedControl
        aria-labelledby={id}
        value={value}
        onChange={(next) => onChange(next as Value)}
        data={choices}
      />
      <ul>
        {samples.map(([text, read], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: samples stand in their order.
          <li key={at} data-tone={read === undefined ? "bad" : undefined}>
            {read === undefined
              ? t("import.notRead", { text })
              : t("import.readAs", { text, value: read })}
          </li>
        ))}
      </ul>
    </div>
  );
}
