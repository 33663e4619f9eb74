import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowRight, IconDots, IconPencil, IconPlayerPlay } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { cycleFields } from "../account/account-fields";
import { AccountPage } from "../account/account-page";
import { CycleTabs } from "../account/place-tabs";
import type { Schemas } from "../api/client";
import { formatDate } from "../app/format";
import { LinkButton } from "../app/link-button";
import { Contributors, useMay } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { nextMeetingHour } from "../app/zone";
import { ArchivedList } from "../entity/archived-list";
import { type OpenForm, useEntityForm } from "../entity/use-entity-form";
import { meetingFields } from "../meeting/meeting-fields";
import { Chip } from "../ui/chip";
import { PersonMark } from "../ui/person";
import { Section } from "../ui/section";
import { asksReason } from "./asks-reason";
import { FocusInBrief, FocusTopics } from "./focus-topics";
import { LookBack } from "./look-back";
import { OtherCycles } from "./other-cycles";
import style from "./plan.module.css";
import { PlanObjectives } from "./plan-objectives";
import { planForms } from "./plan-options";
import { heardQuery, type PlanPageData, planQuery } from "./plan-query";
import { type PlanStep, planSteps } from "./plan-steps";
import { PlaybookPicker } from "./playbook-picker";
import { QuadrantChip } from "./quadrant";
import { ReadinessList } from "./readiness-list";
import { StartCycle } from "./start-cycle";
import { StepRail, useStepName } from "./step-rail";
import { firstStep, stepStates } from "./step-states";
import { ThenAndNow } from "./then-and-now";
import { Tray, usePlanFrom } from "./tray";
import { WhatChanged } from "./what-changed";

type Heard = Schemas["SignalBoard"] | undefined;

/** Planning a cycle: look back, see what changed, choose the focus, write objectives, start. */
export default function PlanPage() {
  const { cycle } = useParams({ from: "/cycles/$cycle/plan" });
  const query = useQuery(planQuery(cycle));
  const account = query.data?.account.id;
  // What can't be told of it now keeps nobody from planning.
  const heard = useQuery({
    ...heardQuery(account ?? ""),
    enabled: account !== undefined,
    throwOnError: false,
  });
  useLive(account, ["plan", cycle]);
  if (!query.data || heard.isLoading) return <Loading />;
  return <Plan key={cycle} plan={query.data} heard={heard.data} />;
}

/** The step that the address names; who named none begins where the plan lacks something. */
function useStep(plan: PlanPageData, heard: Heard): PlanStep {
  const { step } = useSearch({ from: "/cycles/$cycle/plan" });
  const navigate = useNavigate();
  const left = useLocation({ select: (location) => location.state.leftOpen?.length ?? 0 });
  const hash = useLocation({ select: (location) => location.hash });
  const [first] = useState(() => {
    if (plan.objectives.some(({ objective }) => objective.id === hash)) return "objectives";
    return left > 0 ? "back" : firstStep(plan, heard);
  });
  useEffect(() => {
    if (!step)
      navigate({
        to: "/cycles/$cycle/plan",
        params: { cycle: plan.cycle.id },
        search: { step: first },
        hash: true,
        state: true,
        replace: true,
        resetScroll: false,
      });
  }, [step, first, navigate, plan.cycle.id]);
  return step ?? first;
}

