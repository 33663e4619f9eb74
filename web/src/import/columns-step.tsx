import { Alert, Checkbox, SegmentedControl, Select, TextInput } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../app/format";
import { LinkButton } from "../app/link-button";
import { isBlank, textOf } from "./cells";
import { choiceWords } from "./choice-words";
import { cyclesFor, plannedCycle } from "./cycles";
import { figureOf, readAmount } from "./factor";
import { FactorChoice } from "./factor-choice";
import { fieldName, fieldOf, fieldsOf, type ImportField, type Kind } from "./fields";
import { FormatOptions } from "./format-options";
import style from "./import.module.css";
import type { ListTable } from "./list-form";
import { type Across, isOfPlan, type Match, type Role, type Sides, sidesOf } from "./match";
import type { Place } from "./place";
import { cellsOf } from "./samples";
import type { Factor } from "./scale";
import { letterOf } from "./sheet-step";
import { type ImportOnItsWay, mostRowsOf } from "./use-import";

/** What each column holds, and how the file writes numbers, days and shares. */
export function ColumnsStep({
  cockpit,
  kind,
  going,
}: {
  cockpit: Place;
  kind: Kind;
  going: ImportOnItsWay;
}) {
  const { t } = useTranslation();
  const { match, head, sheet, names, missing, noCycle, tooMany, table } = going;
  if (!match || !head || !sheet) return null;
  const change = (next: Partial<Match>) => going.chooseMatch({ ...match, ...next });
  const sides = sidesOf(kind);
  const putFactor = (field: ImportField, factor: Factor) =>
    change({ factors: { ...match.factors, [field]: factor } });
  const factorOf = (field: ImportField | undefined) => (field && match.factors[field]) ?? 1;
  // What is in thousands only here and there, or in more than millions, nobody can declare.
  const uneven = fieldsOf(kind).filter(
    ({ field }) => going.scales[field] && !going.scales[field].factor && factorOf(field) === 1,
  );
  return (
    <>
      {going.remembers && (
        <p className="muted" role="status">
          {t("import.remembered")}
        </p>
      )}
      <ul className={style.columns} aria-label={t("import.columns")}>
        {names.map((name, column) => {
          const samples = cellsOf(sheet.rows, head, column);
          // Of a column without anything nothing is asked.
          if (samples.length === 0 && !name) return null;
          const role = match.roles[column] ?? null;
          const title = name || t("import.column", { name: letterOf(column) });
          const figure = figureOf(kind, match, column, name);
          const factor = factorOf(figure);
          const blanks =
            role !== null &&
            role !== "across" &&
            role !== "outline" &&
            samples.length > 0 &&
            sheet.rows
              .slice(head.at + head.lines)
              .some((row) => isBlank(row[column]) && row.some((cell) => !isBlank(cell)));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
            <li key={column} data-used={role !== null || undefined}>
              <div className={style.column}>
                <b>{title}</b>
                <span className="muted">
                  {samples.map(textOf).join(" · ") || t("import.noSamples")}
                </span>
                {factor !== 1 && samples.length > 0 && (
                  <span>
                    {t("import.readThus", {
                      values: samples
                        .map((cell) => readAmount(cell, going.format.decimalSign, factor))
                        .map(formatNumber)
                        .join(" · "),
                    })}
                  </span>
                )}
              </div>
              <Select
                aria-label={t("import.holds", { name: title })}
                allowDeselect={false}
                searchable
                data={[
                  { value: "", label: t("import.nothing") },
                  ...fieldsOf(kind).map(({ field }) => ({ value: field, label: fieldName(field) })),
                  ...(isOfPlan(kind) ? [{ value: "outline", label: t("import.outlineRole") }] : []),
                  ...(sides
                    ? [
                        {
                          value: "across",
                          label: t(`import.acrossRole.${kind === "supply" ? "names" : "days"}`),
                        },
                      ]
                    : []),
                  ...(kind === "supply"
                    ? [{ value: "measure", label: t("import.measureRole") }]
                    : []),
                ]}
                value={role ?? ""}
                onChange={(next) => change(withRole(match, column, (next || null) as Role))}
              />
              <div className={style.asks}>
                {blanks && (
                  <Checkbox
                    size="xs"
                    label={t("import.fillDown")}
                    checked={match.fillDown[column] ?? false}
                    onChange={(event) => {
                      const fillDown = [...match.fillDown];
                      fillDown[column] = event.currentTarget.checked;
                      change({ fillDown });
                    }}
                  />
                )}
                {role !== "across" && figure && fieldOf(kind, figure)?.amount && (
                  <FactorChoice
                    label={t("import.factor")}
                    name={title}
                    factor={factor}
                    scale={going.scales[figure]}
                    onChange={(next) => putFactor(figure, next)}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {sides && match.roles.includes("across") && (
        <Wide match={match} sides={sides} onChange={change}>
          {sides.measures
            .filter((field) => fieldOf(kind, field)?.amount && isSaid(table, field))
            .map((field) => (
              <FactorChoice
                key={field}
                label={t("import.factorOf", { name: fieldName(field) })}
                name={fieldName(field)}
                factor={factorOf(field)}
                scale={going.scales[field]}
                onChange={(next) => putFactor(field, next)}
              />
            ))}
        </Wide>
      )}
      <Constants cockpit={cockpit} kind={kind} going={going} onChange={change} />
      <FormatOptions going={going} />
      {uneven.length > 0 && (
        <Alert color="orange" role="status">
          {t("import.uneven", { names: uneven.map(({ field }) => fieldName(field)).join(", ") })}
        </Alert>
      )}
      {noCycle && (
        <Alert color="orange" role="status">
          <div className="row">
            <span className="grow">
              {t(`import.noCycle.${kind === "plan" ? "plan" : "checkIns"}`)}
            </span>
            <LinkButton
              variant="default"
              to="/accounts/$account/cycle"
              params={{ account: cockpit.account.id }}
            >
              {t("import.toPlanning")}
            </LinkButton>
          </div>
        </Alert>
      )}
      {missing.length > 0 && (
        <Alert color="orange" role="status">
          {t("import.missing", { names: missing.map(fieldName).join(", ") })}
        </Alert>
      )}
      {table && (
        <p className="muted" role="status">
          {t("import.makes", { count: table.rows.length })}{" "}
          {table.leftOut > 0 && t("import.leavesOut", { count: table.leftOut })}
        </p>
      )}
      {tooMany && (
        <Alert color="red" role="alert">
          {t("import.tooMany", { most: formatNumber(mostRowsOf(kind)) })}
        </Alert>
      )}
    </>
  );
}

/** Whether some row has a figure of it. */
const isSaid = (table: ListTable | undefined, field: ImportField) => {
  const at = table?.fields.indexOf(field) ?? -1;
  return at >= 0 && table?.rows.some(({ cells }) => !isBlank(cells[at]));
};

/** What can't be said twice: one column for each, and an outline for two. */
function excludes(one: Role, other: Role | null) {
  if (one === "across" || other === null) return false;
  const titles: Role[] = ["objective", "key_result"];
  return (
    one === other ||
    (one === "outline" && titles.includes(other)) ||
    (other === "outline" && titles.includes(one))
  );
}

/** What another column was is that no more; of what stands side by side there are several. In what amounts are was said of the column that had them. */
function withRole({ roles, factors }: Match, column: number, next: Role | null): Partial<Match> {
  const changed = [roles[column], next];
  return {
    roles: roles.map((role, at) =>
      at === column ? next : next !== null && excludes(next, role) ? null : role,
    ),
    factors: Object.fromEntries(
      Object.entries(factors).filter(([field]) => !changed.some((one) => one === field)),
    ),
  };
}

function Wide({
  match,
  sides: { acrosses, measures },
  onChange,
  children,
}: {
  match: Match;
  sides: Sides;
  onChange: (next: Partial<Match>) => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const [across, measure] = [useId(), useId()];
  return (
    <div className={style.options}>
      {acrosses.length > 1 && (
        <div>
          <span id={across}>{t("import.acrossWhat")}</span>
          <SegmentedControl
            aria-labelledby={across}
            value={match.across}
            onChange={(next) => onChange({ across: next as Across })}
            data={acrosses.map((value) => ({ value, label: fieldName(value) }))}
          />
        </div>
      )}
      {!match.roles.includes("measure") && (
        <div>
          <span id={measure}>{t("import.measureWhat")}</span>
          <SegmentedControl
            aria-labelledby={measure}
            value={match.measure}
            onChange={(next) => onChange({ measure: next as Match["measure"] })}
            // Of mere progress no check-in is made.
            data={measures
              .filter((value) => value !== "progress")
              .map((value) => ({ value, label: fieldName(value) }))}
          />
        </div>
      )}
      {children}
    </div>
  );
}

/** What holds for all rows, where no column says it. */
function Constants({
  cockpit,
  kind,
  going: { match, table },
  onChange,
}: {
  cockpit: Place;
  kind: Kind;
  going: ImportOnItsWay;
  onChange: (next: Partial<Match>) => void;
}) {
  const { t } = useTranslation();
  if (!match || !table) return null;
  const given = (field: ImportField) => table.fields.includes(field) && !match.constants[field];
  const asked = fieldsOf(kind).filter(({ field, constant }) => constant && !given(field));
  if (asked.length === 0) return null;
  const put = (field: ImportField, value: string | null) =>
    onChange({ constants: { ...match.constants, [field]: value ?? "" } });
  return (
    <fieldset className={`bare ${style.constants}`}>
      <legend>{t("import.constants")}</legend>
      <div className={style.options}>
        {asked.map(({ field, of }) => {
          const value = match.constants[field] ?? "";
          const names =
            field === "product_area"
              ? cockpit.productAreas
              : field === "cycle"
                ? cyclesFor(kind, cockpit)
                : undefined;
          const choices = of
            ? choiceWords(of)
            : names?.map(({ name }) => ({ value: name, label: name }));
          if (choices)
            return (
              <Select
                key={field}
                label={fieldName(field)}
                clearable
                clearButtonProps={{ "aria-label": t("import.clear", { name: fieldName(field) }) }}
                data={choices}
                placeholder={
                  field === "cycle" && kind === "plan"
                    ? plannedCycle(cyclesFor(kind, cockpit))?.name
                    : undefined
                }
                value={value || null}
                onChange={(next) => put(field, next)}
              />
            );
          return (
            <TextInput
              key={field}
              label={fieldName(field)}
              placeholder={
                field === "period"
                  ? "Q3 2026"
                  : kind === "check_ins" && field === "on"
                    ? t("import.dayExample")
                    : undefined
              }
              value={value}
              onChange={(event) => put(field, event.currentTarget.value)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
