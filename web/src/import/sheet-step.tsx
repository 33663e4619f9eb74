import { Select, Switch } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { textOf } from "./cells";
import { withLines } from "./find-head";
import style from "./import.module.css";
import type { ImportOnItsWay } from "./use-import";

/** So much is shown of a sheet. */
const shownRows = 15;
const shownColumns = 12;

/** Which sheet of the file, and in which row the names of its columns stand. */
export function SheetStep({ going }: { going: ImportOnItsWay }) {
  const { t } = useTranslation();
  const name = useId();
  const { source, sheet, head } = going;
  if (!source || !sheet || !head) return null;
  const rows = sheet.rows.slice(0, Math.max(shownRows, head.at + 4));
  const width = Math.min(shownColumns, Math.max(1, ...rows.map((row) => row.length)));
  return (
    <>
      {source.sheets.length > 1 && (
        <Select
          w="fit-content"
          label={t("import.sheet")}
          allowDeselect={false}
          data={source.sheets.map((one, at) => ({
            value: String(at),
            label: `${one.name} (${t("import.has.rows", { count: one.rows.length })})`,
          }))}
          value={String(going.sheetAt)}
          onChange={(at) => going.chooseSheet(Number(at))}
        />
      )}
      <section
        className={style.table}
        aria-label={t("import.preview")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls.
        tabIndex={0}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{t("import.headRow")}</th>
              {Array.from({ length: width }, (_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                <th key={column} scope="col">
                  {letterOf(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
                key={at}
                data-head={(at >= head.at && at < head.at + head.lines) || undefined}
                data-above={at < head.at || undefined}
                // Whoever has a mouse hits the row; the keys have its button.
                onClick={() => going.chooseHead({ ...head, at })}
              >
                <td>
                  <label className={style.pick}>
                    <input
                      type="radio"
                      name={name}
                      aria-label={t("import.headIs", { line: at + 1 })}
                      checked={at === head.at}
                      onChange={() => going.chooseHead({ ...head, at })}
                    />
                    {at + 1}
                  </label>
                </td>
                {Array.from({ length: width }, (_, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                  <td key={column}>{textOf(row[column])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Switch
        label={t("import.twoLines")}
        checked={head.lines === 2}
        onChange={(event) =>
          going.chooseHead(withLines(sheet.rows, head, event.currentTarget.checked ? 2 : 1))
        }
      />
    </>
  );
}

/** As spreadsheets name their columns. */
export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : "") +
  String.fromCharCode(65 + (column % 26));
