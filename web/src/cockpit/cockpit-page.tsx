import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Suspense, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { goalFields, visionFields } from "../account/account-fields";
import { AccountPage } from "../account/account-page";
import { ApiProblem } from "../api/client";
import { laterPart, lazyPart } from "../app/lazy-part";
import { LinkButton } from "../app/link-button";
import { WriteButton } from "../app/may";
import { useToday } from "../app/session";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { CheckInForm } from "../check_in/lazy-check-in";
import { asksReason } from "../cycle/asks-reason";
import { planForms } from "../cycle/plan-options";
import { optionsOf, type Values } from "../entity/fields";
import { EntityForm } from "../entity/lazy-form";
import { newObjective } from "../objective/objective-fields";
import { LazyNews } from "../sentence/lazy-news";
import { useNews } from "../sentence/use-news";
import { toast } from "../ui/toast";
import { Aside } from "./aside";
import { Below } from "./below";
import style from "./cockpit.module.css";
import { CockpitHead } from "./cockpit-head";
import { type Cockpit, cockpitQuery } from "./cockpit-query";
import { LongTermLine } from "./long-term-line";
import { ObjectiveCard } from "./objective-card";
import type { Opened } from "./opened";
import { usePlanCycle } from "./use-plan-cycle";

// What is not seen first comes after it.
const Children = laterPart(async () => ({
  default: (await import("../account/children")).Children,
}));
const ArchivedList = laterPart(async () => ({
  default: (await import("../entity/archived-list")).ArchivedList,
}));
const SetUp = lazyPart(() => import("./set-up"));
const Wall = lazyPart(() => import("./wall"));

export function CockpitPage() {
  const { account } = useParams({ from: "/accounts/$account" });
  const { cycle } = useSearch({ from: "/accounts/$account" });
  const cockpit = useQuery({
    ...cockpitQuery(account, cycle),
    throwOnError: (problem) => !cycle || !isNone(problem),
  });
  usePresentInstead(account, Boolean(cycle) && isNone(cockpit.error));
  const news = useNews(account);
  useLive(account);
  // Whoever comes back to it, or to an entry of it, comes to where that stands.
  const [returns] = useState(cockpit.data !== undefined || window.location.hash !== "");
  if (!cockpit.data || news === undefined) return <Loading />;
  return <CockpitView cockpit={cockpit.data} returns={returns} />;
}

const isNone = (problem: unknown) => problem instanceof ApiProblem && problem.status === 404;

/** An address may name a cycle of another account, or one that is in the archive: the present one is shown. */
function usePresentInstead(account: string, none: boolean) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  useEffect(() => {
    if (!none) return;
    toast({ id: "no-such-cycle", message: t("cockpit.noSuchCycle") });
    navigate({ to: "/accounts/$account", params: { account }, search: {}, replace: true });
  }, [none, account, navigate, t]);
}

