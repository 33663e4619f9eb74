import { Alert, Button, Select, Textarea } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "../app/format";
import { useToday } from "../app/session";
import { ChoiceChips } from "../ui/choice-chips";
import { FileDrop } from "../ui/file-drop";
import type { Kind } from "./fields";
import style from "./import.module.css";
import { importKinds } from "./import-steps";
import type { Place } from "./place";
import { delimiters, encodings, type TextFormat } from "./read-text";
import { isOldWorkbook, readAnew, type Source, sourceOfFile, sourceOfPaste } from "./source";
import { TrySample } from "./try-sample";
import type { ImportOnItsWay } from "./use-import";

const largest = 50_000_000;
const delimiterNames = { ";": "semicolon", ",": "comma", "\t": "tab", "|": "bar" } as const;

/** What comes in, and from where: pasted, chosen or dropped. */
export function SourceStep({
  cockpit,
  kind,
  going,
  pasted,
  onPasted,
  onNext,
}: {
  cockpit: Place;
  kind: Kind | undefined;
  going: ImportOnItsWay;
  pasted: string;
  onPasted: (text: string) => void;
  onNext: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const today = useToday();
  const [reading, setReading] = useState(false);
  const [wrong, setWrong] = useState<"old" | "large" | "unreadable" | "empty">();
  const { source } = going;

  const read = async (load: () => Promise<Source>) => {
    setReading(true);
    setWrong(undefined);
    try {
      const next = await load();
      if (next.sheets.every(({ rows }) => rows.length === 0)) return setWrong("empty");
      going.begin(next);
      return next;
    } catch {
      setWrong("unreadable");
    } finally {
      setReading(false);
    }
  };
  const take = async (file: File) => {
    if (isOldWorkbook(file.name)) return setWrong("old");
    if (file.size > largest) return setWrong("large");
    const next = await read(() => sourceOfFile(file));
    // Of a text it is shown first how it is read.
    if (next && kind && !next.text) onNext();
  };
  const paste = async () => {
    const name = t("import.pasted", { date: formatDate(today) });
    if (await read(() => sourceOfPaste(pasted, name))) onNext();
  };
  const reread = async (format: TextFormat) => {
    if (source) going.reread(await readAnew(source, format));
  };
  return (
    <>
      {kind !== "accounts" && (
        <ChoiceChips
          label={t("import.kind")}
          choices={importKinds.map((value) => ({ value, label: t(`choice.ImportKind.${value}`) }))}
          value={kind}
          onChange={(next) =>
            navigate({
              to: "/accounts/$account/import",
              params: { account: cockpit.account.id },
              search: { kind: next },
              replace: true,
              resetScroll: false,
            })
          }
        />
      )}
      {kind && (
        <>
          <p className="muted">{t(`import.needs.${kind}`)}</p>
          <div className={style.ways}>
            <div className={style.way}>
              <Textarea
                label={t("import.paste")}
                description={t("import.pasteWhat")}
                autosize
                minRows={6}
                maxRows={12}
                spellCheck={false}
                value={pasted}
                onChange={(event) => onPasted(event.currentTarget.value)}
              />
              <Button
                w="fit-content"
                disabled={pasted.trim() === "" || reading}
                loading={reading && pasted.trim() !== ""}
                onClick={paste}
              >
                {t("import.takePasted")}
              </Button>
            </div>
            <FileDrop
              label={t("import.file")}
              hint={t("import.dropHere")}
              choose={t("import.choose")}
              accept=".xlsx,.xlsm,.csv,.tsv,.txt"
              loading={reading && pasted.trim() === ""}
              onFile={take}
            >
              <span className="muted">{t("import.fileWhat")}</span>
            </FileDrop>
          </div>
          {kind === "supply" && cockpit.productAreas.length > 0 && (
            <TrySample
              make={({ sampleShares }) => sampleShares(going.known)}
              onMade={(sample) => {
                going.begin(sample);
                onNext();
              }}
            />
          )}
        </>
      )}
      {wrong && (
        <Alert color="red" role="alert">
          {t(`import.unreadable.${wrong}`)}
        </Alert>
      )}
      {source && (
        <div className={style.chosen} role="status">
          <IconFileSpreadsheet size={20} stroke={1.75} aria-hidden="true" />
          <b className="grow">{source.file}</b>
          {kind && (
            <Button onClick={onNext}>{t("import.next", { step: t("import.step.sheet") })}</Button>
          )}
        </div>
      )}
      {source?.text && (
        <>
          <div className={style.options}>
            <Select
              label={t("import.encoding")}
              allowDeselect={false}
              data={encodings.map((value) => ({ value, label: t(`import.encodings.${value}`) }))}
              value={source.text.format.encoding}
              onChange={(encoding) =>
                source.text &&
                encoding &&
                reread({ ...source.text.format, encoding: encoding as TextFormat["encoding"] })
              }
            />
            <Select
              label={t("import.delimiter")}
              allowDeselect={false}
              data={delimiters.map((value) => ({
                value,
                label: t(`import.delimiters.${delimiterNames[value]}`),
              }))}
              value={source.text.format.delimiter}
              onChange={(delimiter) =>
                source.text &&
                delimiter &&
                reread({ ...source.text.format, delimiter: delimiter as TextFormat["delimiter"] })
              }
            />
          </div>
          <p className="muted">{t("import.firstRows")}</p>
          <pre className={style.raw}>
            {source.sheets[0]?.rows
              .slice(0, 4)
              .map((row) => row.map((cell) => cell ?? "").join("  |  "))
              .join("\n")}
          </pre>
        </>
      )}
    </>
  );
}
