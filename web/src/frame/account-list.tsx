import { ActionIcon } from "@mantine/core";
import {
  IconActivityHeartbeat,
  IconAntennaBars5,
  IconBuildingFactory2,
  IconChartArrowsVertical,
  IconChevronRight,
  IconDots,
  IconFlag3,
  IconLayoutDashboard,
  IconRefresh,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { createLink, Link } from "@tanstack/react-router";
import { type ComponentPropsWithRef, memo, use } from "react";
import { useTranslation } from "react-i18next";
import { contributedQuery } from "../account/contributed-query";
import type { Schemas } from "../api/client";
import { formatDayAndMonth, formatInstant } from "../app/format";
import { healthWords } from "../portfolio/health-words";
import { type PortfolioSearch, portfolioQuery } from "../portfolio/portfolio-query";
import { LazyMenu } from "../ui/lazy-menu";
import { FoldedName } from "./folded-name";
import classes from "./frame.module.css";
import { AccountName, useFrame } from "./frame-context";
import { NavItem } from "./nav-item";
import { pageOf, places } from "./places";

type Line = Schemas["PortfolioLine"];

/** What stands in the navigation of an account; without `figures` its state is not known here. */
interface Listed {
  id: string;
  name: string;
  code: string;
  figures?: Line["figures"];
}

/** So many accounts are named; of more, those that the reader works for. */
const most = 12;
const byName: PortfolioSearch = { order: "name" };

const icons = {
  cockpit: IconLayoutDashboard,
  signals: IconAntennaBars5,
  cycle: IconRefresh,
  effect: IconChartArrowsVertical,
  longTerm: IconFlag3,
  meetings: IconUsersGroup,
  customer: IconBuildingFactory2,
  agility: IconActivityHeartbeat,
};

/** The accounts that are named here, by name, and how many there are. */
export function useListed(): { listed: Listed[]; total: number } {
  const { account } = useFrame();
  const told = use(AccountName);
  const portfolio = useQuery({
    ...portfolioQuery(byName),
    refetchInterval: 60_000,
    staleTime: 30_000,
    throwOnError: false,
  });
  const own = useQuery({ ...contributedQuery, throwOnError: false }).data ?? [];
  // Not the open one alone, which the others would then push down.
  if (portfolio.isPending) return { listed: [], total: 0 };
  const { lines = [], accounts: total = 0 } = portfolio.data ?? {};
  const all: Listed[] = lines.map(({ figures, name, code }) => ({
    id: figures.account,
    name,
    code,
    figures,
  }));
  const state = (id: string) => all.find((each) => each.id === id);
  const few =
    total <= most
      ? all
      : (own.length > 0 ? own : all)
          .slice(0, most)
          .map(({ id, name, code }) => ({ id, name, code, figures: state(id)?.figures }));
  const open = account && !few.some(({ id }) => id === account.id);
  const listed = open ? [...few, state(account.id) ?? { ...account, name: told, code: told }] : few;
  return { listed, total };
}

/** The key accounts with their state in words; the one that is open unfolds its places. */
export function AccountList() {
  const { t } = useTranslation();
  const { account, folded } = useFrame();
  const { listed, total } = useListed();
  return (
    <>
      <Link
        to="/accounts"
        className={classes.heading}
        activeOptions={{ exact: true, includeSearch: false }}
        aria-label={folded ? t("nav.accounts") : undefined}
      >
        <span className={classes.label}>{t("nav.accounts")}</span>
      </Link>
      <ul className={classes.accounts}>
        {listed.map((one) => (
          <li key={one.id}>
            <AccountRow {...one} />
            {one.id === account?.id && <Places {...one} />}
          </li>
        ))}
      </ul>
      {total > listed.length && (
        <Link to="/accounts" className={classes.all}>
          {t(folded ? "all" : "nav.allAccounts", { count: total })}
        </Link>
      )}
    </>
  );
}

const AccountRow = memo(function AccountRow({ id, name, code, figures }: Listed) {
  const { t } = useTranslation();
  const { account, where, folded } = useFrame();
  const open = id === account?.id;
  const { health, overdue = 0 } = figures ?? {};
  const state = [
    figures && healthWords(figures, t),
    overdue > 0 && t("inbox.overdue", { count: overdue }),
  ]
    .filter(Boolean)
    .join(" · ");
  const search = where.same.search;
  return (
    <div className={classes.account} data-open={open || undefined}>
      <FoldedName name={[name, state].filter(Boolean).join(" · ")}>
        <AccountLink
          title={folded ? undefined : name}
          to={open ? pageOf.cockpit : where.same.to}
          params={{ account: id }}
          search={open ? undefined : search}
          aria-expanded={open}
          data-tooltip=""
          activeOptions={{ exact: true }}
        >
          <HealthDot health={health} />
          <span
            className={classes.code}
            data-long={code.length > 4 || undefined}
            aria-hidden="true"
          >
            {code}
          </span>
          <span className={classes.label}>
            {name}
            {state && (
              <small className={classes.state} data-health={health}>
                {" "}
                {state}
              </small>
            )}
          </span>
          {!open && <IconChevronRight size={14} aria-hidden="true" className={classes.chevron} />}
        </AccountLink>
      </FoldedName>
      {open && <MoreOf account={id} name={name} />}
    </div>
  );
});

/** Which page is shown its places say. */
const AccountLink = createLink(({ "aria-current": _, ...props }: ComponentPropsWithRef<"a">) => (
  <a {...props} />
));

/** Filled where the state is known, hollow where there is no news. */
function HealthDot({ health }: { health?: Schemas["Health"] }) {
  return <span className={classes.dot} data-health={health} aria-hidden="true" />;
}

/** What is seldom wanted of an account. */
function MoreOf({ account, name }: { account: string; name: string }) {
  const { t } = useTranslation();
  const { phone } = useFrame();
  const params = { account };
  return (
    <LazyMenu
      position="bottom-start"
      button={
        <ActionIcon
          variant="subtle"
          color="gray"
          size={phone ? 44 : 28}
          aria-label={t("nav.moreOf", { name })}
        >
          <IconDots size={16} aria-hidden="true" />
        </ActionIcon>
      }
      entries={[
        { label: t("activity.title"), link: { to: pageOf.activity, params } },
        { label: t("settings.title"), link: { to: pageOf.settings, params } },
      ]}
    />
  );
}

const Places = memo(function Places({ id, name, figures }: Listed) {
  const { t } = useTranslation();
  const { place, cycle } = useFrame();
  const { waiting = 0, overdue = 0, nextMeeting } = figures ?? {};
  const counts = {
    signals: waiting > 0 && {
      count: waiting,
      counted: t("inbox.waiting", { count: waiting }),
      bad: overdue > 0,
    },
    meetings: nextMeeting && {
      count: formatDayAndMonth(nextMeeting),
      counted: formatInstant(nextMeeting),
    },
  };
  return (
    <nav className={classes.places} aria-label={name}>
      {places.map((each) => (
        <NavItem
          key={each}
          to={pageOf[each]}
          params={{ account: id }}
          search={each === "cycle" || each === "cockpit" ? { cycle } : undefined}
          activeOptions={{ exact: true, includeSearch: false }}
          aria-current={each === place ? "page" : undefined}
          icon={icons[each]}
          label={t(`place.${each}`)}
          {...((each === "signals" || each === "meetings") && counts[each])}
        />
      ))}
    </nav>
  );
});