function CockpitView({ cockpit, returns }: { cockpit: Cockpit; returns: boolean }) {
  const { t } = useTranslation();
  const today = useToday();
  const [opened, setOpened] = useState<Opened>();
  const [presents, setPresents] = useState(false);
  const { account, vision } = cockpit;
  const plan = usePlanCycle(account.id, setOpened);
  const leaveWall = useCallback(() => setPresents(false), []);
  const openVision = () =>
    setOpened({
      title: t("vision"),
      collection: "/visions",
      parent: `/accounts/${account.id}/visions`,
      fields: visionFields,
      entity: vision ?? undefined,
    });
  const openGoal = (goal?: Cockpit["goals"][number]["goal"]) =>
    setOpened({
      title: t("goal.title"),
      collection: "/long-term-goals",
      parent: `/accounts/${account.id}/long-term-goals`,
      fields: goalFields(optionsOf(cockpit.kpis)),
      initial: { kind: "strategic", state: "open" },
      entity: goal,
    });
  return (
    <AccountPage account={account}>
      <CockpitHead
        cockpit={cockpit}
        onVision={openVision}
        onPlan={plan}
        onPresent={() => setPresents(true)}
      />
      <LazyNews account={account.id} />
      {(cockpit.cycles.length > 0 || cockpit.goals.length > 0) && (
        <LongTermLine cockpit={cockpit} onGoal={openGoal} />
      )}
      <div className={style.split}>
        <section className={style.objectives} aria-label={t("objectives")}>
          {cockpit.cycles.length === 0 ? (
            <Suspense fallback={null}>
              <SetUp cockpit={cockpit} />
            </Suspense>
          ) : (
            <Objectives cockpit={cockpit} returns={returns} onOpen={setOpened} />
          )}
          <Below atOnce={returns}>
            <Suspense fallback={null}>
              <ArchivedList
                parent={`/accounts/${account.id}`}
                collections={["/cycles", "/objectives", "/key-results"]}
                only={inCycle(cockpit)}
              />
            </Suspense>
          </Below>
        </section>
        <Below atOnce={returns}>
          <Aside cockpit={cockpit} />
        </Below>
      </div>
      <Below atOnce={returns}>
        <Suspense fallback={null}>
          <Children account={account.id} />
        </Suspense>
      </Below>
      {presents && (
        <Suspense fallback={null}>
          <Wall cockpit={cockpit} onClose={leaveWall} />
        </Suspense>
      )}
      {opened && "checkIn" in opened && (
        <CheckInForm view={opened.checkIn} today={today} onClose={() => setOpened(undefined)} />
      )}
      {opened && !("checkIn" in opened) && (
        <EntityForm {...opened} onClose={() => setOpened(undefined)} />
      )}
    </AccountPage>
  );
}

/** Whether an entity belongs to the cycle on the page; cycles themselves always do. */
const inCycle =
  ({ cycle, objectives }: Pick<Cockpit, "cycle" | "objectives">) =>
  (entity: Values) => {
    if (entity.objective) return objectives.some((view) => view.objective.id === entity.objective);
    return entity.cycle === undefined || entity.cycle === cycle;
  };

function Objectives({
  cockpit,
  returns,
  onOpen,
}: {
  cockpit: Cockpit;
  returns: boolean;
  onOpen: (opened: Opened) => void;
}) {
  const { t } = useTranslation();
  const cycle = cockpit.cycles.find((view) => view.cycle.id === cockpit.cycle)?.cycle;
  const forms = planForms(cockpit);
  const askReason = asksReason(cycle);
  const none = cockpit.objectives.length === 0;
  const [first, ...others] = cockpit.objectives.map((view, index) => (
    <ObjectiveCard
      key={view.objective.id}
      number={index + 1}
      view={view}
      cockpit={cockpit}
      active={cycle?.state === "active"}
      closed={cycle?.state === "closed"}
      askReason={askReason}
      fields={forms}
      onOpen={onOpen}
    />
  ));
  return (
    <>
      {first}
      <Below atOnce={returns}>
        {others}
        {cycle && cycle.state !== "closed" && (
          <div className={none ? `${style.add} ${style.first}` : `${style.add} no-print`}>
            {none && <p>{t("cockpit.noObjectives")}</p>}
            <WriteButton
              variant={none ? "filled" : "subtle"}
              size={none ? "sm" : "compact-md"}
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
              onClick={() =>
                onOpen({
                  title: t("objective.add"),
                  collection: "/objectives",
                  parent: `/cycles/${cycle.id}/objectives`,
                  fields: forms.objective,
                  initial: newObjective,
                  askReason,
                  hintsPath: `/cycles/${cycle.id}/objective-hints`,
                })
              }
            >
              {t("objective.add")}
            </WriteButton>
            {cycle.state === "planning" && (
              <LinkButton
                variant={none ? "default" : "filled"}
                to="/cycles/$cycle/plan"
                params={{ cycle: cycle.id }}
              >
                {t("plan.open")}
              </LinkButton>
            )}
            {cockpit.enoughObjectives && <span className="muted">{t("objective.many")}</span>}
          </div>
        )}
      </Below>
    </>
  );
}
