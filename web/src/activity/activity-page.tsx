import { Button, Select } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountNav } from "../account/account-nav";
import { read, type Schemas } from "../api/client";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { optionsOf } from "../entity/fields";
import { ChangeDetail, ChangeLine } from "./change-line";

type ActivityPageData = Schemas["ActivityPage"];

const size = 100;
const terms = [
  "check_in",
  "key_result",
  "objective",
  "cycle",
  "action",
  "testimonial",
  "testimonial_use",
  "site_target",
  "long_term_goal",
  "vision",
  "contact",
  "site",
  "product_area",
  "team_member",
  "account",
];

/** The account's change log in plain words, with before and after. */
export default function ActivityPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/activity" });
  useLive(account);
  const cockpit = useQuery(cockpitQuery(account));
  const [who, setWho] = useState<string | null>(null);
  const [term, setTerm] = useState<string | null>(null);
  const log = useInfiniteQuery({
    queryKey: ["account", account, "activity", who, term],
    initialPageParam: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      read<ActivityPageData>(`/accounts/${account}/activity`, {
        limit: size,
        before: pageParam,
        by: who,
        term,
      }),
    getNextPageParam: ({ changes }: ActivityPageData) =>
      changes.length === size ? changes[size - 1]?.revision : undefined,
  });
  if (!cockpit.data || !log.data) return <Loading />;
  const shown = log.data.pages.flatMap((page) => page.changes);
  const names = log.data.pages.flatMap((page) => page.names);
  return (
    <div className="page narrow">
      <AccountNav account={cockpit.data.account} />
      <h1>{t("activity.title")}</h1>
      <div className="row">
        <Select
          clearable
          aria-label={t("activity.who")}
          placeholder={t("activity.who")}
          data={optionsOf(cockpit.data.people)}
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
              <ChangeDetail change={change} names={names} />
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