function Plan({ plan, heard }: { plan: PlanPageData; heard: Heard }) {
  const [form, open] = useEntityForm();
  const [picking, setPicking] = useState(false);
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { cycle, account } = plan;
  const step = useStep(plan, heard);
  const begun = cycle.state !== "planning";
  const forms = planForms(plan);
  const planFrom = usePlanFrom(plan, forms.objective, open);
  const { contribute } = useMay();
  const editable = cycle.state !== "closed";
  const offers = editable && contribute ? planFrom : undefined;
  return (
    <AccountPage account={account}>
      <OtherCycles account={account.id} shown={cycle.id} page="plan" />
      <Head plan={plan} step={step} open={open} />
      <CycleTabs cycle={cycle.id} />
      <div className={style.plan}>
        <StepRail cycle={cycle.id} now={step} begun={begun} states={stepStates(plan, heard)} />
        <Step step={step} begun={begun} cycle={cycle.id}>
          {step === "back" && <LookBack plan={plan} />}
          {step === "changed" && <WhatChanged plan={plan} heard={heard} planFrom={offers} />}
          {step === "focus" && (
            <>
              <FocusTopics plan={plan} open={open} editable={editable} />
              <ArchivedList
                parent={`/accounts/${account.id}`}
                collections={["/focus-topics"]}
                only={(entity) => entity.cycle === cycle.id}
              />
            </>
          )}
          {step === "objectives" && (
            <>
              {plan.focusTopics.length > 0 && (
                <Section title={t("plan.focus")}>
                  <FocusInBrief topics={plan.focusTopics} />
                </Section>
              )}
              <PlanObjectives
                plan={plan}
                heard={heard}
                forms={forms}
                open={open}
                planFrom={planFrom}
              />
            </>
          )}
          {step === "start" &&
            (begun ? (
              <ThenAndNow plan={plan} />
            ) : (
              <StartCycle
                plan={plan}
                planFrom={planFrom}
                onStarted={() =>
                  navigate({ to: "/accounts/$account", params: { account: account.id } })
                }
              />
            ))}
        </Step>
        <aside className={`${style.aside} no-print`}>
          {editable && (step === "focus" || step === "objectives") && (
            <Tray
              plan={plan}
              heard={heard}
              planFrom={planFrom}
              onPlaybook={() => setPicking(true)}
            />
          )}
          {!begun && step !== "start" && (
            <Section title={t("plan.ready")}>
              <ReadinessList plan={plan} planFrom={offers} />
            </Section>
          )}
          {step !== "back" && <FromLastCycle plan={plan} />}
        </aside>
      </div>
      {form}
      {picking && (
        <PlaybookPicker
          cycle={cycle.id}
          reason={asksReason(cycle) ? t("playbook.reason") : undefined}
          objectiveFields={forms.objective}
          open={open}
          onClose={() => setPicking(false)}
        />
      )}
    </AccountPage>
  );
}

function Head({ plan, step, open }: { plan: PlanPageData; step: PlanStep; open: OpenForm }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { cycle, account, team } = plan;
  const meant = plan.objectives.filter(({ objective }) => objective.state !== "dropped").length;
  const without = plan.goals.filter(
    ({ goal, stepsInCycle }) => goal.state === "open" && stepsInCycle === 0,
  ).length;
  const planning = cycle.state === "planning";
  return (
    <header className={style.head}>
      <div className={style.name}>
        <div className="row">
          <PageTitle of={account.name}>
            {t(planning ? "plan.planning" : "plan.title", { name: cycle.name })}
          </PageTitle>
          <Chip tone={planning ? "brand" : undefined}>{t(`choice.CycleState.${cycle.state}`)}</Chip>
        </div>
        <p className={style.lede}>
          {t("plan.dates", {
            from: formatDate(cycle.startsOn),
            to: formatDate(cycle.endsOn),
          })}{" "}
          {planning && `${t("plan.oneStep")} `}
          {t("plan.stand", { count: meant })}
          {without > 0 && (
            <>
              {", "}
              <Link
                className="fair"
                to="/accounts/$account/long-term"
                params={{ account: account.id }}
              >
                {t("plan.goalsWithout", { count: without })}
              </Link>
            </>
          )}
          .
        </p>
      </div>
      <div className={`${style.actions} no-print`}>
        {team.length > 0 && (
          <span className={style.team}>
            {team.slice(0, 6).map(({ member, person }) => (
              <PersonMark key={member} name={person.name} />
            ))}
          </span>
        )}
        {cycle.state !== "closed" && (
          <Contributors>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="default" size={32} aria-label={t("more")}>
                  <IconDots size={16} stroke={1.75} aria-hidden="true" />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item
                  leftSection={<IconPencil size={16} stroke={1.75} aria-hidden="true" />}
                  onClick={() =>
                    open({
                      title: t("cycle.edit"),
                      collection: "/cycles",
                      fields: cycleFields,
                      entity: cycle,
                      askReason: asksReason(cycle),
                      canArchive: cycle.state === "planning",
                    })
                  }
                >
                  {t("cycle.edit")}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconPlayerPlay size={16} stroke={1.75} aria-hidden="true" />}
                  onClick={() =>
                    open({
                      title: t("meeting.plan"),
                      collection: "/meetings",
                      parent: `/accounts/${account.id}/meetings`,
                      fields: meetingFields,
                      initial: {
                        kind: "cycle",
                        plannedAt: nextMeetingHour(),
                        duration: 60,
                        votes: 5,
                      },
                      extra: { cycle: cycle.id },
                      onSaved: (saved) =>
                        navigate({ to: "/meetings/$meeting", params: { meeting: saved.id } }),
                    })
                  }
                >
                  {t("plan.inMeeting")}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            {planning && step !== "start" && (
              <LinkButton
                to="/cycles/$cycle/plan"
                params={{ cycle: cycle.id }}
                search={{ step: "start" }}
              >
                {t("plan.toStart")}
              </LinkButton>
            )}
          </Contributors>
        )}
      </div>
    </header>
  );
}

