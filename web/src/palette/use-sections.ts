import {
  IconAntennaBars5,
  IconBuildingFactory2,
  IconBulb,
  IconCalendarPlus,
  IconCircleCheck,
  IconHelpCircle,
  IconPlus,
  IconSwitchHorizontal,
  IconTag,
  IconTarget,
  IconTargetArrow,
  IconUser,
  IconUsersGroup,
} from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { contributedQuery } from "../account/contributed-query";
import { visibleQuery } from "../account/visible-query";
import type { Schemas } from "../api/client";
import { formatDate } from "../app/format";
import { loadWords } from "../app/i18n";
import { useSession } from "../app/session";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { begins, fits, hasWord } from "./folded";
import type { Item, Section } from "./item";
import { global, ofAccount, ofCycle, type PlaceName } from "./places";
import type { useFound } from "./use-found";
import { useWhere } from "./where";

type Found = Schemas["Found"];
type Account = Pick<Schemas["Account"], "id" | "name" | "code">;

/** How many of what is not looked for by a word yet. */
const offered = 5;

const icons = {
  account: IconSwitchHorizontal,
  site: IconBuildingFactory2,
  contact: IconUser,
  objective: IconTargetArrow,
  key_result: IconTarget,
  signal: IconAntennaBars5,
  tag: IconTag,
  meeting: IconUsersGroup,
  lesson: IconBulb,
  question: IconHelpCircle,
} as const satisfies Record<Schemas["FoundKind"], Item["icon"]>;

/** What is worth more is chosen rather than what stands higher. */
const worth = { code: 4, name: 3, found: 2, place: 1, other: 0 } as const;

const best = ({ items }: Section) => Math.max(...items.map((item) => item.worth));

/** The accounts that this browser knows: a head's own ones and those that were listed before. */
function useKnownAccounts(): Account[] {
  const queries = useQueryClient();
  const head = useSession()?.user?.role === "head";
  const visible = useQuery({ ...visibleQuery, enabled: !head, throwOnError: false }).data;
  const contributed = useQuery({ ...contributedQuery, throwOnError: false }).data;
  const seen = visible ?? queries.getQueryData<Account[]>(visibleQuery.queryKey);
  return seen ?? contributed ?? [];
}

/** What the other language calls things, once its words have come. */
function useOtherNames() {
  const { i18n } = useTranslation();
  const other = i18n.language === "de" ? "en" : "de";
  const there = useQuery({
    queryKey: ["words", other],
    queryFn: () => loadWords(other).then(() => true),
    staleTime: Number.POSITIVE_INFINITY,
    throwOnError: false,
  });
  const words = i18n.getFixedT(other);
  return (name: PlaceName): string => (there.data ? words(name) : "");
}

interface Doing {
  checkIn: (keyResult: string) => void;
  planMeeting: (account: string) => void;
  look: (text: string) => void;
}

