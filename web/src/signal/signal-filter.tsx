import { Button, Select } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { SignalView } from "./signal-card";
import { themes } from "./signal-fields";
import type { SignalSearch } from "./signal-search";
import styles from "./signals.module.css";

interface Props {
  search: SignalSearch;
  /** All that there are, shown or not. */
  views: SignalView[];
  /** How many of them are shown. */
  shown: number;
}

/** Narrows signals to a theme and a tag; there is nothing to choose where they have neither. */
export function SignalFilter({ search, views, shown }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const count = (value: string, of: (view: SignalView) => boolean) =>
    `${value} (${views.filter(of).length})`;
  const used = themes.filter(
    (theme) => theme === search.theme || views.some(({ signal }) => signal.theme === theme),
  );
  const tags = [
    ...new Set([
      ...views.flatMap(({ signal }) => signal.tags),
      ...(search.tag ? [search.tag] : []),
    ]),
  ].sort((left, right) => left.localeCompare(right));
  const narrow = (change: SignalSearch) =>
    navigate({
      to: ".",
      search: { ...search, ...change },
      replace: true,
      resetScroll: false,
    });
  if (used.length < 2 && tags.length === 0) return null;
  return (
    <div className={`${styles.filter} no-print`}>
      <Select
        aria-label={t("field.theme")}
        placeholder={t("signal.allThemes")}
        clearable
        data={used.map((theme) => ({
          value: theme,
          label: count(t(`choice.SignalTheme.${theme}`), ({ signal }) => signal.theme === theme),
        }))}
        value={search.theme ?? null}
        onChange={(theme) => narrow({ theme: used.find((one) => one === theme) })}
      />
      {tags.length > 0 && (
        <Select
          aria-label={t("field.tags")}
          placeholder={t("signal.allTags")}
          clearable
          searchable={tags.length > 8}
          data={tags.map((tag) => ({
            value: tag,
            label: count(tag, ({ signal }) => signal.tags.includes(tag)),
          }))}
          value={search.tag ?? null}
          onChange={(tag) => narrow({ tag: tag ?? undefined })}
        />
      )}
      {(search.theme || search.tag) && (
        <>
          <span className="muted" role="status">
            {t("signal.shownOf", { shown, count: views.length })}
          </span>
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() => narrow({ theme: undefined, tag: undefined })}
          >
            {t("signal.showAll")}
          </Button>
        </>
      )}
    </div>
  );
}
