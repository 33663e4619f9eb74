import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { ApiProblem } from "../api/client";
import { cycleOf, cyclesFor } from "./cycles";
import { scalesOf, stillSaid } from "./factor";
import { fieldsOf, type ImportField, type Kind } from "./fields";
import { presetHead, presetSheet, titlesOf } from "./find-head";
import { presetFormat, sentCell } from "./format";
import { countsOf, judgedRows } from "./judged";
import { type Edits, edited, editedNames, listForm } from "./list-form";
import {
  asCheckIns,
  type Format,
  type Head,
  isOfPlan,
  type Match,
  namesOf,
  presetMatch,
  withTitle,
} from "./match";
import type { Place } from "./place";
import { rememberedMatch } from "./remembered-match";
import { samplesOf } from "./samples";
import { type ImportBody, sendImport } from "./send-import";
import type { Source } from "./source";

/** So much the server takes at once. */
export const mostRowsOf = (kind: Kind | undefined) => (kind === "accounts" ? 1_000 : 10_000);
const mostBytes = 8 * 1024 * 1024 - 1024;

/** What somebody chose instead of what was proposed, for one kind of rows. */
interface Chosen {
  head?: Head;
  match?: Match;
  format?: Format;
}

interface Draft {
  source?: Source;
  sheet: number;
  chosen: Partial<Record<Kind, Chosen>>;
  edits: Edits;
  /** How often it was brought in: what is brought in again is another import. */
  times: number;
}

const nothing: Draft = { sheet: 0, chosen: {}, edits: new Map(), times: 0 };

