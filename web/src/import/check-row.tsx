import { Button, NativeSelect } from "@mantine/core";
import { Fragment, memo, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatNumber } from "../app/format";
import { choicesOf as enumsOf } from "../entity/choices";
import { useValueText } from "../entity/value-text";
import { type Cell, textOf } from "./cells";
import type { Equals } from "./check-step";
import { choiceWord } from "./choice-words";
import { readAmount } from "./factor";
import { fieldName, fieldOf, type ImportField, type Kind } from "./fields";
import style from "./import.module.css";
import type { Judged } from "./judged";
import type { Edits } from "./list-form";
import type { Format } from "./match";
import { choicesOf, offersChoice, wordsOfProblem } from "./problem-words";
import type { Factor } from "./scale";

type Problem = Schemas["ImportProblem"];

interface Props {
  kind: Kind;
  fields: readonly ImportField[];
  /** By what the amounts of each are multiplied. */
  factors: readonly Factor[];
  format: Format;
  one: Judged;
  edits: Edits;
  equals: Equals;
  /** Of all cells that say the same, or of this one. */
  onEdit: (one: Judged, column: number, text: string, all: boolean) => void;
}

/** What the change log calls what a row becomes. */
const entityOf: Record<Kind, string> = {
  sites: "site",
  areas: "product_area",
  contacts: "contact",
  supply: "supply_record",
  kpi_values: "kpi_value",
  signals: "signal",
  plan: "key_result",
  check_ins: "check_in",
  actions: "action",
  accounts: "account",
};

/** A row of the file and what becomes of it: old and new in each cell, and what is wrong at its place. */
export const CheckRow = memo(
  function CheckRow(props: Props) {
    const { kind, fields, factors, format, one } = props;
    const { row, told } = one;
    const { t } = useTranslation();
    const id = useId();
    const { label, text: textOfValue } = useValueText([]);
    // References read as names.
    const text: typeof textOfValue = (member, value, words) =>
      member === "parent" && value ? String(value) : textOfValue(member, value, words);
    const enums = enumsOf(entityOf[kind]);
    const refused = told.verdict === "refused";
    const cellOf = (column: number | null) => (column === null ? undefined : row.cells[column]);
    const words = (problem: Problem) =>
      wordsOfProblem(
        problem,
        kind,
        problem.column === null ? undefined : fields[problem.column],
        cellOf(problem.column),
        format,
      );
    const derived =
      told.verdict === "changed" || kind === "accounts"
        ? told.values.filter(({ column }) => column === null)
        : [];
    const wrong = told.problems.filter(({ column }) => column === null).map(words);
    const notes = [
      ...told.hints.map(words),
      ...derived.map(
        ({ member, before, after }) =>
          `${label(member)}: ${told.verdict === "changed" ? `${text(member, before, enums[member])} → ` : ""}${text(member, after, enums[member])}`,
      ),
    ];
    return (
      <>
        <tr data-verdict={told.verdict}>
          <td>{row.line}</td>
          <td>
            <b>{t(`import.one.${told.verdict}`)}</b>
            {told.title && <span className={style.title}>{told.title}</span>}
          </td>
          {row.cells.map((cell, column) => {
            const place = row.places[column];
            const problems = told.problems.filter((problem) => problem.column === column);
            const field = fields[column] as ImportField;
            // A period is its length and its beginning: the file's own words say both.
            const value =
              field === "period" ? undefined : told.values.find((value) => value.column === column);
            const says = `${id}-${column}`;
            const editable = refused || (place && props.edits.has(place));
            return (
              <td key={field} data-wrong={problems.length > 0 || undefined}>
                {editable && place ? (
                  <CellInput
                    label={t("import.cell", { line: row.line, column: fieldName(field) })}
                    cell={cell}
                    wrong={problems.length > 0}
                    describedBy={problems.length > 0 ? says : undefined}
                    onCommit={(text) => props.onEdit(one, column, text, false)}
                  />
                ) : value && told.verdict === "changed" ? (
                  <>
                    <del>{text(value.member, value.before, enums[value.member])}</del>
                    {" → "}
                    <ins>{text(value.member, value.after, enums[value.member])}</ins>
                  </>
                ) : value ? (
                  text(value.member, value.after, enums[value.member])
                ) : (
                  wordOf(kind, field, cell, factors[column] ?? 1, format)
                )}
                {problems.length > 0 && (
                  <div id={says} className={style.problem}>
                    {problems.map((problem) => (
                      <Fragment key={problem.code}>
                        <p>{words(problem)}</p>
                        {place && <Mend {...props} problem={problem} column={column} cell={cell} />}
                      </Fragment>
                    ))}
                  </div>
                )}
              </td>
            );
          })}
        </tr>
        {wrong.length + notes.length > 0 && (
          <tr className={style.note}>
            <td />
            <td colSpan={fields.length + 1}>
              {[...new Set(wrong)].map((sentence) => (
                <p key={sentence} data-tone="bad">
                  {sentence}
                </p>
              ))}
              {[...new Set(notes)].map((note) => (
                <p key={note}>{note}</p>
              ))}
            </td>
          </tr>
        )}
      </>
    );
  },
  // What else the page learns changes no row.
  (before, after) =>
    before.one === after.one && before.edits === after.edits && before.equals === after.equals,
);

