import { Button, Select } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { ChangeDetail, ChangeLine } from "./change-line";

type Change = Schemas["Change"];

/** The account's change log in plain words, with before and after. */
export default function ActivityPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/activity" });
  useLive(account);
  const cockpit = useQuery(cockpitQuery(account));
  const [who, setWho] = useState<string | null>(null);
  const [term, setTerm] = useState<string | null>(null);
  const log = useInfiniteQuery({
    queryKey: ["account", account, "activity"],
    initialPageParam: 0,
    queryFn: async ({ pageParam }) =>
      (await (
        await fetch(`/api/v1/accounts/${account}/activity?limit=100&before=${pageParam}`)
      ).json()) as Change[],
    getNextPageParam: (page: Change[]) =>
      page.length === 100 ? page[page.length - 1]?.revision : undefined,
  });
  if (!cockpit.data || !log.data) return <Loading />;
  const changes = log.data.pages.flat();
  const terms = [...new Set(changes.map((change) => change.entity))];
  const shown = changes.filter(
    (change) => (!who || change.byUser === who) && (!term || change.entity === term),
  );
  return (
    <div className="page narrow">
      <Link to="/accounts/$account" params={{ account }} className="muted">
        ← {cockpit.data.account.name}
      </Link>
      <h1>{t("activity.title")}</h1>
      <div className="row">
        <Select
          clearable
          aria-label={t("activity.who")}
          placeholder={t("activity.who")}
          data={cockpit.data.people.map(({ id, name }) => ({ value: id, label: name }))}
          value={who}
          onChange={setWho}
        />
        <Select
          clearable
          aria-label={t("activity.what")}
          placeholder={t("activity.what")}
          data={terms.map((value) => ({ value, label: t(`term.${value}`) }))}
          value={term}
          onChange={setTerm}
        />
      </div>
      <ul className="list card">
        {shown.map((change) => (
          <li key={change.revision}>
            <details>
              <summary>
                <ChangeLine change={change} people={cockpit.data.people} />
              </summary>
              <ChangeDetail change={change} />
            </details>
          </li>
        ))}
        {shown.length === 0 && <li className="muted">{t("nothingFound")}</li>}
      </ul>
      {log.hasNextPage && (
        <Button variant="default" onClick={() => log.fetchNextPage()}>
          {t("loadMore")}
        </Button>
      )}
    </div>
  );
}