/** An import on its way: what was chosen, and what follows from it where nothing was. */
export function useImport(cockpit: Place, kind: Kind | undefined, checks: boolean) {
  const { i18n } = useTranslation();
  const account = cockpit.account.id;
  const [draft, setDraft] = useState<Draft>(nothing);
  const { source, edits } = draft;
  const { sites, productAreas, kpis } = cockpit;
  const { sharePeriod } = cockpit.account;
  const known = useMemo(
    () => ({ sites, productAreas, kpis, sharePeriod }),
    [sites, productAreas, kpis, sharePeriod],
  );
  const sheet = source?.sheets[draft.sheet];
  const chosen = kind && draft.chosen[kind];
  const head = useMemo(
    () => chosen?.head ?? (kind && sheet ? presetHead(kind, sheet.rows, known) : undefined),
    [chosen?.head, kind, sheet, known],
  );
  const names = useMemo(
    () => (sheet && head ? editedNames(sheet.rows, head, edits) : []),
    [sheet, head, edits],
  );
  // What was corrected in a name is no other make of file.
  const ownNames = useMemo(() => (sheet && head ? namesOf(sheet.rows, head) : []), [sheet, head]);
  const preset = useCallback(
    (of: Kind): Match | undefined => {
      if (!sheet || !head) return undefined;
      const [above, below] = [sheet.rows.slice(0, head.at), sheet.rows.slice(head.at + head.lines)];
      return presetMatch(of, ownNames, known, below, above);
    },
    [sheet, head, ownNames, known],
  );
  const remembered = useMemo(
    () => (kind ? rememberedMatch(account, kind, ownNames) : undefined),
    [account, kind, ownNames],
  );
  const match = useMemo(() => {
    if (chosen?.match || !kind || !sheet || !head || !source) return chosen?.match;
    const own = preset(kind);
    if (!own) return undefined;
    // What it says of its day, and in what its amounts are, is of this file.
    const match = remembered
      ? {
          ...remembered.match,
          constants: { ...own.constants, ...remembered.match.constants },
          factors: stillSaid(
            remembered.match.factors,
            remembered.scales ?? {},
            scalesOf({
              ...known,
              kind,
              rows: sheet.rows,
              head,
              match: remembered.match,
              names: ownNames,
            }),
          ),
        }
      : own;
    const titles = [...titlesOf(sheet.rows, head), sheet.name, source.file.replace(/\.\w+$/, "")];
    return kind === "supply" ? withTitle(match, titles, known.sharePeriod) : match;
  }, [chosen?.match, remembered, kind, sheet, head, source, preset, known, ownNames]);
  const rows = useMemo(() => (sheet ? edited(sheet.rows, edits) : []), [sheet, edits]);
  const scales = useMemo(
    () =>
      kind && sheet && head && match
        ? scalesOf({ ...known, kind, rows: sheet.rows, head, match, names })
        : {},
    [kind, sheet, head, match, names, known],
  );
  const samples = useMemo(
    () => (kind && sheet && head && match ? samplesOf(kind, sheet.rows, head, match, names) : {}),
    [kind, sheet, head, match, names],
  );
  const format = useMemo(
    () =>
      chosen?.format ??
      presetFormat(
        samples,
        i18n.language,
        remembered?.format,
        names[match?.roles.indexOf("confidence") ?? -1],
      ),
    [chosen?.format, remembered, samples, i18n.language, names, match],
  );
  const table = useMemo(
    () =>
      kind && sheet && head && match
        ? listForm({ ...known, ...sheet, kind, head, match, edits })
        : undefined,
    [kind, sheet, head, match, edits, known],
  );
  const missing: ImportField[] = kind && table ? missingOf(kind, table.fields) : [];
  const noCycle = kind !== undefined && isOfPlan(kind) && cyclesFor(kind, cockpit).length === 0;
  const besides = useMemo(() => {
    if (kind !== "plan" || !sheet || !head || !match) return undefined;
    const proposed = preset("check_ins");
    if (!proposed) return undefined;
    const checkIns = asCheckIns(match, proposed);
    const read = { kind: "check_ins" as const, head, match: checkIns };
    const { rows } = listForm({ ...known, ...sheet, ...read, edits });
    return rows.length > 0 ? checkIns : undefined;
  }, [kind, sheet, head, match, preset, edits, known]);
  const body = useMemo(() => {
    if (!source || !kind || !table) return undefined;
    const rows = table.rows.filter(({ wrong }) => !wrong);
    return {
      kind,
      file: source.file,
      hash: source.hash,
      format,
      columns: table.fields,
      ...(table.factors.some((factor) => factor !== 1) && { factors: table.factors }),
      rows: rows.map(({ line, cells }) => ({
        line,
        cells: cells.map((cell) => sentCell(cell, format)),
      })),
    } satisfies ImportBody;
  }, [source, kind, table, format]);
  // The same for each try, so that what is sent twice is one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another body is another import.
  const id = useMemo(() => newId(), [body, draft.times]);
  const tooMany = (table?.rows.length ?? 0) > mostRowsOf(kind);
  const ready =
    body !== undefined && body.rows.length > 0 && missing.length === 0 && !tooMany && !noCycle;
  const tooLarge = useMemo(
    () => checks && ready && new Blob([JSON.stringify(body)]).size > mostBytes,
    [checks, ready, body],
  );

  const queries = useQueryClient();
  const queryKey = ["import-check", account, id];
  const checking = useQuery({
    queryKey,
    enabled: checks && ready && !tooLarge,
    placeholderData: keepPreviousData,
    networkMode: "always",
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    throwOnError: false,
    queryFn: async ({ signal }) => {
      if (!body || !table) throw new Error("nothing to check");
      const answer = await sendImport(account, body, { dryRun: true, signal });
      return { table, judged: judgedRows(table, answer) };
    },
  });
  const waits = checking.isPending || checking.isPlaceholderData;
  const stopped = checks && ready && !tooLarge && waits && !checking.isFetching && !checking.error;
  const judged = checking.data?.judged;
  const counts = useMemo(() => judged && countsOf(judged), [judged]);

  const choose = (next: Chosen) =>
    kind &&
    setDraft((now) => ({
      ...now,
      chosen: { ...now.chosen, [kind]: { ...now.chosen[kind], ...next } },
    }));
  return {
    account,
    known,
    source,
    sheet,
    sheetAt: draft.sheet,
    head,
    names,
    match,
    format,
    /** What the file says that its amounts are in. */
    scales,
    samples,
    rows,
    table,
    missing,
    noCycle,
    /** Where its plan goes. */
    cycle: cycleOf(
      table,
      cockpit.cycles.map(({ cycle }) => cycle),
    ),
    tooMany,
    tooLarge,
    body,
    id,
    edits,
    /** What the server thinks of it; of what was sent last, until that is answered. */
    checked:
      judged && counts && checking.data && !stopped ? { ...checking.data, counts } : undefined,
    checking: checking.isFetching,
    /** Somebody did not wait for the answer. */
    stopped,
    stop: () => queries.cancelQueries({ queryKey }),
    problem: checking.error instanceof ApiProblem ? checking.error : undefined,
    recheck: () => checking.refetch(),
    remembers: !chosen?.match && remembered !== undefined,
    ownNames,
    begin: (source: Source | undefined) =>
      setDraft((now) => ({
        ...nothing,
        times: now.times,
        source,
        sheet: source && source.sheets.length > 0 ? presetSheet(kind, source.sheets, known) : 0,
      })),
    /** The same file, read otherwise. */
    reread: (source: Source) =>
      setDraft((now) => ({ ...now, source, chosen: {}, edits: new Map() })),
    chooseSheet: (sheet: number) =>
      setDraft((now) => ({ ...now, sheet, chosen: {}, edits: new Map() })),
    chooseHead: (head: Head) => choose({ head, match: undefined, format: undefined }),
    chooseMatch: (match: Match) => choose({ match }),
    chooseFormat: (format: Format) => choose({ format }),
    edit: (places: readonly string[], text: string) =>
      setDraft((now) => {
        const edits = new Map(now.edits);
        for (const place of places) edits.set(place, text);
        return { ...now, edits };
      }),
    /** Whether the file says how its key results stand, too. */
    hasCheckIns: besides !== undefined,
    /** Reads it as check-ins, with its columns matched as those of the plan. */
    readAsCheckIns: () =>
      besides &&
      setDraft((now) => ({
        ...now,
        chosen: { ...now.chosen, check_ins: { head, match: besides } },
      })),
    broughtIn: () => setDraft((now) => ({ ...now, times: now.times + 1 })),
  };
}

export type ImportOnItsWay = ReturnType<typeof useImport>;

/** What every row needs and nothing says; a supply needs a figure besides. */
function missingOf(kind: Kind, fields: readonly ImportField[]): ImportField[] {
  const out = fieldsOf(kind)
    .filter(({ field, required }) => required && !fields.includes(field))
    .map(({ field }) => field);
  const figures: ImportField[] = ["share", "volume", "demand"];
  if (kind === "supply" && !figures.some((field) => fields.includes(field))) out.push("share");
  if (kind === "check_ins" && !fields.includes("value") && !fields.includes("confidence"))
    out.push("value");
  return out;
}
