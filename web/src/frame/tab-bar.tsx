import {
  type Icon,
  IconAntennaBars5,
  IconChecklist,
  IconLayoutDashboard,
  IconMenu2,
  IconPlus,
} from "@tabler/icons-react";
import { createLink, Link } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";
import { useTranslation } from "react-i18next";
import { useListed } from "./account-list";
import classes from "./frame.module.css";
import { useFrame } from "./frame-context";
import { useLastAccount } from "./last-account";
import { Count } from "./nav-item";
import { useOwed } from "./owed";

interface TabProps {
  icon: Icon;
  label: string;
  count?: number;
  counted?: string;
}

const Tab = createLink(
  ({ icon: Icon, label, count = 0, counted, ...props }: TabProps & ComponentPropsWithRef<"a">) => (
    <a {...props}>
      <Icon size={22} stroke={1.75} aria-hidden="true" />
      {label}
      {count > 0 && <Count bad words={counted} value={count} />}
    </a>
  ),
);

/** The main ways under the thumb. `onMore` shows all others. */
export function TabBar({ onMore }: { onMore: () => void }) {
  const { t } = useTranslation();
  const { place, account, writes } = useFrame();
  const { listed } = useListed();
  const owed = useOwed().length;
  const last = useLastAccount(account?.id);
  const known = listed.find(({ id }) => id === last) ?? listed[0];
  const waiting = known?.figures?.waiting ?? 0;
  const exact = { exact: true, includeSearch: false } as const;
  return (
    <nav className={`${classes.tabBar} no-print`} aria-label={t("nav.tabs")}>
      <Tab
        to="/my-work"
        activeOptions={exact}
        icon={IconChecklist}
        label={t("nav.myWork")}
        count={owed}
        counted={t("nav.owed", { count: owed })}
      />
      <Tab
        {...(known
          ? { to: "/accounts/$account", params: { account: known.id } }
          : { to: "/accounts" })}
        activeOptions={exact}
        aria-current={place === "cockpit" ? "page" : undefined}
        icon={IconLayoutDashboard}
        label={t("place.cockpit")}
      />
      {writes && (
        <Link
          to="/capture"
          search={{ account: account?.id }}
          className={classes.plus}
          aria-label={t("capture.title")}
        >
          <IconPlus size={22} stroke={1.75} aria-hidden="true" />
        </Link>
      )}
      <Tab
        {...(known
          ? { to: "/accounts/$account/signals", params: { account: known.id } }
          : { to: "/signals" })}
        activeOptions={exact}
        aria-current={place === "signals" ? "page" : undefined}
        icon={IconAntennaBars5}
        label={t("place.signals")}
        count={waiting}
        counted={t("inbox.waiting", { count: waiting })}
      />
      <button type="button" aria-haspopup="dialog" onClick={onMore}>
        <IconMenu2 size={22} stroke={1.75} aria-hidden="true" />
        {t("more")}
      </button>
    </nav>
  );
}
