import { useTranslation } from "react-i18next";
import { formatComputed, formatNumber } from "../app/format";
import { WriteButton } from "../app/may";
import { asksReason } from "../cycle/asks-reason";
import { type Field, optionsOf } from "../entity/fields";
import { Bar } from "../ui/bar";
import { Section } from "../ui/section";
import style from "./key-result.module.css";
import type { PartProps } from "./key-result-part";

/** The sites of a key result: target, value, and how many purchasers have been told. */
export function RollOut({ page, onOpen }: PartProps) {
  const { t } = useTranslation();
  const { view } = page;
  const sites = optionsOf(page.allSites);
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
  const askReason = asksReason(page.cycle);
  const parent = `/key-results/${view.keyResult.id}/site-targets` as const;
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
  return (
    <Section
      title={t("rollOut.title")}
      action={
        page.cycle.state !== "closed" && (
          <WriteButton
            variant="subtle"
            size="compact-md"
            onClick={() =>
              onOpen({
                title: t("rollOut.add"),
                collection: "/site-targets",
                parent,
                fields,
                askReason,
              })
            }
          >
            {t("rollOut.add")}
          </WriteButton>
        )
      }
    >
      {facts.length > 0 && <p className="muted">{facts.join(" · ")}</p>}
      {view.sites.length === 0 ? (
        <p className="muted">{t("rollOut.empty")}</p>
      ) : (
        <div className="scroll">
          <table className={`data ${style.sites}`}>
            <thead>
              <tr>
                <th>{t("field.site")}</th>
                {metric && <th>{t("field.start")}</th>}
                <th>{t("field.value")}</th>
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
                  <td className={`num ${style.way}`}>
                    {site.progress !== null && (
                      <span aria-hidden="true">
                        <Bar size="thin" told progress={site.progress} />
                      </span>
                    )}
                    {site.stage !== null
                      ? view.keyResult.stages[site.stage]?.title
                      : formatNumber(site.value)}
                    {site.siteTarget.target !== null &&
                      ` / ${formatNumber(site.siteTarget.target)}`}
                  </td>
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
    </Section>
  );
}
