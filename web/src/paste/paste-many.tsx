import { Alert, Button, Select, Textarea } from "@mantine/core";
import {
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { useSend } from "../api/use-send";
import { useProblemText } from "../entity/problem-text";
import { toast } from "../ui/toast";
import { whileSaving } from "../unsaved/unsaved";
import type { Column, Mapping } from "./columns";
import {
  filledUp,
  type Line,
  nameOfSign,
  nothingPasted,
  type PasteDraft,
  readDraft,
} from "./draft";
import style from "./paste.module.css";
import { readTable, writeTable } from "./table";
import type { Judge, PastedRow, Refusal, ToWrite, Wrong } from "./verdict";

interface Props<T> {
  draft: PasteDraft;
  onDraft: (draft: PasteDraft) => void;
  label: string;
  /** What to write, and how. */
  description: string;
  /** Rows as they may look. */
  example: string;
  columns: (rows: readonly (readonly string[])[]) => Column[];
  /** Puts the cells of a row where their kind belongs, where no head says what they are. */
  arrange?: (cells: readonly string[]) => readonly string[];
  judge: Judge<T>;
  /** Stores all of them, in turn; tells what was refused. Whatever it throws stored nothing more. */
  write: (items: ToWrite<T>[]) => Promise<Refusal[]>;
  /** Once they are stored, and whether nothing is left to correct. */
  onStored?: (all: boolean) => void;
  /** What else is to be chosen before, for these rows. */
  options?: (rows: readonly PastedRow[]) => ReactNode;
}

/** So many rows that are fine are shown before somebody asks for all. */
const shownAtFirst = 5;
/** So many doubtful ones at once: what is corrected makes room for the next. */
const mostDoubtful = 50;

/** Many at once, pasted from a spreadsheet or typed: every doubtful row is shown before anything is written. */
export function PasteMany<T>(props: Props<T>) {
  const { draft, onDraft, columns, arrange, judge, write, onStored } = props;
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [all, setAll] = useState(false);
  // Cells that are being corrected stay open although they may be right by now.
  const [opened, setOpened] = useState<string[]>([]);
  const table = useMemo(
    () => readTable(draft.text, draft.delimiter),
    [draft.text, draft.delimiter],
  );
  const read = readDraft(draft, table, columns, judge, arrange);
  const { first, offered, head, written, parted, width, mapping, filled, rows, lines } = read;
  const wrong = lines.filter(({ verdict }) => verdict.wrong.length > 0);
  const doubtful = lines.filter(
    ({ verdict }) => verdict.wrong.length === 0 && verdict.doubts.length > 0,
  );
  // What the server refused is tried again: it may stand otherwise by now.
  const ready = lines.filter(({ verdict }) => verdict.items.length > 0);

  const root = useRef<HTMLDivElement>(null);
  /** On with the first that is wrong, or the next ones, for who pressed a button that is gone. */
  const [steps, setSteps] = useState(0);
  const goOn = () => setSteps((before) => before + 1);
  // Once the rows stand as they are now: those before them are gone, and the focus with them.
  useEffect(() => {
    if (steps === 0) return;
    // Who went elsewhere meanwhile stays there.
    const at = document.activeElement;
    if (at && at !== document.body && !root.current?.contains(at)) return;
    const next = '[aria-invalid="true"], textarea';
    const all = [...(root.current?.querySelectorAll<HTMLElement>(next) ?? [])];
    (all.find((one) => one.matches("input")) ?? all[0])?.focus({ preventScroll: true });
  }, [steps]);
  // Until it is stored: what is fetched again afterwards holds up nobody who pastes the next.
  const [writing, setWriting] = useState(false);
  const saving = useSend(
    ({ lines }: { lines: Line<T>[] }) =>
      // Part of it may be shown already: who goes on because of that is not asked about what is on its way.
      whileSaving(
        write(lines.flatMap(({ verdict }, row) => verdict.items.map((item) => ({ row, item })))),
      ),
    {
      // Of what was sent: meanwhile what was stored may be known already.
      onSent: (refusals, { lines }) => {
        const refused: Record<string, Wrong[]> = {};
        for (const { row, key, says } of refusals) {
          const { text } = lines[row] as Line<T>;
          refused[text] = [...(refused[text] ?? []), { key, says }];
        }
        // What is wrong, or was refused, stays for correction, under the number that it had.
        const sent = ({ verdict }: Line<T>) => verdict.items.length > 0;
        const left = lines.filter(
          (line) => refused[line.text] || (line.verdict.wrong.length > 0 && !sent(line)),
        );
        const stored = lines.filter((line) => sent(line) && !refused[line.text]).length;
        const kept = [...(head ? [0] : []), ...left.map(({ at }) => at)];
        setOpened([]);
        setWriting(false);
        onDraft(
          left.length === 0
            ? nothingPasted
            : {
                text: writeTable({ ...table, rows: kept.map((at) => table.rows[at] ?? []) }),
                mapping: draft.mapping,
                lines: kept.map((at) => draft.lines?.[at] ?? at + 1),
                delimiter: parted ? table.delimiter : undefined,
                refused,
              },
        );
        if (stored > 0) toast({ message: t("paste.stored", { count: stored }) });
        onStored?.(left.length === 0);
        goOn();
      },
      refreshes: [{}],
    },
  );
  const { problem } = saving;
  const putRow = (at: number, cells: readonly string[]) => {
    const changed = [...table.rows];
    changed[at] = cells.map((cell) => cell.replace(/[\t\n\r]/g, " "));
    onDraft({ ...draft, text: writeTable({ ...table, rows: changed }) });
  };
  const put = (at: number, column: number, value: string) => {
    // As it is shown: what was moved to its place is written there.
    const cells = filled.find((row) => row.at === at)?.cells ?? [];
    const next = filledUp(cells, column + 1);
    next[column] = value;
    putRow(at, next);
  };
  const part = ({ at, sign = "" }: Line<T>, parts: boolean) => {
    const cells = table.rows[at] ?? [];
    const next = parts
      ? cells.flatMap((cell) => cell.split(sign)).map((cell) => cell.trim())
      : // With all its cells it is parted as the others.
        filledUp(cells, Math.max(width, 2));
    putRow(at, next);
    goOn();
  };
  const known = lines.filter(({ verdict }) => verdict.known && verdict.wrong.length === 0);
  const isOpen = ({ at }: Line<T>) => opened.some((one) => one.startsWith(`${at}/`));
  const looked = lines
    .filter(
      (line) => isOpen(line) || line.verdict.wrong.length > 0 || line.verdict.doubts.length > 0,
    )
    .slice(0, mostDoubtful);
  const plain = lines.filter((line) => !looked.includes(line));
  const shown = new Set([...looked, ...(all ? plain : plain.slice(0, shownAtFirst))]);
  const hidden = lines.length - shown.size;
  const send = async () => {
    setWriting(true);
    try {
      await saving.submit({ lines });
    } finally {
      setWriting(false);
    }
  };
  // Who types needs no hand on the mouse.
  const takeByKeys = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (ready.length > 0 && !saving.pending) send();
  };
  return (
    <div className={style.paste} ref={root}>
      <Textarea
        label={props.label}
        description={props.description}
        placeholder={props.example}
        autosize
        minRows={3}
        maxRows={8}
        spellCheck={false}
        // While it is on its way nothing is written that it would not take along.
        readOnly={writing}
        value={draft.text}
        onChange={(event) => {
          setOpened([]);
          onDraft({ text: event.currentTarget.value });
        }}
        onKeyDown={takeByKeys}
      />
      {rows.length > 0 && props.options?.(rows)}
      {written > 1 && lines.length > 0 && (
        <Columns
          offered={offered}
          mapping={mapping}
          names={first.map((cell, index) =>
            head ? cell : t("paste.column", { number: index + 1 }),
          )}
          examples={filled[0]?.cells ?? []}
          onMapping={(next) => onDraft({ ...draft, mapping: next })}
        />
      )}
      {lines.length > 0 && (
        <>
          <p className={style.read} role="status">
            <b>{t("paste.read", { count: lines.length })}</b>
            {wrong.length > 0 && (
              <span data-tone="bad">{t("paste.wrong", { count: wrong.length })}</span>
            )}
            {doubtful.length > 0 && (
              <span data-tone="warn">{t("paste.doubtful", { count: doubtful.length })}</span>
            )}
            {known.length > 0 && <span>{t("paste.known", { count: known.length })}</span>}
          </p>
          <Preview
            lines={lines.filter((line) => shown.has(line))}
            columns={offered}
            mapping={mapping}
            opened={opened}
            onOpen={(cell) => setOpened((now) => [...now.filter((one) => one !== cell), cell])}
            onPut={writing ? undefined : put}
            onPart={writing ? undefined : part}
            onKeyDown={takeByKeys}
          />
          {hidden > 0 && (
            <Button variant="subtle" size="compact-sm" w="fit-content" onClick={() => setAll(true)}>
              {t("paste.more", { count: hidden })}
            </Button>
          )}
        </>
      )}
      {problem && (
        <Alert color="red" role="alert">
          {problemText(problem.code, problem.message)} {t("paste.kept")}
        </Alert>
      )}
      {lines.length > 0 && (
        <div className="row">
          {(ready.length > 0 || saving.pending) && (
            <Button loading={saving.pending} onClick={send}>
              {t("paste.take", { count: ready.length })}
            </Button>
          )}
          {wrong.length > 0 && <span className="muted">{t("paste.wrongStay")}</span>}
        </div>
      )}
    </div>
  );
}

