import { IconBuildingFactory2, IconChevronLeft, IconDeviceFloppy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { LinkButton } from "../app/link-button";
import { useMay } from "../app/may";
import { PageTitle } from "../app/page-title";
import { useSession } from "../app/session";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { type Cockpit, cockpitQuery } from "../cockpit/cockpit-query";
import { Empty } from "../ui/empty";
import type { RailStep } from "../ui/rail";
import { LaterStep, StepActs, Steps } from "../ui/steps";
import { AccountFacts } from "./account-facts";
import { AccountStep } from "./account-step";
import { CycleStep } from "./cycle-step";
import style from "./first-run.module.css";
import { type FirstRunStep, firstMissing, firstRunSteps, stepsDone } from "./first-run-steps";
import { PeopleStep } from "./people-step";
import { ShareStep } from "./share-step";
import { useDrafts } from "./use-drafts";
import { useLeft } from "./use-left";
import { VisionStep } from "./vision-step";

declare module "@tanstack/history" {
  interface HistoryState {
    /** The step before was saved a moment ago. */
    goesOn?: boolean;
  }
}

/**
 * From nothing to the first cycle, in five steps that are each saved for themselves. What it returns is named: it would
 * hang on the address, whose type hangs on the pages, and TypeScript would take what any address says for `any`.
 */
export default function FirstRunPage(): ReactNode {
  const { account } = useSearch({ from: "/first-run" });
  // Another account's drafts are not this one's.
  return account ? <OfAccount key={account} account={account} /> : <NewAccount key="" />;
}

function NewAccount() {
  const { t } = useTranslation();
  const user = useSession()?.user;
  const [drafts, put] = useDrafts("first-run");
  const nameOf = useStepName();
  if (!user) return <Loading />;
  return (
    <div className="page">
      <Head title={t("firstRun.new")} />
      {user.role === "member" ? (
        <Empty icon={<IconBuildingFactory2 />} title={t("firstRun.notYours")}>
          {t("firstRun.notYoursWhat")}
        </Empty>
      ) : (
        <StepOf
          now="account"
          steps={firstRunSteps.map((step) => ({
            key: step,
            name: nameOf(step),
            says: t(`firstRun.says.${step}`),
            done: false,
            link: (content, current) =>
              step === "account" ? (
                <Link to="/first-run" aria-current={current}>
                  {content}
                </Link>
              ) : (
                <LaterStep>{content}</LaterStep>
              ),
          }))}
        >
          <AccountStep
            me={user}
            draft={drafts.account}
            onDraft={(draft) => put("account", draft)}
          />
        </StepOf>
      )}
    </div>
  );
}

function OfAccount({ account }: { account: string }) {
  const cockpit = useQuery(cockpitQuery(account));
  useLive(account);
  if (!cockpit.data) return <Loading />;
  return (
    <AccountPage account={cockpit.data.account}>
      <SetUp cockpit={cockpit.data} />
    </AccountPage>
  );
}

const useStepName = () => {
  const { t } = useTranslation();
  return (step: FirstRunStep) => t(`firstRun.step.${step}`);
};

function SetUp({ cockpit }: { cockpit: Cockpit }) {
  const { t } = useTranslation();
  const search = useSearch({ from: "/first-run" });
  const user = useSession()?.user ?? undefined;
  const [drafts, put] = useDrafts(`first-run ${cockpit.account.id}`);
  const nameOf = useStepName();
  const done = stepsDone(cockpit);
  // What is saved meanwhile leads nobody away from where they are.
  const [first] = useState(() => firstMissing(done));
  const now: FirstRunStep = search.step ?? first;
  const account = cockpit.account.id;
  const says = useSays(cockpit);
  const left = useLeft(drafts);
  const saysLeft = (step: FirstRunStep) => {
    const what = left(step);
    return what ? t("firstRun.left", { what }) : undefined;
  };
  const steps: RailStep[] = firstRunSteps.map((step) => ({
    key: step,
    name: nameOf(step),
    says: saysLeft(step) ?? says[step],
    // What still waits to be put right is not done, whatever is stored beside it.
    done: done[step] && saysLeft(step) === undefined,
    link: (content, current) => (
      <Link to="/first-run" search={{ account, step }} aria-current={current}>
        {content}
      </Link>
    ),
  }));
  const at = firstRunSteps.indexOf(now);
  const may = useMay();
  const [before, next] = [firstRunSteps[at - 1], firstRunSteps[at + 1]];
  return (
    <>
      <Head title={t("firstRun.title", { name: cockpit.account.name })} of={cockpit.account.name} />
      <StepOf now={now} steps={steps}>
        {now === "account" && !may.manage && <AccountFacts account={cockpit.account} />}
        {now === "account" && may.manage && (
          <AccountStep
            key={cockpit.account.version}
            me={user}
            account={cockpit.account}
            draft={drafts.account}
            onDraft={(draft) => put("account", draft)}
          />
        )}
        {now === "people" && <PeopleStep cockpit={cockpit} drafts={drafts} put={put} />}
        {now === "share" && <ShareStep cockpit={cockpit} drafts={drafts} put={put} />}
        {now === "vision" && <VisionStep cockpit={cockpit} drafts={drafts} put={put} />}
        {now === "cycle" && <CycleStep cockpit={cockpit} drafts={drafts} put={put} />}
        <StepActs label={t("firstRun.toAndFro")}>
          {before && (
            <LinkButton
              variant="default"
              leftSection={<IconChevronLeft size={16} stroke={1.75} aria-hidden="true" />}
              to="/first-run"
              search={{ account, step: before }}
            >
              {t("firstRun.back")}
            </LinkButton>
          )}
          <span className="grow" />
          {next ? (
            <LinkButton
              variant={done[now] ? "filled" : "subtle"}
              to="/first-run"
              search={{ account, step: next }}
            >
              {done[now] || !may.contribute
                ? t("firstRun.next", { step: nameOf(next) })
                : t("firstRun.skip", { step: nameOf(next) })}
            </LinkButton>
          ) : (
            <LinkButton variant="subtle" to="/accounts/$account" params={{ account }}>
              {t("firstRun.toCockpit")}
            </LinkButton>
          )}
        </StepActs>
      </StepOf>
    </>
  );
}

/** What each step has, or what it is for. */
function useSays(cockpit: Cockpit): Record<FirstRunStep, string> {
  const { t } = useTranslation();
  const { account, team, sites, productAreas, vision, goals, cycles } = cockpit;
  const done = stepsDone(cockpit);
  const parts = [
    t("firstRun.has.people", { count: team.length }),
    t("firstRun.has.sites", { count: sites.length }),
    t("firstRun.has.areas", { count: productAreas.length }),
  ];
  return {
    account: t("cadence", { count: account.cadence }),
    people: parts.join(", "),
    share: done.share ? t("firstRun.has.share") : t("firstRun.says.share"),
    vision: done.vision
      ? t("firstRun.has.goals", { count: goals.length })
      : vision
        ? t("firstRun.has.vision")
        : t("firstRun.says.vision"),
    cycle: cycles[0]?.cycle.name ?? t("firstRun.says.cycle"),
  };
}

function Head({ title, of }: { title: string; of?: string }) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <header className={style.head}>
      <PageTitle of={of}>{title}</PageTitle>
      {(may.contribute || may.manage) && (
        <p className="muted">
          <IconDeviceFloppy size={16} stroke={1.75} aria-hidden="true" /> {t("firstRun.saved")}
        </p>
      )}
    </header>
  );
}

/** One step beside the rail of all. */
function StepOf({
  now,
  steps,
  children,
}: {
  now: FirstRunStep;
  steps: RailStep[];
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const writes = now === "account" ? may.manage : may.contribute || may.manage;
  const goesOn = useLocation({ select: (location) => location.state.goesOn });
  return (
    <Steps
      label={t("firstRun.steps")}
      steps={steps}
      now={now}
      of={t("firstRun.of", {
        number: firstRunSteps.indexOf(now) + 1,
        count: firstRunSteps.length,
      })}
      lede={t(`firstRun.${writes ? "asks" : "reads"}.${now}`)}
      // Who made the account comes from another page's first step.
      arrives={goesOn}
    >
      {children}
    </Steps>
  );
}
