import { Alert, Checkbox, SegmentedControl, Switch, TextInput } from "@mantine/core";
import i18next from "i18next";
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { formatNumber, ofUnit } from "../app/format";
import { WriteButton } from "../app/may";
import { percentOfFraction } from "../app/percent";
import { useProblemText } from "../entity/problem-text";
import { sayDone } from "../entity/undo";
import { writeNumber } from "../number/read-number";
import { toast } from "../ui/toast";
import {
  asBefore,
  commonRemarks,
  type Entered,
  type GridCell,
  gridCell,
  type Member,
  type Mode,
  modeOf,
  type Remarks,
  replacesOther,
} from "./grid-cell";
import { draftOf, keepDraft } from "./grid-draft";
import { pastedCells, pasteInto, readCell, tidyCell } from "./paste";

interface Named {
  id: string | null;
  name: string;
}

/** What is written in cells, or about them, by their keys. */
type Texts = Record<string, string>;

const allMembers: Member[] = ["volume", "share", "demand"];

const keyOf = (site: string | null, area: string, member: Member) =>
  `${site ?? ""}/${area}/${member}`;

/** Site and area of a key: what is stored, or refused, as one. */
const cellOf = (key: string) => key.slice(0, key.lastIndexOf("/"));

/** Entry of one period: sites × product areas, with paste from a spreadsheet and the arrow keys. */
export function SupplyGrid({
  account,
  supply,
  period,
  startsOn,
  sites,
  areas,
}: {
  account: string;
  supply: Schemas["SupplyPage"];
  period: Schemas["Period"];
  startsOn: string;
  sites: Named[];
  areas: { id: string; name: string }[];
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const table = useRef<HTMLTableElement>(null);
  const draft = draftOf({ account, period, startsOn });
  const [mode, setMode] = useState<Mode>(() => {
    const drafted = Object.keys(draft?.typed ?? {});
    if (drafted.some((key) => key.endsWith("/share"))) return "share";
    return drafted.some((key) => key.endsWith("/volume")) ? "volumes" : modeOf(supply.records);
  });
  const [typed, setTyped] = useState<Record<string, string>>(draft?.typed ?? {});
  const [said, setSaid] = useState<Partial<Remarks>>(draft?.said ?? {});
  const [wrong, setWrong] = useState<Record<string, string>>({});
  // Whether the last save stored others than those that are wrong.
  const [others, setOthers] = useState(false);
  const store = (cells: Schemas["GridCellInput"][]) =>
    data(
      api.PUT("/api/v1/accounts/{account}/supply-grid", {
        params: { path: { account } },
        body: { period, startsOn, cells },
      }),
    );
  const refreshes = [{ queryKey: ["account", account] }];
  const undoing = useSend(store, {
    onSent: ({ errors: [error] }) => {
      if (error) toast({ kind: "wrong", message: problemText(error.code, error.detail) });
    },
    refreshes,
  });
  const saving = useSend(
    ({ cells }: { cells: GridCell[]; unreadable: Texts; texts: Texts }) => store(cells),
    {
      onSent: (answer, { cells, unreadable, texts }) => {
        const refused: Texts = { ...unreadable };
        const stored = new Set(cells);
        for (const error of answer.errors) {
          const [, , index, name] = error.pointer.split("/");
          const cell = cells[Number(index)];
          if (!cell) continue;
          stored.delete(cell);
          const member =
            allMembers.find((one) => one === name || `${one}Percent` === name) ??
            (members[0] as Member);
          refused[keyOf(cell.site, cell.productArea, member)] = problemText(
            error.code,
            error.detail,
          );
        }
        const bad = new Set(Object.keys(refused).map(cellOf));
        // What was typed while it was on its way was not stored, either.
        setTyped((now) =>
          Object.fromEntries(
            Object.entries(now).filter(
              ([key, text]) => bad.has(cellOf(key)) || text !== texts[key],
            ),
          ),
        );
        setWrong(refused);
        setOthers(answer.stored > 0);
        const before = [...stored].map((cell) =>
          asBefore(cell, recordOf(cell.site, cell.productArea)),
        );
        if (answer.stored > 0)
          sayDone(
            `supply-${account}-${period}-${startsOn}`,
            t("supply.stored", { count: answer.stored }),
            () => undoing.send(before),
          );
        else if (Object.keys(refused).length === 0) toast({ message: t("supply.unchanged") });
      },
      refreshes,
    },
  );
  const { problem } = saving;
  // Where one writes, figures stand as they are typed.
  const [focused, setFocused] = useState("");
  const [cut, setCut] = useState<string[]>([]);
  // The cells whose replacement was agreed to: none that are added later.
  const [agreed, setAgreed] = useState("");
  useEffect(
    () => keepDraft({ account, period, startsOn, typed, said }),
    [account, period, startsOn, typed, said],
  );
  const rows: Named[] = [...sites, { id: null, name: t("supply.whole") }];
  const members: Member[] = mode === "volumes" ? ["volume", "demand"] : ["share", "demand"];
  const columns = areas.flatMap((area) => members.map((member) => ({ area, member })));
  const recordOf = (site: string | null, area: string) =>
    supply.records.find((record) => record.site === site && record.productArea === area);
  // Records of an area are in one unit; what is new is in money.
  const unitOf = (area: string) =>
    supply.records.find((record) => record.productArea === area)?.unit ?? "eur";
  const headOf = (area: string, member: Member) =>
    member === "share"
      ? t("supply.member.share")
      : t("supply.inUnitOf", {
          what: t(`supply.member.${member}`),
          unit: t(`choice.SupplyUnit.${unitOf(area)}`),
        });
  const stored = (site: string | null, area: string, member: Member) => {
    const value = recordOf(site, area)?.[member] ?? null;
    if (value === null) return "";
    return writeNumber(member === "share" ? percentOfFraction(value) : value, i18next.language);
  };
  const shown = (site: string | null, area: string, member: Member) =>
    typed[keyOf(site, area, member)] ?? stored(site, area, member);
  const grouped = (text: string) => {
    const value = readCell(text, i18next.language);
    return typeof value === "number" ? formatNumber(value) : text;
  };
  const held = (textOf: (member: Member) => string, way: Mode) => {
    const [volume, share, demand] = [textOf("volume"), textOf("share"), textOf("demand")];
    if (way === "share") return share && `${share}${ofUnit("%")}`;
    return volume && demand ? t("supply.volumeOf", { volume, demand }) : volume;
  };
  /** What a cell holds that is entered the other way, so that it does not look empty. */
  const otherwise = (site: string | null, area: string, member: Member) =>
    member === "demand"
      ? ""
      : held((one) => shown(site, area, one), member === "volume" ? "share" : "volumes");
  const put = (changes: Record<string, string>) =>
    setTyped((now) => {
      const next = { ...now, ...changes };
      // What is as it was stored is no entry; while one is on its way, nobody knows what is stored.
      if (!saving.pending)
        for (const key of Object.keys(changes)) {
          const [site, area, member] = key.split("/") as [string, string, Member];
          if (next[key] === stored(site || null, area, member)) delete next[key];
        }
      return next;
    });

  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const cells = pastedCells(event.clipboardData.getData("text/plain"));
    if (cells.length === 1 && cells[0]?.length === 1) return;
    event.preventDefault();
    const pasted = pasteInto(cells, (y, x) => {
      const site = rows[row + y];
      const target = columns[column + x];
      return site && target && keyOf(site.id, target.area.id, target.member);
    });
    setCut(pasted.cut);
    put(
      Object.fromEntries(
        Object.entries(pasted.cells).map(([key, text]) => [key, tidyCell(text, i18next.language)]),
      ),
    );
  };
  const walk = (event: KeyboardEvent, row: number, column: number) => {
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    table.current
      ?.querySelector<HTMLInputElement>(`[data-cell="${row + step}/${column}"]`)
      ?.focus();
  };

  const differs = (site: string | null, area: string, member: Member) =>
    shown(site, area, member) !== stored(site, area, member);
  const touched = rows.flatMap(({ id: site }) =>
    areas
      .filter(({ id }) => allMembers.some((member) => differs(site, id, member)))
      .map(({ id: productArea }) => ({ site, productArea })),
  );
  const remarks: Remarks = {
    ...commonRemarks(touched.flatMap(({ site, productArea }) => recordOf(site, productArea) ?? [])),
    ...said,
  };

  const unreadable: Texts = {};
  const entries = touched.flatMap((where) => {
    const { site, productArea } = where;
    const entered: Entered = {};
    const wrongBefore = Object.keys(unreadable).length;
    for (const member of allMembers) {
      if (!differs(site, productArea, member)) continue;
      const value = readCell(shown(site, productArea, member), i18next.language);
      if (value === undefined)
        unreadable[keyOf(site, productArea, member)] = t("problem.not_a_number");
      else entered[member] = value;
    }
    if (Object.keys(unreadable).length > wrongBefore) return [];
    const record = recordOf(site, productArea);
    const cell = gridCell(where, record, entered, said, remarks);
    return [{ cell, replaces: replacesOther(record, entered, cell) }];
  });
  const replaced = entries
    .filter(({ replaces }) => replaces)
    .map(({ cell }) => ({ site: cell.site, area: cell.productArea }));
  const asked = replaced.map(({ site, area }) => keyOf(site, area, "share")).join(" ");
  const namesOf = ({ site, area }: { site: string | null; area: string }) => {
    const way = recordOf(site, area)?.share != null ? "share" : "volumes";
    const name = (list: Named[], id: string | null) => list.find((one) => one.id === id)?.name;
    return `${name(rows, site)}, ${name(areas, area)} (${held((one) => stored(site, area, one), way)})`;
  };

  const save = async () => {
    setAgreed("");
    await saving.submit({ cells: entries.map(({ cell }) => cell), unreadable, texts: typed });
  };

  return (
    <div className="stack">
      <div className="row">
        <SegmentedControl
          aria-label={t("supply.mode")}
          value={mode}
          onChange={(next) => {
            setMode(next as typeof mode);
          }}
          data={[
            { value: "volumes", label: t("supply.volumes") },
            { value: "share", label: t("supply.shareOnly") },
          ]}
        />
        <Switch
          label={t("field.estimated")}
          checked={remarks.estimated}
          onChange={(event) => {
            const estimated = event.currentTarget.checked;
            setSaid((now) => ({ ...now, estimated }));
          }}
        />
        <TextInput
          aria-label={t("field.source")}
          placeholder={t("field.source")}
          value={remarks.source}
          onChange={(event) => {
            const source = event.currentTarget.value;
            setSaid((now) => ({ ...now, source }));
          }}
        />
      </div>
      <p className="muted">{t("supply.pasteHint")}</p>
      {problem && (
        <Alert color="red" role="alert">
          {problemText(problem.code, problem.message)}
        </Alert>
      )}
      {cut.length > 0 && (
        <Alert
          color="orange"
          role="alert"
          withCloseButton
          closeButtonLabel={t("close")}
          onClose={() => setCut([])}
        >
          {t("supply.cut", {
            count: cut.length,
            values: cut.slice(0, 12).join(" · ") + (cut.length > 12 ? " …" : ""),
          })}
        </Alert>
      )}
      {Object.keys(wrong).length > 0 && (
        <Alert color="orange" role="alert">
          {t(others ? "supply.someWrong" : "supply.wrong", {
            count: new Set(Object.keys(wrong).map(cellOf)).size,
          })}
        </Alert>
      )}
      <div className="scroll">
        <table className="grid-entry" ref={table}>
          <thead>
            <tr>
              <td />
              {areas.map((area) => (
                <th key={area.id} colSpan={members.length} scope="colgroup">
                  {area.name}
                </th>
              ))}
            </tr>
            <tr>
              <td />
              {columns.map(({ area, member }) => (
                <th key={area.id + member} scope="col" className="muted">
                  {headOf(area.id, member)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((site, row) => (
              <tr key={site.id ?? "whole"}>
                <th scope="row">{site.name}</th>
                {columns.map(({ area, member }, column) => {
                  const key = keyOf(site.id, area.id, member);
                  return (
                    <td key={key}>
                      <input
                        data-cell={`${row}/${column}`}
                        inputMode="decimal"
                        aria-label={`${site.name}, ${area.name}, ${headOf(area.id, member)}`}
                        aria-invalid={wrong[key] !== undefined}
                        title={wrong[key]}
                        value={
                          focused === key || key in typed
                            ? shown(site.id, area.id, member)
                            : grouped(stored(site.id, area.id, member))
                        }
                        onFocus={({ currentTarget }) => {
                          // Where what is shown changes, the selection would go with it.
                          flushSync(() => setFocused(key));
                          if (!(key in typed)) currentTarget.select();
                        }}
                        placeholder={otherwise(site.id, area.id, member)}
                        onChange={(event) => put({ [key]: event.currentTarget.value })}
                        onBlur={() => {
                          setFocused("");
                          const text = typed[key];
                          const tidy = text && tidyCell(text, i18next.language);
                          if (tidy !== undefined && tidy !== text) put({ [key]: tidy });
                        }}
                        onPaste={(event) => paste(event, row, column)}
                        onKeyDown={(event) => walk(event, row, column)}
                      />
                      {wrong[key] && <div className="poor">{wrong[key]}</div>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        <WriteButton
          onClick={save}
          loading={saving.pending}
          disabled={touched.length === 0 || (replaced.length > 0 && agreed !== asked)}
        >
          {t("save")}
        </WriteButton>
        {replaced.length > 0 && (
          <Checkbox
            checked={agreed === asked}
            onChange={(event) => setAgreed(event.currentTarget.checked ? asked : "")}
            label={t("supply.replaces", { count: replaced.length })}
            description={
              replaced.slice(0, 6).map(namesOf).join(" · ") + (replaced.length > 6 ? " …" : "")
            }
          />
        )}
      </div>
    </div>
  );
}