/** Which column of the text is what. */
function Columns({
  offered,
  mapping,
  names,
  examples,
  onMapping,
}: {
  offered: Column[];
  mapping: Mapping;
  names: string[];
  examples: readonly string[];
  onMapping: (mapping: Mapping) => void;
}) {
  const { t } = useTranslation();
  const title = useId();
  return (
    <section className={style.columns} aria-labelledby={title}>
      <h3 id={title}>{t("paste.what")}</h3>
      <ul>
        {mapping.map((key, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
          <li key={index}>
            <Select
              label={
                <>
                  {names[index] || t("paste.column", { number: index + 1 })}{" "}
                  <span className={style.sample}>{examples[index]}</span>
                </>
              }
              size="xs"
              allowDeselect={false}
              data={[
                { value: "", label: t("paste.passedOver") },
                ...offered.map((column) => ({ value: column.key, label: column.label })),
              ]}
              value={key ?? ""}
              onChange={(next) =>
                onMapping(
                  // What another column was is that no more.
                  mapping.map((each, at) =>
                    at === index ? next || null : each === next ? null : each,
                  ),
                )
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Preview<T>({
  lines,
  columns,
  mapping,
  opened,
  onOpen,
  onPut,
  onPart,
  onKeyDown,
}: {
  lines: Line<T>[];
  columns: Column[];
  mapping: Mapping;
  opened: string[];
  onOpen: (cell: string) => void;
  /** Nothing while it is being stored. */
  onPut: ((at: number, column: number, value: string) => void) | undefined;
  /** Parts a row at its own sign, or leaves it as it is. */
  onPart: ((line: Line<T>, parts: boolean) => void) | undefined;
  /** In a cell that is being corrected. */
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { t } = useTranslation();
  const id = useId();
  const used = mapping.flatMap((key, index) => {
    const column = columns.find((one) => one.key === key);
    return column ? [{ column, index }] : [];
  });
  return (
    // What is wider than the page is reached by the keys, too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls.
    <section className={style.preview} aria-label={t("paste.preview")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("paste.line")}</th>
            {used.map(({ column, index }) => (
              <th key={index} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const { row, at, verdict, sign } = line;
            const isWrong = verdict.wrong.length > 0;
            const tone = isWrong ? "bad" : verdict.doubts.length > 0 ? "warn" : undefined;
            const says = `paste-${id}-${at}`;
            const sentences = [
              ...verdict.wrong.map((one) => one.says),
              ...verdict.doubts,
              ...(verdict.known ? [verdict.known] : []),
            ];
            return (
              <Fragment key={at}>
                <tr data-tone={tone} data-known={verdict.known ? true : undefined}>
                  <td>{row.line}</td>
                  {used.map(({ column, index }) => {
                    const cell = `${at}/${index}`;
                    const bad = verdict.wrong.some(({ key }) => key === column.key);
                    return (
                      <td key={index}>
                        {bad || opened.includes(cell) ? (
                          <input
                            aria-label={t("paste.cell", { line: row.line, column: column.label })}
                            aria-invalid={bad}
                            aria-describedby={sentences.length > 0 ? says : undefined}
                            readOnly={!onPut}
                            value={row.cells[index] ?? ""}
                            onFocus={() => onOpen(cell)}
                            onKeyDown={onKeyDown}
                            onChange={(event) => onPut?.(at, index, event.currentTarget.value)}
                          />
                        ) : (
                          row.cells[index]
                        )}
                      </td>
                    );
                  })}
                </tr>
                {sentences.length > 0 && (
                  <tr className={style.note} data-tone={tone}>
                    <td />
                    <td colSpan={Math.max(1, used.length)}>
                      <div id={says}>
                        {[...new Set(sentences)].map((sentence) => (
                          <p key={sentence}>{sentence}</p>
                        ))}
                      </div>
                      {sign && onPart && (
                        <div className={`row ${style.parts}`}>
                          <Button
                            variant="default"
                            size="compact-sm"
                            onClick={() => onPart(line, true)}
                          >
                            {t("paste.part", { sign: nameOfSign(sign) })}
                          </Button>
                          <Button
                            variant="default"
                            size="compact-sm"
                            onClick={() => onPart(line, false)}
                          >
                            {t("paste.whole")}
                          </Button>
                        </div>
                      )}
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
