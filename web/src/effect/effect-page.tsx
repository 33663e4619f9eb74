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
import { StateSentence } from "../sentence/state-sentence";
import { Empty } from "../ui/empty";
import { Section } from "../ui/section";
import style from "./effect.module.css";
import { EffectLine } from "./effect-line";
import { EffectMatrix } from "./effect-matrix";
import { EffectTable } from "./effect-table";
import { Lessons } from "./lessons";
import { outcomeWords } from "./outcome-words";

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
      <EffectTabs account={account} />
      <StateSentence sentence={effect.data.sentence} />
      {rows.length === 0 ? (
        <Empty icon={<IconTargetArrow />} title={t("effect.none")}>
          {t("effect.empty")}
        </Empty>
      ) : (
        <div className={style.split}>
          <section className={style.panel} aria-labelledby="matrix">
            <h2 id="matrix">{t("effect.matrix")}</h2>
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
                moved: row.now === null ? undefined : outcomeWords(row, t),
              }))}
            />
            <EffectTable rows={rows} />
          </section>
          <Section title={t("effect.objectives")} count={rows.length}>
            <ol className={style.rows}>
              {rows.map((row, index) => (
                <EffectLine key={row.objective} row={row} number={index + 1} />
              ))}
            </ol>
          </Section>
        </div>
      )}
      {cycles.length > 0 && (
        <Section title={t("effect.compare")}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what may be wider than the page is reached by keyboard */}
          <section className="scroll" tabIndex={0} aria-label={t("effect.compareTable")}>
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
        </Section>
      )}
      <Lessons />
    </AccountPage>
  );
}
