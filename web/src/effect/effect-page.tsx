import { Select } from "@mantine/core";
import { IconTargetArrow } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { EffectTabs } from "../account/place-tabs";
import { api, data } from "../api/client";
import { formatDate, formatShare } from "../app/format";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { QuadrantChip } from "../cycle/quadrant";
import { Empty } from "../ui/empty";
import { EffectMatrix } from "./effect-matrix";
import { Lessons } from "./lessons";

/** Result × effectiveness of an account's objectives, over its cycles. */
export default function EffectPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/effectiveness" });
  const [shown, setShown] = useState<string | null>(null);
  useLive(account);
  const cockpit = useQuery(cockpitQuery(account));
  const effect = useQuery({
    queryKey: ["account", account, "effect"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/effectiveness", { params: { path: { account } } })),
  });
  if (!cockpit.data || !effect.data) return <Loading />;
  const { cycles } = effect.data;
  const rows = cycles
    .filter(({ cycle }) => !shown || cycle.id === shown)
    .flatMap((summary) => summary.rows);
  return (
    <AccountPage account={cockpit.data.account}>
      <EffectTabs account={account} />
      <div className="row">
        <PageTitle of={cockpit.data.account.name} grow>
          {t("effect.title")}
        </PageTitle>
        <Select
          clearable
          aria-label={t("cycle.shown")}
          placeholder={t("effect.allCycles")}
          data={cycles.map(({ cycle }) => ({ value: cycle.id, label: cycle.name }))}
          value={shown}
          onChange={setShown}
        />
      </div>
      {rows.length === 0 ? (
        <Empty icon={<IconTargetArrow />} title={t("effect.none")}>
          {t("effect.empty")}
        </Empty>
      ) : (
        <div className="two">
          <section className="card" aria-label={t("effect.matrix")}>
            <EffectMatrix
              borders={effect.data.borders}
              points={rows.map((row) => ({
                id: row.objective,
                title: row.title,
                cycle: row.cycle,
                result: row.result,
                effect: row.effect,
                soFar: row.soFar,
                quadrant: row.quadrant,
                running: row.cycleState === "active",
              }))}
            />
          </section>
          <section className="card">
            <ol className="list numbered">
              {rows.map((row, index) => (
                <li key={row.objective}>
                  <div className="row">
                    <b>{index + 1}</b>
                    <Link
                      className="grow title-link"
                      to="/cycles/$cycle/review"
                      params={{ cycle: row.cycle }}
                    >
                      {row.title}
                    </Link>
                    <QuadrantChip quadrant={row.quadrant} />
                  </div>
                  <div className="muted">
                    {row.cycleName} · {t("effect.result")} {formatShare(row.result)}
                    {row.effect !== null &&
                      ` · ${t("effect.moved", { effect: formatShare(row.effect) })}`}
                    {row.soFar !== null &&
                      ` · ${t("effect.movedSoFar", { effect: formatShare(row.soFar) })}`}
                    {row.cycleState === "active" && ` · ${t("effect.soFar")}`}
                    {row.quadrantThen !== row.quadrant &&
                      ` · ${t("effect.then", { quadrant: t(`choice.Quadrant.${row.quadrantThen}`) })}`}
                  </div>
                  {row.lesson && <q className="muted">{row.lesson}</q>}
                </li>
              ))}
            </ol>
          </section>
        </div>
      )}
      {cycles.length > 0 && (
        <section className="card scroll">
          <h2>{t("effect.compare")}</h2>
          <table className="data">
            <thead>
              <tr>
                <td />
                {cycles.map(({ cycle }) => (
                  <th key={cycle.id} scope="col">
                    <Link to="/cycles/$cycle/review" params={{ cycle: cycle.id }}>
                      {cycle.name}
                    </Link>
                    <div>
                      {formatDate(cycle.startsOn)} – {formatDate(cycle.endsOn)}
                    </div>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{t("effect.result")}</th>
                {cycles.map((summary) => (
                  <td key={summary.cycle.id} className="num strong">
                    {formatShare(summary.result)}
                    {summary.cycle.state === "active" && (
                      <span className="muted"> {t("effect.soFar")}</span>
                    )}
                  </td>
                ))}
              </tr>
              <tr>
                <th scope="row">{t("effect.median")}</th>
                {cycles.map((summary) => (
                  <td key={summary.cycle.id} className="num">
                    {formatShare(summary.effect)}
                  </td>
                ))}
              </tr>
              {(["objectives", "keyResults", "checkIns"] as const).map((name) => (
                <tr key={name}>
                  <th scope="row">{t(`effect.${name}`)}</th>
                  {cycles.map((summary) => (
                    <td key={summary.cycle.id} className="num">
                      {summary[name]}
                    </td>
                  ))}
                </tr>
              ))}
              <tr>
                <th scope="row">{t("effect.quadrants")}</th>
                {cycles.map((summary) => (
                  <td key={summary.cycle.id}>
                    {summary.quadrants.map(({ quadrant, count }) => (
                      <div key={quadrant}>
                        {count} × <QuadrantChip quadrant={quadrant} />
                      </div>
                    ))}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </section>
      )}
      <Lessons />
    </AccountPage>
  );
}