/** All that the palette offers for `words`, and in which account one is. */
export function useSections(
  text: string,
  words: string[],
  found: ReturnType<typeof useFound>,
  doing: Doing,
): { sections: Section[]; account?: Account } {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const user = useSession()?.user;
  const otherName = useOtherNames();
  const where = useWhere();
  const known = useKnownAccounts();
  const writable = useQuery({ ...contributedQuery, throwOnError: false }).data;
  const cockpit = useQuery({
    ...cockpitQuery(where.account ?? ""),
    enabled: where.account !== undefined,
    throwOnError: false,
  }).data;
  const account = cockpit?.account ?? known.find(({ id }) => id === where.account);
  const typed = words.length > 0;
  const writes = writable?.some(({ id }) => id === account?.id) ?? false;
  const samePage = ofAccount.find(({ to }) => to === where.same.to)?.name ?? "palette.cockpit";

  const doings = (): Item[] => {
    const items: Item[] = [];
    if (writable && writable.length > 0)
      items.push({
        id: "capture",
        icon: IconPlus,
        title: typed ? t("palette.captureAs", { text: text.trim() }) : t("capture.title"),
        keys: "S",
        repeats: true,
        worth: worth.other,
        act: () =>
          navigate({
            to: "/capture",
            search: { account: writes ? account?.id : undefined, title: text.trim() || undefined },
          }),
      });
    const own = (cockpit?.objectives ?? []).flatMap(({ objective, keyResults }) =>
      keyResults
        .filter(({ keyResult }) => (keyResult.owner ?? objective.owner) === user?.id)
        .map(({ keyResult }) => ({ id: keyResult.id, title: keyResult.title })),
    );
    const running = cockpit?.cycles.find(({ cycle }) => cycle.id === cockpit.cycle)?.cycle.state;
    const elsewhere = found.groups.flatMap((group) =>
      group.found.filter((one) => one.checksIn && one.id !== null),
    );
    const checkIns = new Map(
      [
        ...(running === "active" ? own : []).filter(({ title }) =>
          fits(t("palette.checkIn", { title }), words),
        ),
        ...elsewhere,
      ].map((one) => [String(one.id), one.title]),
    );
    for (const [id, title] of [...checkIns].slice(0, offered))
      items.push({
        id: `check-in-${id}`,
        icon: IconCircleCheck,
        title: t("palette.checkIn", { title }),
        worth: worth.other,
        act: () => doing.checkIn(id),
      });
    if (account && writes && fits(`${t("meeting.plan")} ${account.name}`, words))
      items.push({
        id: "plan-meeting",
        icon: IconCalendarPlus,
        title: t("meeting.plan"),
        detail: account.name,
        worth: worth.other,
        act: () => doing.planMeeting(account.id),
      });
    return items;
  };

  const toAccount = ({ id, name, code }: Account): Item => ({
    id: `account-${id}`,
    icon: icons.account,
    title: name,
    detail: `${code} · ${t(samePage)}`,
    worth: !typed
      ? worth.other
      : words.join("") === code.toLowerCase()
        ? worth.code
        : begins(name, words) || begins(code, words)
          ? worth.name
          : worth.found,
    act: () => navigate({ ...where.same, params: { account: id } }),
  });

  const accounts = (): Item[] => {
    const here = known
      .filter(({ id, name, code }) => id !== account?.id && fits(`${name} ${code}`, words))
      .map(toAccount);
    const best = here.sort((left, right) => right.worth - left.worth).slice(0, offered);
    const others = found.groups
      .filter(({ kind }) => kind === "account")
      .flatMap((group) => group.found)
      .filter((one) => one.account !== account?.id)
      .map((one) => toAccount({ id: one.account, name: one.title, code: one.accountCode }))
      .filter((one) => !best.some(({ id }) => id === one.id));
    return [...best, ...others];
  };

  const go = (one: Found) => {
    const params = { account: one.account };
    const hash = one.id ?? undefined;
    switch (one.kind) {
      case "key_result":
        return navigate({ to: "/key-results/$keyResult", params: { keyResult: one.id ?? "" } });
      case "meeting":
        return navigate({ to: "/meetings/$meeting", params: { meeting: one.id ?? "" } });
      case "lesson":
        return navigate({ to: "/cycles/$cycle/review", params: { cycle: one.cycle ?? "" } });
      case "objective":
        return navigate({
          to: "/accounts/$account",
          params,
          search: { cycle: one.cycle ?? undefined },
          hash,
        });
      case "site":
      case "contact":
        return navigate({ to: "/accounts/$account/customer", params, hash });
      case "signal":
        return navigate({ to: "/accounts/$account/signals", params, hash });
      case "question":
        return navigate({ to: "/accounts/$account/questions", params, hash });
      default:
        return navigate({ to: "/accounts/$account", params });
    }
  };

  const toFound = (one: Found): Item => {
    const title = one.held
      ? t("palette.of", { kind: t(`choice.MeetingKind.${one.held}`), day: formatDate(one.at) })
      : one.title;
    const tagged = one.kind === "tag" ? t("palette.tagged", { count: one.signals }) : "";
    return {
      id: `${one.kind}-${one.id ?? `${one.account}-${one.title}`}`,
      icon: icons[one.kind],
      title,
      detail: [one.detail, tagged, one.account === account?.id ? "" : one.accountName]
        .filter(Boolean)
        .join(" · "),
      worth: (one.kind === "contact" ? hasWord : begins)(title, words) ? worth.name : worth.found,
      stays: one.kind === "tag",
      act: () => (one.kind === "tag" ? doing.look(`#${one.title}`) : go(one)),
    };
  };

  const places = (): Item[] => {
    const named = <P extends { to: string; name: PlaceName; icon: Item["icon"] }>(
      place: P,
      detail: string,
      act: () => void,
      keys?: string,
    ): Item[] => {
      const name = t(place.name);
      const also = otherName(place.name);
      if (typed && !fits(name, words) && !fits(also, words)) return [];
      const byOther = typed && !fits(name, words);
      return [
        {
          id: place.to.replaceAll(/[/$]/g, "-"),
          icon: place.icon,
          title: name,
          detail: [byOther && also, detail].filter(Boolean).join(" · "),
          keys,
          worth: typed && (begins(name, words) || begins(also, words)) ? worth.place : worth.other,
          act,
        },
      ];
    };
    const within = account
      ? [
          ...ofAccount.flatMap((place) =>
            named(place, account.name, () =>
              navigate({ to: place.to, params: { account: account.id } }),
            ),
          ),
          ...(cockpit?.cycle
            ? ofCycle.flatMap((place) =>
                named(place, account.name, () =>
                  navigate({ to: place.to, params: { cycle: cockpit.cycle ?? "" } }),
                ),
              )
            : []),
        ]
      : [];
    const outside = global
      .filter((place) => !("administrators" in place) || user?.role === "administrator")
      .flatMap((place) =>
        named(
          place,
          "",
          () => navigate({ to: place.to }),
          "keys" in place ? place.keys : undefined,
        ),
      );
    return [...within, ...outside];
  };

  const kinds = found.groups.filter(({ kind }) => kind !== "account");
  const sections = [
    { name: t("palette.do"), items: doings() },
    { name: t(typed ? "choice.FoundKind.account" : "palette.switch"), items: accounts() },
    ...kinds
      .map(({ kind, found }) => ({
        name: t(`choice.FoundKind.${kind}`),
        items: found.map(toFound),
      }))
      // What is called so stands above what only speaks of it.
      .sort((left, right) => best(right) - best(left)),
    { name: t("palette.go"), items: places() },
  ].filter(({ items }) => items.length > 0);
  return { sections, account };
}
