import { ActionIcon } from "@mantine/core";
import {
  IconChevronRight,
  IconLayoutSidebar,
  IconPlus,
  IconSearch,
  IconSelector,
} from "@tabler/icons-react";
import { Link, useLocation } from "@tanstack/react-router";
import { Fragment, memo, type ReactNode, use } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../app/link-button";
import { useListed } from "./account-list";
import { Bell } from "./bell";
import classes from "./frame.module.css";
import { AccountName, useFrame } from "./frame-context";
import { pageOf } from "./places";
import { Presence } from "./presence";
import { Outbox } from "./saving-state";

interface Props {
  user: string;
  onFold: () => void;
  onFind: () => void;
  /** Shows the navigation on a phone. */
  onMore: () => void;
  /** Takes what the page puts there. */
  slot: (place: HTMLElement | null) => void;
}

/** Where one is, what belongs to the page, what one owes, and the way to record a signal. */
export const TopBar = memo(function TopBar({ user, onFold, onFind, onMore, slot }: Props) {
  const { t } = useTranslation();
  const { folded, phone, account, writes } = useFrame();
  if (phone)
    return (
      <header className={`${classes.topBar} no-print`}>
        <PhoneTitle onMore={onMore} />
        <Outbox user={user} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={t("search")}
          onClick={onFind}
        >
          <IconSearch size={22} stroke={1.75} aria-hidden="true" />
        </ActionIcon>
        <div ref={slot} className={classes.slot} />
      </header>
    );
  return (
    <header className={`${classes.topBar} no-print`}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t(folded ? "nav.unfold" : "nav.fold")}
        aria-expanded={!folded}
        onClick={onFold}
      >
        <IconLayoutSidebar size={18} stroke={1.75} aria-hidden="true" />
      </ActionIcon>
      <Crumbs />
      <div ref={slot} className={classes.slot} />
      <span className={classes.space} />
      {account && <Presence account={account.id} />}
      <Bell />
      {writes && (
        <LinkButton
          to="/capture"
          search={{ account: account?.id }}
          size="sm"
          aria-label={t("capture.title")}
          aria-keyshortcuts="S"
          leftSection={<IconPlus size={16} aria-hidden="true" />}
          rightSection={<span className={classes.key} data-key="S" />}
        >
          {t("capture.short")}
        </LinkButton>
      )}
    </header>
  );
});

/** What a page without an account is called. */
function usePageName(): string | undefined {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const names: Record<string, string> = {
    "/my-work": t("nav.myWork"),
    "/accounts": t("nav.accounts"),
    "/signals": t("nav.inbox"),
    "/market": t("market.title"),
    "/portfolio": t("portfolio.title"),
    "/capture": t("capture.title"),
    "/first-run": t("firstRun.new"),
    "/users": t("nav.settings"),
    "/organisation": t("nav.settings"),
    "/organisation/activity": t("nav.settings"),
    "/profile": t("profile.title"),
  };
  return names[pathname];
}

/** As the page says, or the navigation, which knows it earlier. */
function useAccountName() {
  const { account } = useFrame();
  const told = use(AccountName);
  const { listed } = useListed();
  return told || listed.find(({ id }) => id === account?.id)?.name;
}

const detailWords = {
  meeting: "choice.AboutKind.meeting",
  keyResult: "choice.AboutKind.key_result",
  firstRun: "firstRun.crumb",
} as const;

/** The account, its place, and the one entry that the page is about. */
function Crumbs() {
  const { t } = useTranslation();
  const { account, place, where } = useFrame();
  const accountName = useAccountName();
  const name = usePageName();
  const params = { account: account?.id ?? "" };
  const crumbs: { key: string; crumb: ReactNode }[] = [];
  // Until the account's name is known, what follows it has no place yet.
  if (account && place && !accountName) return <nav className={classes.crumbs} />;
  if (account && place) {
    crumbs.push({
      key: "account",
      crumb: (
        <Link
          to={pageOf.cockpit}
          params={params}
          activeOptions={{ exact: true }}
          title={accountName}
        >
          {accountName}
        </Link>
      ),
    });
    const word = place === "activity" || place === "settings" ? `${place}.title` : undefined;
    const placeName = word
      ? t(word as "activity.title")
      : t(`place.${place as Exclude<typeof place, "activity" | "settings">}`);
    crumbs.push({
      key: "place",
      crumb: where.detail ? (
        <Link to={pageOf[place]} params={params}>
          {placeName}
        </Link>
      ) : (
        placeName
      ),
    });
    if (where.detail)
      crumbs.push({
        key: "detail",
        crumb: t(detailWords[where.detail]),
      });
  } else if (name) crumbs.push({ key: "page", crumb: name });
  return (
    <nav className={classes.crumbs} aria-label={t("nav.crumbs")}>
      <ol>
        {crumbs.map(({ key, crumb }, index) => (
          <Fragment key={key}>
            {index > 0 && <IconChevronRight size={14} aria-hidden="true" />}
            <li aria-current={index === crumbs.length - 1 ? "page" : undefined}>{crumb}</li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

/** On a phone: the account, which leads to the others, or what the page is called. */
function PhoneTitle({ onMore }: { onMore: () => void }) {
  const { t } = useTranslation();
  const { account } = useFrame();
  const accountName = useAccountName();
  const name = usePageName();
  if (!account) return <span className={classes.phoneTitle}>{name}</span>;
  return (
    <button type="button" className={classes.phoneTitle} aria-haspopup="dialog" onClick={onMore}>
      <span title={accountName}>{accountName}</span>
      <IconSelector size={18} stroke={1.75} aria-hidden="true" />
      <span className="sr-only">{t("nav.switch")}</span>
    </button>
  );
}
