import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatComputed, formatNumber } from "../app/format";
import { WriteButton } from "../app/may";
import { asksReason } from "../cycle/asks-reason";
import { type Field, optionsOf } from "../entity/fields";
import { Bar } from "../ui/bar";
import { Section } from "../ui/section";
import keyResultStyle from "./key-result.module.css";
import type { Opened } from "./key-result-part";
import style from "./roll-out.module.css";
import { SitesForm } from "./sites-form";

/** The sites of a key result: target, value, and how many purchasers have been told. */
export function RollOut({
  view,
  sites: allSites,
  cycle,
  onOpen,
  bare = false,
}: {
  view: Schemas["KeyResultView"];
  sites: { id: string; name: string }[];
  cycle: Schemas["Cycle"];
  onOpen: (opened: Exclude<Opened, { checkIn: unknown }>) => void;
  /** It is a part of something that has a frame. */
  bare?: boolean;
}) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const sites = optionsOf(allSites);
  const metric = view.keyResult.kind === "metric";
  const fields: Field[] = [
    { name: "site", kind: "reference", required: true, options: sites },
    ...(metric
      ? ([
          { name: "start", kind: "number" },
          { name: "target", kind: "number" },
        ] as const)
      : []),
    { name: "told", kind: "whole", min: 0 },
  ];
  const askReason = asksReason(cycle);
  const free = allSites.filter(({ id }) =>
    view.sites.every(({ siteTarget }) => siteTarget.site !== id),
  );
  const facts = [
    view.sitesTotal !== null &&
      t("sitesReached", { reached: view.sitesReached, total: view.sitesTotal }),
    view.sitesReported !== null &&
      view.sitesReported < view.sites.length &&
      t("sitesReported", { reported: view.sitesReported, total: view.sitesTotal }),
    view.sitesSilent !== null &&
      view.sitesSilent > 0 &&
      t(view.sitesSilent === view.sitesTotal ? "allSitesSilent" : "sitesSilent", {
        count: view.sitesSilent,
        total: view.sitesTotal,
      }),
  ].filter(Boolean);
  const add = cycle.state !== "closed" && free.length > 0 && (
    <WriteButton variant="subtle" size="compact-md" onClick={() => setAdding(true)}>
      {t("rollOut.add")}
    </WriteButton>
  );
  const table = (
    <>
      {facts.length > 0 && <p className="muted">{facts.join(" · ")}</p>}
      {view.sites.length === 0 ? (
        <p className="muted">{t("rollOut.empty")}</p>
      ) : (
        <div className="scroll">
          <table className={`data ${keyResultStyle.sites}`}>
            <thead>
              <tr>
                <th>{t("field.site")}</th>
                {metric && <th>{t("field.start")}</th>}
                <th>{t("field.value")}</th>
                {metric && <th>{t("field.target")}</th>}
                <th>{t("rollOut.told")}</th>
                <th>{t("rollOut.reached")}</th>
              </tr>
            </thead>
            <tbody>
              {view.sites.map((site) => (
                <tr key={site.siteTarget.id}>
                  <td>
                    <button
                      type="button"
                      className="plain"
                      onClick={() =>
                        onOpen({
                          title: site.name,
                          collection: "/site-targets",
                          fields,
                          entity: site.siteTarget,
                          askReason,
                        })
                      }
                    >
                      {site.name}
                    </button>
                  </td>
                  {metric && (
                    <td className="num">
                      {site.siteTarget.start === null
                        ? formatComputed(site.start, view.decimals)
                        : formatNumber(site.start)}
                    </td>
                  )}
                  <td className={`num ${keyResultStyle.way}`}>
                    {site.progress !== null && (
                      <span aria-hidden="true">
                        <Bar size="thin" told progress={site.progress} />
                      </span>
                    )}
                    {site.stage !== null
                      ? view.keyResult.stages[site.stage]?.title
                      : formatNumber(site.value)}
                  </td>
                  {metric && (
                    <td className="num">
                      {site.siteTarget.target === null
                        ? t("rollOut.anyBetter")
                        : formatNumber(site.siteTarget.target)}
                    </td>
                  )}
                  <td className="num">
                    {site.siteTarget.told !== null
                      ? t("rollOut.toldOf", {
                          told: site.siteTarget.told,
                          all: site.purchasers ?? "–",
                        })
                      : "–"}
                  </td>
                  <td>{t(site.reached ? "yes" : "no")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {adding && (
        <SitesForm
          view={view}
          sites={free}
          askReason={askReason}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
  if (!bare)
    return (
      <Section title={t("rollOut.title")} action={add}>
        {table}
      </Section>
    );
  return (
    <section className={style.bare} aria-label={t("rollOut.title")}>
      <div className="head">
        <h4>{t("rollOut.title")}</h4>
        {add}
      </div>
      {table}
    </section>
  );
}
