import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { ApiProblem, api, data, type Schemas } from "../api/client";
import type { Cockpit } from "../cockpit/cockpit-query";
import { fieldsOf, type ImportField, type Kind } from "./fields";
import { presetFormat } from "./format";
import { countsOf, judgedRows } from "./judged";
import { type Edits, edited, editedNames, listForm } from "./list-form";
import {
  type Format,
  type Head,
  type Match,
  namesOf,
  presetHead,
  presetMatch,
  presetSheet,
  rememberedMatch,
} from "./match";
import { samplesOf } from "./samples";
import type { Source } from "./source";

/** So much the server takes at once. */
export const mostRows = 10_000;
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
export function useImport(cockpit: Cockpit, kind: Kind | undefined, checks: boolean) {
  const { i18n } = useTranslation();
  const account = cockpit.account.id;
  const [draft, setDraft] = useState<Draft>(nothing);
  const { source, edits } = draft;
  const known = useMemo(
    () => ({
      sites: cockpit.sites,
      productAreas: cockpit.productAreas,
      sharePeriod: cockpit.account.sharePeriod,
    }),
    [cockpit.sites, cockpit.productAreas, cockpit.account.sharePeriod],
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
  const remembered = useMemo(
    () => (kind ? rememberedMatch(account, kind, ownNames) : undefined),
    [account, kind, ownNames],
  );
  const match = useMemo(
    () =>
      chosen?.match ??
      remembered?.match ??
      (kind && sheet ? presetMatch(kind, ownNames, known) : undefined),
    [chosen?.match, remembered, kind, sheet, ownNames, known],
  );
  const rows = useMemo(() => (sheet ? edited(sheet.rows, edits) : []), [sheet, edits]);
  const samples = useMemo(
    () => (kind && sheet && head && match ? samplesOf(kind, sheet.rows, head, match, names) : {}),
    [kind, sheet, head, match, names],
  );
  const format = useMemo(
    () => chosen?.format ?? presetFormat(samples, i18n.language, remembered?.format),
    [chosen?.format, remembered, samples, i18n.language],
  );
  const { sharePeriod } = known;
  const table = useMemo(
    () =>
      kind && sheet && head && match
        ? listForm({ kind, rows: sheet.rows, head, match, edits, sharePeriod })
        : undefined,
    [kind, sheet, head, match, edits, sharePeriod],
  );
  const missing: ImportField[] = kind && table ? missingOf(kind, table.fields) : [];
  const body = useMemo(() => {
    if (!source || !kind || !table) return undefined;
    const rows = table.rows.filter(({ wrong }) => !wrong);
    return {
      kind,
      file: source.file,
      hash: source.hash,
      format,
      columns: table.fields,
      rows: rows.map(({ line, cells }) => ({ line, cells })),
    } satisfies Schemas["ImportBody"];
  }, [source, kind, table, format]);
  // The same for each try, so that what is sent twice is one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another body is another import.
  const id = useMemo(() => newId(), [body, draft.times]);
  const tooMany = (table?.rows.length ?? 0) > mostRows;
  const ready = body !== undefined && body.rows.length > 0 && missing.length === 0 && !tooMany;
  const tooLarge = useMemo(
    () => checks && ready && new Blob([JSON.stringify(body)]).size > mostBytes,
    [checks, ready, body],
  );

  const checking = useQuery({
    queryKey: ["import-check", account, id],
    enabled: checks && ready && !tooLarge,
    placeholderData: keepPreviousData,
    networkMode: "always",
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    throwOnError: false,
    queryFn: async () => {
      if (!body || !table) throw new Error("nothing to check");
      const answer = await data(
        api.POST("/api/v1/accounts/{account}/imports", {
          params: { path: { account }, query: { dryRun: true } },
          body,
        }),
      );
      return { table, judged: judgedRows(table, answer) };
    },
  });
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
    source,
    sheet,
    sheetAt: draft.sheet,
    head,
    names,
    match,
    format,
    samples,
    rows,
    table,
    missing,
    tooMany,
    tooLarge,
    body,
    id,
    edits,
    /** What the server thinks of it; of what was sent last, until that is answered. */
    checked: judged && counts && checking.data ? { ...checking.data, counts } : undefined,
    checking: checking.isFetching,
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
  return out;
}