/** A cell as it is read; what holds for all rows is chosen, not written. */
function wordOf(kind: Kind, field: ImportField, cell: Cell, factor: Factor, format: Format) {
  const amount = factor === 1 ? undefined : readAmount(cell, format.decimalSign, factor);
  if (amount !== undefined) return formatNumber(amount);
  const of = fieldOf(kind, field)?.of;
  return of ? choiceWord(of, textOf(cell)) : textOf(cell);
}

/** What could stand there instead, and for how many cells at once. */
function Mend({
  kind,
  fields,
  one,
  problem,
  column,
  cell,
  equals,
  onEdit,
}: Props & { problem: Problem; column: number; cell: Cell }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState("");
  const choices = offersChoice(problem) ? choicesOf(kind, fields[column], problem.choices) : [];
  const equal = equals(column, one)?.count ?? 1;
  if (choices.length === 0 && equal < 2) return null;
  const name = t("import.instead", { value: textOf(cell), line: one.row.line });
  return (
    <div className={style.mend}>
      {choices.length > 0 && (
        <NativeSelect
          size="xs"
          aria-label={name}
          value={chosen}
          data={[{ value: "", label: t("import.choose1") }, ...choices]}
          onChange={(event) => {
            const next = event.currentTarget.value;
            setChosen(next);
            if (next && equal < 2) onEdit(one, column, next, false);
          }}
        />
      )}
      {chosen && equal > 1 && (
        <>
          <Button size="compact-sm" onClick={() => onEdit(one, column, chosen, true)}>
            {t("import.forAll", { count: equal, value: textOf(cell) })}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => onEdit(one, column, chosen, false)}
          >
            {t("import.onlyHere")}
          </Button>
        </>
      )}
      {choices.length === 0 && (
        <SameForAll
          name={name}
          count={equal}
          onPut={(text) => onEdit(one, column, text, true)}
          value={textOf(cell)}
        />
      )}
    </div>
  );
}

/** One text in place of all that say the same. */
function SameForAll({
  name,
  count,
  value,
  onPut,
}: {
  name: string;
  count: number;
  value: string;
  onPut: (text: string) => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState<string>();
  if (text === undefined)
    return (
      <Button size="compact-sm" variant="subtle" onClick={() => setText(value)}>
        {t("import.sameForAll", { count })}
      </Button>
    );
  return (
    <form
      className={style.mend}
      onSubmit={(event) => {
        event.preventDefault();
        onPut(text.trim());
      }}
    >
      <input
        aria-label={name}
        // biome-ignore lint/a11y/noAutofocus: who pressed the button before it types here.
        autoFocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm">
        {t("import.putAll", { count })}
      </Button>
    </form>
  );
}

/** A cell that can be corrected; taken with Enter, or when one goes on. */
function CellInput({
  label,
  cell,
  wrong,
  describedBy,
  onCommit,
}: {
  label: string;
  cell: Cell;
  wrong: boolean;
  describedBy: string | undefined;
  onCommit: (text: string) => void;
}) {
  const stands = textOf(cell);
  const [text, setText] = useState(stands);
  const [was, setWas] = useState(stands);
  // Another correction may have changed it.
  if (was !== stands) {
    setWas(stands);
    setText(stands);
  }
  const commit = () => text !== stands && onCommit(text.trim());
  return (
    <input
      aria-label={label}
      aria-invalid={wrong || undefined}
      aria-describedby={describedBy}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key === "Escape") setText(stands);
      }}
    />
  );
}
