import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./place-tabs.module.css";

const exact = { exact: true, includeSearch: false } as const;

/** The pages of one place, at most four. */
function Tabs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={`${classes.tabs} no-print`} aria-label={label}>
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
