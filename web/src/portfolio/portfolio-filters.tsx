import { Button, Checkbox, Popover, Select } from "@mantine/core";
import { IconFilter, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatNumber } from "../app/format";
import { optionsOf } from "../entity/fields";
import { themes } from "../signal/signal-fields";
import style from "./portfolio-filters.module.css";
import { healths, orders, type PortfolioSearch } from "./portfolio-query";

type Named = { id: string; name: string };

interface Props {
  chosen: PortfolioSearch;
  onChoose: (next: PortfolioSearch) => void;
  managers: Named[];
  parents: Schemas["Account"][];
}

const kinds = ["waiting", "drifting", "resting"] as const;

/** What the accounts are narrowed by, each in words and how it is taken back. */
function useNarrowed({ chosen, managers, parents }: Omit<Props, "onChoose">) {
  const { t } = useTranslation();
  const nameOf = (all: Named[], id: string) =>
    all.find((one) => one.id === id)?.name ?? t("portfolio.unknownOne");
  const out: { key: keyof PortfolioSearch; words: string }[] = [];
  if (chosen.health) out.push({ key: "health", words: t(`choice.Health.${chosen.health}`) });
  for (const kind of kinds)
    if (chosen[kind]) out.push({ key: kind, words: t(`portfolio.only.${kind}`) });
  if (chosen.theme) out.push({ key: "theme", words: t(`choice.SignalTheme.${chosen.theme}`) });
  if (chosen.manager) out.push({ key: "manager", words: nameOf(managers, chosen.manager) });
  if (chosen.parent)
    out.push({ key: "parent", words: t("group.of", { name: nameOf(parents, chosen.parent) }) });
  return out;
}

/** All filters and the order behind one button that says how many are on. */
export function FilterButton({ chosen, onChoose, managers, parents }: Props) {
  const { t } = useTranslation();
  const narrowed = useNarrowed({ chosen, managers, parents });
  // What is chosen from a list inside stays inside: its list would count as beside.
  const inside = { comboboxProps: { withinPortal: false } };
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus width={320}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilter size={16} stroke={1.75} aria-hidden="true" />}
        >
          {t("portfolio.filter")}
          {narrowed.length > 0 && <b className={style.count}>{formatNumber(narrowed.length)}</b>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("portfolio.filter")}>
        <div className="stack">
          <Select
            {...inside}
            clearable
            label={t("portfolio.column.health")}
            placeholder={t("all")}
            data={healths.map((value) => ({ value, label: t(`choice.Health.${value}`) }))}
            value={chosen.health ?? null}
            onChange={(health) => onChoose({ health: healths.find((each) => each === health) })}
          />
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              label={t(`portfolio.only.${kind}`)}
              checked={chosen[kind] ?? false}
              onChange={(event) => onChoose({ [kind]: event.currentTarget.checked || undefined })}
            />
          ))}
          {(managers.length > 1 || chosen.manager) && (
            <Select
              {...inside}
              clearable
              searchable
              label={t("portfolio.manager")}
              placeholder={t("all")}
              nothingFoundMessage={t("nothingFound")}
              data={optionsOf(managers)}
              value={chosen.manager ?? null}
              onChange={(manager) => onChoose({ manager: manager ?? undefined })}
            />
          )}
          <Select
            {...inside}
            clearable
            searchable
            label={t("portfolio.theme")}
            placeholder={t("all")}
            nothingFoundMessage={t("nothingFound")}
            data={themes.map((value) => ({ value, label: t(`choice.SignalTheme.${value}`) }))}
            value={chosen.theme ?? null}
            onChange={(theme) => onChoose({ theme: themes.find((each) => each === theme) })}
          />
          {(parents.length > 0 || chosen.parent) && (
            <Select
              {...inside}
              clearable
              searchable
              label={t("portfolio.parent")}
              placeholder={t("all")}
              nothingFoundMessage={t("nothingFound")}
              data={optionsOf(parents)}
              value={chosen.parent ?? null}
              onChange={(parent) => onChoose({ parent: parent ?? undefined })}
            />
          )}
          <Select
            {...inside}
            label={t("portfolio.order")}
            allowDeselect={false}
            data={orders.map((value) => ({ value, label: t(`portfolio.by.${value}`) }))}
            value={chosen.order ?? "health"}
            onChange={(order) =>
              onChoose({
                order: orders.find((each) => each === order && each !== "health"),
                reversed: undefined,
              })
            }
          />
          <Checkbox
            label={t("portfolio.reversed")}
            checked={chosen.reversed ?? false}
            onChange={(event) => onChoose({ reversed: event.currentTarget.checked || undefined })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What the accounts are narrowed by, in words; a press takes it back. */
export function Narrowed({ onChoose, ...props }: Props) {
  const { t } = useTranslation();
  const narrowed = useNarrowed(props);
  if (narrowed.length === 0) return null;
  return (
    <ul className={style.narrowed} aria-label={t("portfolio.narrowed")}>
      {narrowed.map(({ key, words }) => (
        <li key={key}>
          <Button
            size="compact-sm"
            variant="default"
            rightSection={<IconX size={14} stroke={1.75} aria-hidden="true" />}
            aria-label={t("portfolio.widen", { what: words })}
            onClick={() => onChoose({ [key]: undefined })}
          >
            {words}
          </Button>
        </li>
      ))}
    </ul>
  );
}
