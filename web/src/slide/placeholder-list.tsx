import { ActionIcon, CopyButton } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Texts } from "../app/i18n";
import { Section } from "../ui/section";
import style from "./slide.module.css";
import { type List, listNames, lists, singles, type Values } from "./values";

type FieldKey = {
  [L in List]: `slide.field.${L}.${keyof Texts["slide"]["field"][L] & string}`;
}[List];

const bars =
  "progress, expected, share, objectives.1.progress, keyResults.1.progress, sites.1.share";

/** Every placeholder with what would stand there now. */
export function PlaceholderList({ values }: { values: Values }) {
  const { t } = useTranslation();
  return (
    <Section title={t("slide.placeholders")}>
      <p className="muted">{t("slide.placeholdersWhat")}</p>
      <PlaceholderTable
        label={t("slide.singles")}
        now={t("slide.now")}
        rows={singles.map((name) => ({
          name,
          value: values[name],
          says: t(`slide.single.${name}`),
        }))}
      />
      <p className="muted">
        {t("slide.rowsWhat", {
          open: "{{#objectives}}",
          close: "{{/objectives}}",
          numbered: "{{objectives.1.title}}",
        })}
      </p>
      <p className="muted">
        {t("slide.barWhat", { bar: "{{bar progress}}", with: "{{with help}}", names: bars })}
      </p>
      {listNames.map((list) => (
        <ListOf key={list} list={list} values={values} />
      ))}
    </Section>
  );
}

function ListOf({ list, values }: { list: List; values: Values }) {
  const { t } = useTranslation();
  const rows: Record<string, string>[] = values[list];
  return (
    <>
      <h3 className={style.list}>
        <code>{`{{#${list}}} … {{/${list}}}`}</code>
        <Copy text={`{{#${list}}}{{/${list}}}`} />
        <span>{t(`slide.list.${list}`)}</span>
        <small className="muted">{t("slide.entries", { count: rows.length })}</small>
      </h3>
      <PlaceholderTable
        label={t(`slide.list.${list}`)}
        now={t("slide.ofFirst")}
        rows={lists[list].map((field) => ({
          name: field,
          value: rows[0]?.[field] ?? "",
          says: t(`slide.field.${list}.${field}` as FieldKey),
        }))}
      />
    </>
  );
}

function PlaceholderTable({
  label,
  now,
  rows,
}: {
  label: string;
  now: string;
  rows: { name: string; value: string; says: string }[];
}) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what may be wider than the page is reached by keyboard
    <section className={`scroll ${style.table}`} tabIndex={0} aria-label={label}>
      <table>
        <thead>
          <tr>
            <th>{t("slide.name")}</th>
            <th>{t("slide.meaning")}</th>
            <th>{now}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, value, says }) => (
            <tr key={name}>
              <th scope="row">
                <code>{`{{${name}}}`}</code> <Copy text={`{{${name}}}`} />
              </th>
              <td>{says}</td>
              <td>{value || <span className="muted">{t("slide.empty")}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Copy({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <ActionIcon
          variant="subtle"
          size={24}
          aria-label={copied ? t("copied") : t("slide.copy", { name: text })}
          onClick={copy}
        >
          {copied ? (
            <IconCheck size={14} stroke={1.75} aria-hidden="true" />
          ) : (
            <IconCopy size={14} stroke={1.75} aria-hidden="true" />
          )}
        </ActionIcon>
      )}
    </CopyButton>
  );
}
