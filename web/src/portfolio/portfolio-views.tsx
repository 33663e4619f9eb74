import { Button } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { formatNumber } from "../app/format";
import { KeepView } from "./keep-view";
import { narrows, type PortfolioSearch, sameView, searchOf, viewsQuery } from "./portfolio-query";
import style from "./portfolio-views.module.css";

const standing = [
  { kind: "all", search: {} },
  { kind: "drifting", search: { drifting: true } },
  { kind: "waiting", search: { waiting: true, order: "waiting" } },
  { kind: "resting", search: { resting: true } },
] as const satisfies { kind: keyof Schemas["PortfolioKinds"]; search: PortfolioSearch }[];

/** The ways of looking at the portfolio, each with how many accounts it shows: those that everybody has, then one's own. */
export function PortfolioViews({
  views,
  chosen,
}: {
  views: Schemas["PortfolioViews"] | undefined;
  chosen: PortfolioSearch;
}) {
  const { t } = useTranslation();
  const kept = views?.kept ?? [];
  const segments = [
    ...standing.map(({ kind, search }) => ({
      key: kind as string,
      name: t(`portfolio.view.${kind}`),
      count: views?.kinds[kind],
      search: search as PortfolioSearch,
    })),
    ...kept.map(({ view, accounts }) => ({
      key: view.id,
      name: view.name as string,
      count: accounts as number | undefined,
      search: searchOf(view.choice),
    })),
  ];
  const shown = segments.find(({ search }) => sameView(search, chosen));
  const own = kept.find(({ view }) => view.id === shown?.key)?.view;
  const ordered = chosen.order !== undefined || chosen.reversed;
  return (
    <div className={style.views}>
      <nav className={style.segments} aria-label={t("portfolio.views")}>
        {segments.map(({ key, name, count, search }) => (
          <Link
            key={key}
            to="/portfolio"
            search={search}
            activeOptions={{ exact: true, includeSearch: true }}
            data-current={key === shown?.key || undefined}
            aria-current={key === shown?.key ? "true" : undefined}
          >
            {name} {count !== undefined && <span>{formatNumber(count)}</span>}
          </Link>
        ))}
      </nav>
      {own && <ForgetView id={own.id} name={own.name} />}
      {!shown && (narrows(chosen) || ordered) && <KeepView chosen={chosen} kept={kept} />}
    </div>
  );
}

function ForgetView({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const forgetting = useSend(
    () => data(api.DELETE("/api/v1/portfolio-views/{id}", { params: { path: { id } } })),
    { refreshes: [{ queryKey: viewsQuery.queryKey }] },
  );
  return (
    <Button
      size="xs"
      variant="subtle"
      loading={forgetting.pending}
      leftSection={<IconTrash size={16} stroke={1.75} aria-hidden="true" />}
      aria-label={t("portfolio.forgetNamed", { name })}
      onClick={() => forgetting.send()}
    >
      {t("portfolio.forget")}
    </Button>
  );
}
