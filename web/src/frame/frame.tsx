import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { contributedQuery } from "../account/contributed-query";
import { permissionsQuery } from "../account/permissions-query";
import type { Schemas } from "../api/client";
import { kept } from "../app/kept";
import { partOver } from "../app/part-over";
import { whenStill } from "../app/still";
import { openPalette, typeAhead } from "../palette/open";
import classes from "./frame.module.css";
import {
  AccountName,
  FrameContext,
  type ShownAccount,
  TellAccount,
  TopBarPlace,
} from "./frame-context";
import { useKeys } from "./keys";
import { whereIs } from "./places";
import { Sidebar } from "./sidebar";
import { TabBar } from "./tab-bar";
import { TopBar } from "./top-bar";

const Palette = partOver(() => import("../palette/palette"));
const KeysDialog = partOver(() => import("./keys-dialog"));
const MoreDrawer = partOver(() => import("./more-drawer"));

const now = { getInitialValueInEffect: false };

/**
 * What stands around every page: navigation on the ground, and the sheet with the top bar and the
 * page, `children`. Without `user` there is nothing to go to: the page stands alone, and where it is
 * `awaited` who the user is, what is theirs has its place already.
 */
export function Frame({
  user,
  awaited = false,
  children,
}: {
  user?: Schemas["User"];
  awaited?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const search = useSearch({ strict: false });
  const setUp = "account" in search ? search.account : undefined;
  const where = useMemo(() => whereIs(pathname, setUp), [pathname, setUp]);
  const phone = useMediaQuery("(max-width: 47.99em)", undefined, now);
  const wide = useMediaQuery("(min-width: 1320px)", undefined, now);
  const [folded, fold] = useFolded(wide && where.detail !== "meeting" ? "wide" : "narrow");
  const { account, name, tell } = useShownAccount(where.account, where.place !== undefined);
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const [more, setMore] = useState(false);
  const [help, setHelp] = useState(false);
  const [finds, setFinds] = useState(false);
  const cycle = useShownCycle();
  const writes =
    useQuery({ ...contributedQuery, enabled: !!user, throwOnError: false }).data?.length !== 0;

  // Asked for together with the page, which waits for it.
  useQuery({ ...permissionsQuery(where.account ?? ""), enabled: !!user && !!where.account });

  useEffect(() => whenStill(() => setFinds(true)), []);
  const find = useCallback(() => {
    setFinds(true);
    openPalette();
  }, []);
  // Wherever one went from there, it is done.
  useEffect(() => {
    if (pathname) setMore(false);
  }, [pathname]);

  const frame = useMemo(
    () => ({
      folded: folded && !phone,
      phone,
      where,
      account,
      place: where.place,
      cycle,
      writes,
    }),
    [folded, phone, where, account, cycle, writes],
  );
  const showMore = useCallback(() => setMore(true), []);
  const width = (user || awaited) && !phone ? (folded ? 56 : 236) : 0;
  const tabs = (user || awaited) && phone ? 64 : 0;
  // What lies over the page, toasts, stays beside the navigation, too.
  useLayoutEffect(() => {
    const root = document.documentElement.style;
    root.setProperty("--navigation", `${width}px`);
    root.setProperty("--tabs", `${tabs}px`);
    return () => {
      root.removeProperty("--navigation");
      root.removeProperty("--tabs");
    };
  }, [width, tabs]);
  return (
    <FrameContext value={frame}>
      <AccountName value={name}>
        {user && !phone && (
          <nav className={`${classes.navigation} no-print`} aria-label={t("nav.main")}>
            <Sidebar key={user.id} user={user} onFind={find} />
          </nav>
        )}
        <div className={classes.ground}>
          <div className={classes.sheet}>
            {user && (
              <TopBar
                key={user.id}
                user={user.id}
                onFold={fold}
                onFind={find}
                onMore={showMore}
                slot={setSlot}
              />
            )}
            <TellAccount value={tell}>
              <TopBarPlace value={slot}>{children}</TopBarPlace>
            </TellAccount>
          </div>
        </div>
        {user && phone && <TabBar key={user.id} onMore={showMore} />}
        {user && (
          <Keys writes={writes} account={account?.id} find={find} help={() => setHelp(true)} />
        )}
        {user && finds && <Palette />}
        {help && <KeysDialog onClose={() => setHelp(false)} />}
        {user && phone && more && (
          <MoreDrawer user={user} onFind={find} onClose={() => setMore(false)} />
        )}
      </AccountName>
    </FrameContext>
  );
}

/** What the letters do wherever one is. */
function Keys({
  writes,
  account,
  find,
  help,
}: {
  writes: boolean;
  account?: string;
  find: () => void;
  help: () => void;
}) {
  const navigate = useNavigate();
  useKeys(
    {
      s: writes ? () => navigate({ to: "/capture", search: { account } }) : undefined,
      gk: () => navigate({ to: "/accounts" }),
      gp: () => navigate({ to: "/portfolio" }),
      gm: () => navigate({ to: "/my-work" }),
      "?": help,
    },
    find,
    typeAhead,
  );
  return null;
}

type Room = "wide" | "narrow";
const chosenName = "takt-navigation";
const isChoice = (value: unknown): value is Partial<Record<Room, boolean>> =>
  typeof value === "object" && value !== null;

/** Whether the navigation shows icons only: as chosen last where there is so much room. */
function useFolded(room: Room): [boolean, () => void] {
  const [chosen, setChosen] = useState(() => kept(chosenName, {}, isChoice));
  const folded = chosen[room] ?? room === "narrow";
  const toggle = useCallback(() => {
    const next = { ...chosen, [room]: !folded };
    localStorage.setItem(chosenName, JSON.stringify(next));
    setChosen(next);
  }, [chosen, room, folded]);
  return [folded, toggle];
}

/** The account that one is in: as the address says, or the page, once it is read. */
function useShownAccount(id: string | undefined, inAccount: boolean) {
  const [told, tell] = useState<ShownAccount>();
  const shown = inAccount ? (id ?? told?.id) : undefined;
  // The same one for as long as it is the same: most of the frame need not know what it is called.
  const account = useMemo(() => (shown ? { id: shown } : undefined), [shown]);
  return { account, name: shown !== undefined && told?.id === shown ? told.name : "", tell };
}

/** The cycle in the address: of the cockpit, or of its plan and review. */
function useShownCycle(): string | undefined {
  const { cycle } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  return (
    cycle ?? ("cycle" in search && typeof search.cycle === "string" ? search.cycle : undefined)
  );
}
