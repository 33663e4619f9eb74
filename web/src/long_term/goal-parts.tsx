import { Menu } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDate, formatPercent } from "../app/format";
import { Contributors } from "../app/may";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { asksReason } from "../cycle/asks-reason";
import { planForms } from "../cycle/plan-options";
import { AssumedMark } from "../question/assumed-mark";
import { Bar } from "../ui/bar";
import { Chip } from "../ui/chip";
import { GoalKpi } from "./goal-kpi";
import type { LineCycle } from "./line-layout";
import style from "./long-term.module.css";
import type { GoalLine, GoalsProps, Milestone, Page, Step } from "./long-term-part";

/** What a goal is, by which one sees that it is reached, and how much time is left. */
export function GoalName({ line, onGoal }: { line: GoalLine; onGoal: GoalsProps["onGoal"] }) {
  const { t } = useTranslation();
  const { goal } = line;
  return (
    <div className={style.goal}>
      <h2>
        <button type="button" id={goal.id} className="plain" onClick={() => onGoal(line)}>
          {goal.title}
        </button>{" "}
        <AssumedMark account={goal.account} id={goal.id} />
      </h2>
      {goal.measure && <p>{goal.measure}</p>}
      <div className={style.facts}>
        <Chip tone="brand">
          {t(`choice.GoalKind.${goal.kind}`)} ·{" "}
          {goal.state === "open"
            ? t("goal.in", { count: line.monthsLeft })
            : t(`choice.GoalState.${goal.state}`)}
        </Chip>
        {line.contributing > 0 && (
          <small>{t("longTerm.steps", { count: line.contributing })}</small>
        )}
      </div>
      {line.kpi && <GoalKpi account={goal.account} kpi={line.kpi} />}
    </div>
  );
}

/** An objective that serves a goal: solid where it contributes, dashed where it supports. */
export function StepCard({ step, account }: { step: Step; account: string }) {
  const { t } = useTranslation();
  const dropped = step.state === "dropped";
  const judged = !dropped && step.state !== "active" && step.state !== "draft";
  const { health, outdated, total } = step;
  // An answer that was kept from an older version does not say how it stands.
  const stands = health && t(`choice.Health.${health}`);
  const how =
    dropped || judged
      ? t(`choice.ObjectiveState.${step.state}`)
      : health === "outdated" && total > 1
        ? t("longTerm.outdated", { health: stands, count: outdated, total })
        : stands;
  return (
    <Link
      to="/accounts/$account"
      params={{ account }}
      search={{ cycle: step.cycle }}
      hash={step.objective}
      className={style.step}
      data-kind={step.kind}
      data-dropped={dropped || undefined}
      title={step.title}
    >
      <span className={style.stepHead}>
        {step.number > 0 && <b>{t("timeLine.objective", { number: step.number })}</b>}{" "}
        <span className={style.stepTitle}>{step.title}</span>{" "}
        {!dropped && <b className={style.figure}>{formatPercent(step.progress)}</b>}
      </span>
      {!dropped && (
        <span className={style.stepBar} aria-hidden="true">
          <Bar
            size="thin"
            told
            progress={step.progress}
            expected={judged ? null : step.expected}
            stale={!judged && step.outdated > 0}
          />
        </span>
      )}
      <small>{[t(`choice.GoalLinkKind.${step.kind}`), how].filter(Boolean).join(" · ")}</small>
    </Link>
  );
}

/** The title of a milestone with its day, and by which objective it is to be reached. */
export function MilestoneWords({
  milestone,
  page,
}: {
  milestone: Milestone;
  page: Pick<Page, "today" | "goals">;
}) {
  const { t } = useTranslation();
  const { due, reachedOn, objective } = milestone;
  const by = page.goals
    .flatMap(({ steps }) => steps)
    .find((step) => step.objective === objective)?.number;
  const late = !reachedOn && due < page.today;
  return (
    <>
      <b>{milestone.title}</b>{" "}
      <small className={late ? style.late : undefined}>
        {reachedOn ? t("longTerm.reachedOn", { date: formatDate(reachedOn) }) : formatDate(due)}
        {late && ` · ${t("longTerm.late")}`}
        {by !== undefined && by > 0 && ` · ${t("longTerm.by", { number: by })}`}
      </small>
    </>
  );
}

/** Asked where nothing in the cycle brings a goal nearer, with the two ways to an answer. */
export function Ask({
  page,
  goal,
  cycle,
  onOpen,
}: {
  page: Page;
  goal: string;
  cycle: LineCycle;
  onOpen: GoalsProps["onOpen"];
}) {
  const { t } = useTranslation();
  const plans = cycle.id !== null && (cycle.state === "active" || cycle.state === "planning");
  return (
    <div className={style.ask}>
      <b>{t("longTerm.asks")}</b>
      {plans && cycle.id && (
        <Contributors>
          <p>
            <Link to="/cycles/$cycle/plan" params={{ cycle: cycle.id }}>
              {t("longTerm.planStep")}
            </Link>{" "}
            ·{" "}
            <LinkObjective account={page.account.id} cycle={cycle.id} goal={goal} onOpen={onOpen} />
          </p>
        </Contributors>
      )}
    </div>
  );
}

/** Chooses the objective that is to contribute to the goal; its form tells the goals that it serves. */
function LinkObjective({
  account,
  goal,
  cycle,
  onOpen,
}: {
  account: string;
  goal: string;
  cycle: string;
  onOpen: GoalsProps["onOpen"];
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { data } = useQuery({ ...cockpitQuery(account, cycle), enabled: opened });
  const objectives = data?.objectives.filter(({ objective }) => objective.state !== "dropped");
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start">
      <Menu.Target>
        <button type="button">{t("longTerm.link")}</button>
      </Menu.Target>
      <Menu.Dropdown>
        {!data && <Menu.Label>{t("loading")}</Menu.Label>}
        {objectives?.length === 0 && <Menu.Label>{t("longTerm.noObjective")}</Menu.Label>}
        {objectives?.map(({ objective }) => (
          <Menu.Item
            key={objective.id}
            maw={420}
            onClick={() =>
              data &&
              onOpen({
                title: objective.title,
                collection: "/objectives",
                fields: planForms(data).objective.filter(({ name }) => name === "goals"),
                entity: objective,
                proposal: {
                  goals: [
                    ...objective.goals.filter((link) => link.goal !== goal),
                    { goal, kind: "contributes" },
                  ],
                },
                canArchive: false,
                askReason: asksReason(data.cycles.find((view) => view.cycle.id === cycle)?.cycle),
              })
            }
          >
            {objective.title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Puts a milestone on the way. */
export function AddMilestone({ label, onClick }: { label: string; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Contributors>
      <button
        type="button"
        className={`${style.add} no-print`}
        aria-label={label}
        onClick={onClick}
      >
        <IconPlus size={14} stroke={1.75} aria-hidden="true" />
        {t("longTerm.milestone")}
      </button>
    </Contributors>
  );
}
