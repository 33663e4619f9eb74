import { Alert, Button, Loader } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../app/download";
import { useProblemText } from "../entity/problem-text";
import { textOf } from "./cells";
import { CheckRow } from "./check-row";
import { errorFile } from "./error-file";
import { fieldName, type ImportField, type Kind } from "./fields";
import style from "./import.module.css";
import type { Judged, Verdict } from "./judged";
import { wordsOfProblem } from "./problem-words";
import type { ImportOnItsWay } from "./use-import";

const verdicts = ["refused", "changed", "new", "unchanged"] as const;
/** So many rows at a time. */
const page = 100;
/** So many are checked for so long that somebody may not want to wait. */
const many = 1000;

/** What would become of each row, before anything is written; what is wrong is put right here. */
export function CheckStep({ kind, going }: { kind: Kind; going: ImportOnItsWay }) {
  const { t } = useTranslation();
  const { checked, checking, problem, tooLarge } = going;
  if (tooLarge)
    return (
      <Alert color="red" role="alert">
        {t("import.tooLarge")}
      </Alert>
    );
  return (
    <>
      {problem && <Failed going={going} />}
      {checking && (!checked || checked.judged.length > many) && (
        <div className="row">
          <Loader size="sm" />
          {/* What is checked again is said beside the counts. */}
          <span role="status">
            {!checked && t("import.checkingRows", { count: going.body?.rows.length ?? 0 })}
          </span>
          <Button variant="default" size="compact-md" onClick={going.stop}>
            {t("cancel")}
          </Button>
        </div>
      )}
      {going.stopped && (
        <div className="row">
          <span role="status">{t("import.checkStopped")}</span>
          <Button variant="default" size="compact-md" onClick={going.recheck}>
            {t("import.again")}
          </Button>
        </div>
      )}
      {checked && <Checked kind={kind} going={going} checked={checked} />}
    </>
  );
}

function Failed({ going: { problem, recheck } }: { going: ImportOnItsWay }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  if (!problem) return null;
  return (
    <Alert color="red" role="alert">
      <div className="row">
        <span className="grow">
          {problemText(problem.code, problem.message)} {t("import.keptAll")}
        </span>
        <Button variant="default" size="compact-md" onClick={recheck}>
          {t("import.again")}
        </Button>
      </div>
    </Alert>
  );
}

type CheckedRows = NonNullable<ImportOnItsWay["checked"]>;

function Checked({
  kind,
  going,
  checked: { counts, judged, table },
}: {
  kind: Kind;
  going: ImportOnItsWay;
  checked: CheckedRows;
}) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<Verdict | undefined>(
    counts.refused > 0 ? "refused" : undefined,
  );
  const [most, setMost] = useState(page);
  // What is being corrected stays in sight although it may be right by now.
  const [touched, setTouched] = useState<ReadonlySet<ListKey>>(new Set());
  const shown = useMemo(
    () => judged.filter((one) => !filter || one.told.verdict === filter || touched.has(keyOf(one))),
    [judged, filter, touched],
  );
  const equals = useEquals(judged);
  const choose = (next: Verdict | undefined) => {
    setFilter(next);
    setTouched(new Set());
    setMost(page);
  };
  const edit = (one: Judged, column: number, text: string, all: boolean) => {
    const own = one.row.places[column];
    if (!own) return;
    setTouched((now) => new Set(now).add(keyOf(one)));
    going.edit(all ? (equals(column, one)?.places ?? [own]) : [own], text);
  };
  const factorAt = (at: number) => table.factors[at] ?? 1;
  // Whoever brings the file again is proposed the same.
  const headOf = (field: ImportField, at: number) => {
    const factor = factorAt(at);
    return factor === 1 ? fieldName(field) : `${fieldName(field)} (${t(`import.unit.${factor}`)})`;
  };
  const sentences = ({ row, told }: Judged) =>
    told.problems.map((problem) =>
      wordsOfProblem(
        problem,
        kind,
        problem.column === null ? undefined : table.fields[problem.column],
        problem.column === null ? undefined : row.cells[problem.column],
        going.format,
      ),
    );
  return (
    <>
      <fieldset className={style.counts}>
        <legend className="sr-only">{t("import.show")}</legend>
        <Count
          label={t("all")}
          count={judged.length}
          on={!filter}
          onChoose={() => choose(undefined)}
        />
        {verdicts.map((verdict) => (
          <Count
            key={verdict}
            label={t(`choice.ImportVerdict.${verdict}`)}
            count={counts[verdict]}
            tone={verdict}
            on={filter === verdict}
            onChoose={() => choose(verdict)}
          />
        ))}
        <span className="grow" />
        <span role="status" className="muted">
          {going.checking ? t("import.checking") : t("import.checkedAll")}
        </span>
        {counts.refused > 0 && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() =>
              download(
                errorFile(
                  [t("import.line"), ...table.fields.map(headOf), t("import.wrong")],
                  judged.filter(({ told }) => told.verdict === "refused"),
                  sentences,
                ),
                t("import.errorFile", { name: (going.source?.file ?? "").replace(/\.\w+$/, "") }),
              )
            }
          >
            {t("import.errorRows")}
          </Button>
        )}
      </fieldset>
      {shown.length === 0 ? (
        <p className="muted">{t("import.noneHere")}</p>
      ) : (
        <section
          className={style.table}
          aria-label={t("import.rows")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls.
          tabIndex={0}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{t("import.line")}</th>
                <th scope="col">{t("import.verdict")}</th>
                {table.fields.map((field, at) => {
                  const factor = factorAt(at);
                  return (
                    <th key={field} scope="col">
                      {fieldName(field)}
                      {factor !== 1 && (
                        <span className={style.title}>{t(`import.from.${factor}`)}</span>
                      )}
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, most).map((one) => (
                <CheckRow
                  key={keyOf(one)}
                  kind={kind}
                  fields={table.fields}
                  factors={table.factors}
                  format={going.format}
                  one={one}
                  edits={going.edits}
                  equals={equals}
                  onEdit={edit}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {shown.length > most && (
        <Button variant="subtle" w="fit-content" onClick={() => setMost((now) => now + page)}>
          {t("import.more", { count: Math.min(page, shown.length - most) })}
        </Button>
      )}
    </>
  );
}

type ListKey = string;
/** Several rows may come from one line. */
const keyOf = ({ row }: Judged): ListKey =>
  `${row.line} ${row.places.filter((place) => place !== null).join(" ")}`;

/** The refused cells of a column that say the same. */
export interface Equal {
  count: number;
  places: string[];
}
export type Equals = (column: number, one: Judged) => Equal | undefined;

function useEquals(judged: readonly Judged[]): Equals {
  const all = useMemo(() => {
    const found = new Map<string, Set<string>>();
    for (const { row, told } of judged)
      for (const { column } of told.problems) {
        const place = column === null ? null : row.places[column];
        if (column === null || !place) continue;
        const key = `${column} ${textOf(row.cells[column])}`;
        const places = found.get(key) ?? new Set();
        found.set(key, places.add(place));
      }
    return found;
  }, [judged]);
  return (column, { row }) => {
    const places = all.get(`${column} ${textOf(row.cells[column])}`);
    return places && { count: places.size, places: [...places] };
  };
}

function Count({
  label,
  count,
  tone,
  on,
  onChoose,
}: {
  label: string;
  count: number;
  tone?: Verdict;
  on: boolean;
  onChoose: () => void;
}) {
  return (
    <button type="button" aria-pressed={on} data-tone={tone} onClick={onChoose}>
      <b>{count}</b> {label}
    </button>
  );
}
