import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { customerTabs, told } from "./customer-tab";
import classes from "./place-tabs.module.css";

const exact = { exact: true, includeSearch: false } as const;
/** The pages of one address differ in what stands behind it. */
const exactSearch = { exact: true, includeSearch: true } as const;

/** The pages of one place, at most four. */
function Tabs({ label, children }: { label: string; children: ReactNode }) {
  const tabs = useRef<HTMLElement>(null);
  const seen = useRef<Element>(null);
  // Where they have no room side by side, the one that is shown is seen all the same.
  useEffect(() => {
    const shown = tabs.current?.querySelector("[aria-current=page]") ?? null;
    if (!tabs.current || !shown || shown === seen.current) return;
    seen.current = shown;
    tabs.current.scrollLeft +=
      shown.getBoundingClientRect().left - tabs.current.getBoundingClientRect().left - 40;
  });
  return (
    <nav ref={tabs} className={`${classes.tabs} no-print`} aria-label={label}>
      {children}
    </nav>
  );
}

/** What was heard, and what is not known yet. */
export function SignalTabs({ account }: { account: string }) {
  const { t } = useTranslation();
  const params = { account };
  return (
    <Tabs label={t("place.signals")}>
      <Link to="/accounts/$account/signals" params={params} activeOptions={exact}>
        {t("inbox.title")}
      </Link>
      <Link to="/accounts/$account/questions" params={params} activeOptions={exact}>
        {t("question.title")}
      </Link>
    </Tabs>
  );
}

/** What one cycle was to be, and what became of it. */
export function CycleTabs({ cycle }: { cycle: string }) {
  const { t } = useTranslation();
  const params = { cycle };
  return (
    <Tabs label={t("place.cycle")}>
      <Link to="/cycles/$cycle/plan" params={params} activeOptions={exact}>
        {t("plan.open")}
      </Link>
      <Link to="/cycles/$cycle/review" params={params} activeOptions={exact}>
        {t("review.open")}
      </Link>
    </Tabs>
  );
}

/** Who the customer is, and who works for it. */
export function CustomerTabs({ account }: { account: string }) {
  const { t } = useTranslation();
  const to = { to: "/accounts/$account/customer", params: { account } } as const;
  return (
    <Tabs label={t("place.customer")}>
      {customerTabs.map((tab) => (
        <Link key={tab} {...to} search={{ tab: told(tab) }} activeOptions={exactSearch}>
          {t(`customer.tab.${tab}`)}
        </Link>
      ))}
    </Tabs>
  );
}

/** What moved at the customer. */
export function EffectTabs({ account }: { account: string }) {
  const { t } = useTranslation();
  const params = { account };
  return (
    <Tabs label={t("place.effect")}>
      <Link to="/accounts/$account/supply" params={params} activeOptions={exact}>
        {t("supply.title")}
      </Link>
      <Link to="/accounts/$account/kpis" params={params} activeOptions={exact}>
        {t("kpi.title")}
      </Link>
      <Link to="/accounts/$account/effectiveness" params={params} activeOptions={exact}>
        {t("effect.title")}
      </Link>
    </Tabs>
  );
}

/** What administrators keep. */
export function SettingsTabs() {
  const { t } = useTranslation();
  return (
    <Tabs label={t("nav.settings")}>
      <Link to="/users" activeOptions={exact}>
        {t("nav.users")}
      </Link>
      <Link to="/organisation" activeOptions={exact}>
        {t("organisation.title")}
      </Link>
      <Link to="/organisation/activity" activeOptions={exact}>
        {t("organisation.activity")}
      </Link>
    </Tabs>
  );
}
