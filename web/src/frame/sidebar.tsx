import { IconChecklist, IconInbox, IconSearch, IconSettings, IconTable } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { AccountList } from "./account-list";
import classes from "./frame.module.css";
import { useFrame } from "./frame-context";
import { Logo } from "./logo";
import { NavItem } from "./nav-item";
import { useOwed } from "./owed";
import { SavingState } from "./saving-state";
import { UserMenu } from "./user-menu";

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * All ways there are: what concerns everybody, the key accounts with their places, and oneself. Not drawn
 * anew for every answer to the page: its links take their time.
 */
export const Sidebar = memo(function Sidebar({
  user,
  onFind,
}: {
  user: Schemas["User"];
  onFind: () => void;
}) {
  const { t } = useTranslation();
  const { folded, phone } = useFrame();
  const { pathname } = useLocation();
  const administers =
    user.role === "administrator" &&
    (pathname.startsWith("/users") || pathname.startsWith("/organisation"));
  return (
    <div className={classes.sidebar} data-folded={folded || undefined}>
      <Brand />
      <button type="button" className={`${classes.item} ${classes.find}`} onClick={onFind}>
        <IconSearch size={16} stroke={1.75} aria-hidden="true" />
        <span className={classes.label}>{t("search")}</span>
        {!phone && (
          <span className={classes.key} aria-hidden="true">
            {isApple ? "⌘ K" : t("keys.find")}
          </span>
        )}
      </button>
      <GlobalItems />
      <AccountList />
      <div className={classes.foot}>
        {/* On a phone it stands where it is seen: above the page. */}
        {!phone && <SavingState user={user.id} />}
        {user.role === "administrator" && (
          <NavItem
            to="/users"
            activeOptions={{ exact: true }}
            aria-current={administers ? "page" : undefined}
            icon={IconSettings}
            label={t("nav.settings")}
          />
        )}
        <UserMenu user={user} />
      </div>
    </div>
  );
});

function Brand() {
  const organisation = useQuery({
    queryKey: ["organisation"],
    queryFn: () => data(api.GET("/api/v1/organisation")),
    staleTime: 600_000,
    throwOnError: false,
  }).data;
  return (
    <Link to="/my-work" className={`${classes.item} ${classes.brand}`}>
      <Logo />
      <span className={classes.label}>
        Takt
        <small title={organisation?.name}>{organisation?.name}</small>
      </span>
    </Link>
  );
}

/** Over all accounts, each with what waits there. */
function GlobalItems() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const owed = useOwed().length;
  const inbox = useQuery({
    queryKey: ["inbox"],
    queryFn: () => data(api.GET("/api/v1/signals")),
    staleTime: 30_000,
    refetchInterval: 60_000,
    throwOnError: false,
  }).data;
  const { waiting = 0, overdue = 0 } = inbox ?? {};
  const exact = { exact: true, includeSearch: false } as const;
  return (
    <>
      <NavItem
        to="/my-work"
        activeOptions={exact}
        icon={IconChecklist}
        label={t("nav.myWork")}
        {...(owed > 0 && { count: owed, counted: t("nav.owed", { count: owed }), bad: true })}
      />
      <NavItem
        to="/signals"
        activeOptions={exact}
        aria-current={pathname === "/market" ? "page" : undefined}
        icon={IconInbox}
        label={t("nav.inbox")}
        {...(waiting > 0 && {
          count: waiting,
          counted: t("inbox.waiting", { count: waiting }),
          bad: overdue > 0,
        })}
      />
      <NavItem
        to="/portfolio"
        activeOptions={exact}
        icon={IconTable}
        label={t("portfolio.title")}
      />
    </>
  );
}
