import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatInstantThere } from "../app/format";
import { PageTitle } from "../app/page-title";
import { StateSentence } from "../sentence/state-sentence";
import { ForCustomer } from "./for-customer";
import { HowItStands } from "./how-it-stands";
import style from "./one-pager.module.css";
import { TimeLine } from "./time-line";

export type Page = Schemas["OnePager"];

/** An account on one sheet, for somebody who does not work here. */
export function OnePager({ shared }: { shared: Schemas["SharedPage"] }) {
  const { t } = useTranslation();
  const { page, frozen, asOf, from } = shared;
  const forCustomer = page.audience === "customer";
  return (
    <article className={forCustomer ? `${style.sheet} ${style.letter}` : style.sheet}>
      <header className={style.head}>
        <div className={style.who}>
          <PageTitle of={page.organisation}>{page.account}</PageTitle>
          {forCustomer ? (
            <p className={style.for}>{t("shared.for", page)}</p>
          ) : (
            // Whoever reads this has nowhere to go from here.
            <StateSentence sentence={page.sentence.map((clause) => ({ ...clause, place: null }))} />
          )}
        </div>
        {page.vision && (
          <div className={style.vision}>
            <span>{page.horizon ? t("shared.vision", { year: page.horizon }) : t("vision")}</span>
            <q>{page.vision}</q>
          </div>
        )}
      </header>
      <TimeLine page={page} />
      {forCustomer ? <ForCustomer page={page} /> : <HowItStands page={page} />}
      <footer className={style.foot}>
        <span className={style.grow}>
          {[
            page.organisation,
            page.team.join(", "),
            page.sponsor && t("shared.sponsor", { name: page.sponsor }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {!forCustomer && <span>{t("shared.legend")}</span>}
        <span>{t("shared.from", { name: from })}</span>
        <time dateTime={asOf}>
          {t(frozen ? "shared.kept" : "shared.asOf", { at: formatInstantThere(asOf) })}
        </time>
      </footer>
    </article>
  );
}
