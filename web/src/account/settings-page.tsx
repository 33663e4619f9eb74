import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { Contributors, WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { optionsOf } from "../entity/fields";
import { EntityForm } from "../entity/lazy-form";
import { accountSettingsFields } from "./account-fields";
import { AccountPage } from "./account-page";
import { permissionsQuery } from "./permissions-query";
import { visibleQuery } from "./visible-query";

/** How the team works with an account. What is known of the customer has a place of its own. */
export default function SettingsPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/settings" });
  useLive(account);
  const cockpit = useQuery(cockpitQuery(account));
  if (!cockpit.data) return <Loading />;
  return (
    <AccountPage account={cockpit.data.account}>
      <PageTitle of={cockpit.data.account.name}>{t("settings.title")}</PageTitle>
      <MasterData account={cockpit.data.account} />
      <p className="muted">
        {t("settings.facts")}{" "}
        <Link
          className="title-link strong"
          to="/accounts/$account/customer"
          params={{ account }}
          search={{ tab: "sites" }}
        >
          {t("place.customer")}
        </Link>
      </p>
      <Contributors>
        <Link className="title-link strong" to="/first-run" search={{ account, step: "account" }}>
          {t("firstRun.again")}
        </Link>
      </Contributors>
    </AccountPage>
  );
}

/** How it is called, how often the team meets and checks in, and what it is a part of. */
function MasterData({ account }: { account: Schemas["Account"] }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const permissions = useQuery(permissionsQuery(account.id));
  const visible = useQuery({ ...visibleQuery, enabled: editing });
  const accounts = optionsOf((visible.data ?? []).filter(({ id }) => id !== account.id));
  // One that is archived, or that the reader does not see, stays what it is and can't be chosen.
  const above = permissions.data?.parent;
  const parents =
    !visible.data || !account.parent || accounts.some(({ value }) => value === account.parent)
      ? accounts
      : [
          ...accounts,
          {
            value: account.parent,
            label: above ? `${above.name} ${t("group.archived")}` : t("group.unseen"),
            disabled: true,
          },
        ];
  return (
    <section className="card stack" id={account.id} tabIndex={-1}>
      <div className="row">
        <div className="grow">
          <h2>{account.name}</h2>
          <span className="muted">
            {account.code} · {account.industry} · {t("cadence", { count: account.cadence })} ·{" "}
            {t("settings.interval", { count: account.checkInInterval })}
          </span>
        </div>
        <WriteButton who="manage" variant="default" onClick={() => setEditing(true)}>
          {t("edit")}
        </WriteButton>
      </div>
      {editing && (
        <EntityForm
          title={t("settings.master")}
          collection="/accounts"
          fields={accountSettingsFields(parents)}
          entity={account}
          onClose={() => setEditing(false)}
        />
      )}
    </section>
  );
}