/** One step under its name, with the ways to its neighbours. */
function Step({
  step,
  begun,
  cycle,
  children,
}: {
  step: PlanStep;
  begun: boolean;
  cycle: string;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const nameOf = useStepName(begun);
  const hash = useLocation({ select: (location) => location.hash });
  const heading = useRef<HTMLHeadingElement>(null);
  const was = useRef(`${step}#${hash}`);
  // Who went on to a step, or to something in it, is there.
  useEffect(() => {
    const now = `${step}#${hash}`;
    if (was.current === now) return;
    was.current = now;
    const entry = hash ? document.getElementById(hash) : null;
    const inRail = document.activeElement?.closest("nav");
    if (entry) {
      entry.focus({ preventScroll: true });
      entry.scrollIntoView({ block: "start" });
    } else if (!inRail) heading.current?.focus({ preventScroll: true });
  }, [step, hash]);
  const at = planSteps.indexOf(step);
  const next = planSteps[at + 1];
  return (
    <section className={style.step} aria-labelledby="plan-step">
      <header>
        <h2 id="plan-step" ref={heading} tabIndex={-1}>
          {nameOf(step)}
        </h2>
        <p className="muted">{t(`plan.asks.${step === "start" && begun ? "since" : step}`)}</p>
      </header>
      {children}
      {next && (
        <Link
          className={`${style.next} no-print`}
          to="/cycles/$cycle/plan"
          params={{ cycle }}
          search={{ step: next }}
        >
          {t("plan.next", { step: nameOf(next) })}
          <IconArrowRight size={16} stroke={1.75} aria-hidden="true" />
        </Link>
      )}
    </section>
  );
}

function FromLastCycle({ plan }: { plan: PlanPageData }) {
  const { t } = useTranslation();
  const { previous, previousRows } = plan;
  if (!previous || (previous.state !== "review" && previous.state !== "closed")) return null;
  return (
    <Section
      title={t("plan.fromLast", { name: previous.name })}
      action={
        <Link className={style.link} to="/cycles/$cycle/review" params={{ cycle: previous.id }}>
          {t("review.open")}
        </Link>
      }
    >
      <ul className={style.lines}>
        {previousRows.map((row) => (
          <li key={row.objective}>
            <div className={style.text}>
              <b>{row.title}</b>
              <p className={style.chips}>
                <QuadrantChip quadrant={row.quadrant} />
                {row.decision && <Chip tone="line">{t(`choice.Decision.${row.decision}`)}</Chip>}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
