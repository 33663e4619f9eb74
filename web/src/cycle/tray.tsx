import { IconAntennaBars5, IconBook2, IconBulb, IconFlag3, IconMapPin } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { api, asSeen, data, type Schemas } from "../api/client";
import { formatDate } from "../app/format";
import { useMay } from "../app/may";
import type { Field } from "../entity/fields";
import type { OpenForm } from "../entity/use-entity-form";
import { newObjective } from "../objective/objective-fields";
import { Section } from "../ui/section";
import { asksReason } from "./asks-reason";
import style from "./plan.module.css";
import type { PlanPageData } from "./plan-query";

const icon = { size: 16, stroke: 1.75, "aria-hidden": true } as const;

/** Writes an objective that begins with something that is known already. */
export function usePlanFrom(plan: PlanPageData, fields: Field[], open: OpenForm) {
  const { t } = useTranslation();
  const begin = (more: Partial<Parameters<OpenForm>[0]>) =>
    open({
      title: t("objective.add"),
      collection: "/objectives",
      parent: `/cycles/${plan.cycle.id}/objectives`,
      fields,
      askReason: asksReason(plan.cycle),
      hintsPath: `/cycles/${plan.cycle.id}/objective-hints`,
      ...more,
    });
  return {
    nothing: () => begin({ initial: newObjective }),
    goal: (goal: Schemas["LongTermGoal"]) =>
      begin({ initial: { ...newObjective, goals: [{ goal: goal.id, kind: "contributes" }] } }),
    milestone: (milestone: Schemas["Milestone"]) =>
      begin({
        initial: {
          title: milestone.title,
          outcomeKind: "own",
          goals: [{ goal: milestone.goal, kind: "contributes" }],
        },
        onSaved: (saved) =>
          api.PATCH("/api/v1/milestones/{id}", {
            params: asSeen(milestone),
            body: { objective: saved.id },
          }),
      }),
    lesson: (lesson: string) => begin({ initial: { ...newObjective, why: lesson } }),
    signal: (signal: Schemas["Signal"]) =>
      begin({
        initial: { ...newObjective, why: signal.title },
        reason: asksReason(plan.cycle) ? t("signal.asReason", { title: signal.title }) : undefined,
        onSaved: (saved) =>
          data(
            api.POST("/api/v1/signals/{parent}/responses", {
              params: { path: { parent: signal.id } },
              body: { id: newId(), kind: "objective", target: saved.id, reason: signal.title },
            }),
          ),
      }),
  };
}

export type PlanFrom = ReturnType<typeof usePlanFrom>;

interface Offer {
  key: string;
  icon: ReactNode;
  title: string;
  from: string;
  lacks?: boolean;
  take: () => void;
}

/** What an objective can begin with: milestones, goals without a step, lessons, signals, playbooks. */
export function Tray({
  plan,
  heard,
  planFrom,
  onPlaybook,
}: {
  plan: PlanPageData;
  heard: Schemas["SignalBoard"] | undefined;
  planFrom: PlanFrom;
  onPlaybook: () => void;
}) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const open = plan.goals.filter(({ goal }) => goal.state === "open");
  const offers: Offer[] = [
    ...plan.suggestions.map(({ milestone, goalTitle }) => ({
      key: milestone.id,
      icon: <IconMapPin {...icon} />,
      title: milestone.title,
      from: t("plan.from.milestone", { goal: goalTitle, date: formatDate(milestone.due) }),
      take: () => planFrom.milestone(milestone),
    })),
    ...open
      .filter(({ stepsInCycle }) => stepsInCycle === 0)
      .map(({ goal }) => ({
        key: goal.id,
        icon: <IconFlag3 {...icon} />,
        title: goal.title,
        from: t("plan.from.goal"),
        lacks: true,
        take: () => planFrom.goal(goal),
      })),
    ...plan.previousRows
      .filter(({ lesson }) => lesson)
      .map(({ objective, lesson, cycleName }) => ({
        key: objective,
        icon: <IconBulb {...icon} />,
        title: lesson,
        from: t("plan.from.lesson", { cycle: cycleName }),
        take: () => planFrom.lesson(lesson),
      })),
    ...(heard?.signals ?? [])
      .filter(({ waits }) => waits)
      .map(({ signal }) => ({
        key: signal.id,
        icon: <IconAntennaBars5 {...icon} />,
        title: signal.title,
        from: t("plan.from.signal"),
        take: () => planFrom.signal(signal),
      })),
  ];
  if (contribute)
    offers.push({
      key: "playbook",
      icon: <IconBook2 {...icon} />,
      title: t("playbook.title"),
      from: t("plan.from.playbook"),
      take: onPlaybook,
    });
  return (
    <Section title={t("plan.tray")}>
      {open.length === 0 && <p className="muted">{t("plan.noGoals")}</p>}
      {open.length > 0 && open.every(({ stepsInCycle }) => stepsInCycle > 0) && (
        <p className="muted">{t("plan.allGoals")}</p>
      )}
      <ul className={style.tray}>
        {offers.map((offer) => {
          const words = (
            <>
              {offer.icon}
              <span>
                {offer.title}
                <small className={offer.lacks ? "fair" : undefined}>{offer.from}</small>
              </span>
            </>
          );
          return (
            <li key={offer.key}>
              {contribute ? (
                <button type="button" onClick={offer.take}>
                  {offer.key !== "playbook" && (
                    <span className="sr-only">{t("plan.takeStep")}: </span>
                  )}
                  {words}
                </button>
              ) : (
                <div>{words}</div>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
