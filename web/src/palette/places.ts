import {
  IconAntennaBars5,
  IconArrowsDiff,
  IconBuilding,
  IconBuildingFactory2,
  IconChartBar,
  IconCheckbox,
  IconChecklist,
  IconFileImport,
  IconFlag3,
  IconHeartRateMonitor,
  IconHelpCircle,
  IconHistory,
  IconInbox,
  IconLayoutDashboard,
  IconListCheck,
  IconRefresh,
  IconSettings,
  IconTable,
  IconTarget,
  IconUserCircle,
  IconUsers,
  IconUsersGroup,
  IconWorld,
} from "@tabler/icons-react";

/** Pages of the account that one is in. */
export const ofAccount = [
  { to: "/accounts/$account", name: "palette.cockpit", icon: IconLayoutDashboard },
  { to: "/accounts/$account/signals", name: "inbox.title", icon: IconAntennaBars5 },
  { to: "/accounts/$account/questions", name: "question.title", icon: IconHelpCircle },
  { to: "/accounts/$account/supply", name: "supply.title", icon: IconChartBar },
  { to: "/accounts/$account/kpis", name: "kpi.title", icon: IconTarget },
  { to: "/accounts/$account/effectiveness", name: "effect.title", icon: IconArrowsDiff },
  { to: "/accounts/$account/long-term", name: "longTerm.title", icon: IconFlag3 },
  { to: "/accounts/$account/cycle", name: "place.cycle", icon: IconRefresh },
  { to: "/accounts/$account/meetings", name: "meeting.title", icon: IconUsersGroup },
  { to: "/accounts/$account/customer", name: "place.customer", icon: IconBuildingFactory2 },
  { to: "/accounts/$account/agility", name: "agility.title", icon: IconHeartRateMonitor },
  { to: "/accounts/$account/import", name: "place.import", icon: IconFileImport },
  { to: "/accounts/$account/activity", name: "activity.title", icon: IconHistory },
  { to: "/accounts/$account/settings", name: "settings.title", icon: IconSettings },
] as const;

/** Pages of the cycle that the cockpit shows. */
export const ofCycle = [
  { to: "/cycles/$cycle/plan", name: "plan.open", icon: IconListCheck },
  { to: "/cycles/$cycle/review", name: "review.open", icon: IconCheckbox },
] as const;

/** Pages that belong to no account. */
export const global = [
  { to: "/my-work", name: "nav.myWork", icon: IconChecklist, keys: "G M" },
  { to: "/accounts", name: "nav.accounts", icon: IconBuilding, keys: "G K" },
  { to: "/portfolio", name: "portfolio.title", icon: IconTable, keys: "G P" },
  { to: "/signals", name: "palette.inbox", icon: IconInbox },
  { to: "/market", name: "market.title", icon: IconWorld },
  { to: "/profile", name: "profile.title", icon: IconUserCircle },
  { to: "/users", name: "nav.users", icon: IconUsers, administrators: true },
  { to: "/organisation", name: "organisation.title", icon: IconSettings, administrators: true },
] as const;

export type PlaceName = (typeof ofAccount | typeof ofCycle | typeof global)[number]["name"];
