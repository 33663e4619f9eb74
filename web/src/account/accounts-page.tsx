import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { formatDate, formatPercent } from "../app/format";
import { PageTitle } from "../app/page-title";
import { useSession } from "../app/session";
import { Loading } from "../app/shell";
import { Bar, HealthChip } from "../cockpit/bar";
import { EntityForm } from "../entity/lazy-form";
import { accountFields } from "./account-fields";

const filters = ["all", "on_track", "behind", "at_risk", "outdated", "pending"] as const;

export function AccountsPage() {
  const { t } = useTranslation();
  const user = useSession()?.user;
  const { search = "", health = "all" } = useSearch({ from: "/accounts" });
  const navigate = useNavigate();
  const narrow = (to: { search?: string; health?: string }) =>
    navigate({
      to: ".",
      search: (before) => ({ ...before, ...to }),
      replace: true,
      resetScroll: false,
    });
  const [adding, setAdding] = useState(false);
  const accounts = useQuery({
    queryKey: ["accounts"],
    queryFn: () => data(api.GET("/api/v1/accounts")),
  });
  if (!accounts.data) return <Loading />;
  const mayAdd = user && user.role !== "member";
  const shown = accounts.data.filter(
    (line) =>
      (health === "all" || line.health === health) &&
      `${line.account.name} ${line.account.code} ${line.account.industry}`
        .toLowerCase()
        .includes(search.toLowerCase()),
  );
  return (
    <div className="page">
      <div className="row">
        <PageTitle grow>{t("nav.accounts")}</PageTitle>
        {mayAdd && <Button onClick={() => setAdding(true)}>{t("accounts.add")}</Button>}
      </div>
      {accounts.data.length === 0 ? (
        <div className="card empty">
          <p>{t(mayAdd ? "accounts.empty" : "accounts.emptyMember")}</p>
          {mayAdd && <Button onClick={() => setAdding(true)}>{t("accounts.add")}</Button>}
        </div>
      ) : (
        <>
          <div className="row">
            <TextInput
              aria-label={t("search")}
              placeholder={t("search")}
              value={search}
              onChange={(event) => narrow({ search: event.currentTarget.value || undefined })}
            />
            <div className="scroll">
              <SegmentedControl
                aria-label={t("accounts.filter")}
                value={health}
                onChange={(value) => narrow({ health: value === "all" ? undefined : value })}
                data={filters.map((value) => ({
                  value,
                  label: value === "all" ? t("accounts.all") : t(`health.${value}`),
                }))}
              />
            </div>
          </div>
          {shown.length === 0 && <p className="muted">{t("nothingFound")}</p>}
          <ul className="list stack">
            {shown.map((line) => (
              <li key={line.account.id} className="card">
                <div className="row">
                  <Link
                    to="/accounts/$account"
                    params={{ account: line.account.id }}
                    className="title-link"
                  >
                    <h2>{line.account.name}</h2>
                  </Link>
                  <HealthChip health={line.health} />
                  <span className="grow" />
                  <span className="muted">
                    {line.managers.map((person) => person.name).join(", ")}
                  </span>
                </div>
                <p className="muted">
                  {line.account.industry}
                  {line.cycle && ` · ${line.cycle.name}`} ·{" "}
                  {t("accounts.lastCheckIn", { date: formatDate(line.lastCheckIn) })}
                </p>
                <div className="row">
                  <Bar progress={line.progress} expected={line.expected} stale={false} />
                  <span className="strong">{formatPercent(line.progress)}</span>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {adding && (
        <EntityForm
          title={t("accounts.add")}
          collection="/accounts"
          parent="/accounts"
          fields={accountFields}
          initial={{ cadence: 6, checkInInterval: 14 }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}
