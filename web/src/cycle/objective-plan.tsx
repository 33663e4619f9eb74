import { ActionIcon, Menu } from "@mantine/core";
import {
  IconAntennaBars5,
  IconArrowNarrowRight,
  IconBookmark,
  IconDots,
  IconFlag3,
  IconPencil,
  IconPlus,
  IconTargetArrow,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatComputed, formatNumber, ofUnit } from "../app/format";
import { Contributors, WriteButton } from "../app/may";
import type { ObjectiveView } from "../cockpit/cockpit-query";
import { type Field, shownTo } from "../entity/fields";
import { nameOf } from "../entity/named";
import { SortableList } from "../entity/sortable-list";
import type { OpenForm } from "../entity/use-entity-form";
import { newKeyResult } from "../key_result/key-result-fields";
import { CustomerGoal } from "../objective/customer-goal";
import { outcomeName, outcomeUnit } from "../objective/outcome-name";
import { servesWords } from "../objective/serves";
import { AssumedMark } from "../question/assumed-mark";
import { Chip } from "../ui/chip";
import { PersonMark } from "../ui/person";
import { toast } from "../ui/toast";
import { asksReason } from "./asks-reason";
import { KeyResultPlan } from "./key-result-plan";
import style from "./plan.module.css";
import type { PlanPageData } from "./plan-query";
import { keepAsPlaybook } from "./playbook-picker";

const icon = { size: 16, stroke: 1.75, "aria-hidden": true } as const;

/** An objective as it is planned: what it shall move, what it serves and answers, how it is measured. */
export function ObjectivePlan({
  number,
  view,
  plan,
  answered,
  handle,
  forms,
  open,
  editable,
}: {
  number: number;
  view: ObjectiveView;
  plan: PlanPageData;
  /** The signals that it answers. */
  answered: Schemas["SignalView"][];
  handle: ReactNode;
  forms: { objective: Field[]; keyResult: Field[] };
  open: OpenForm;
  editable: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { objective } = view;
  const running = asksReason(plan.cycle);
  const hintsPath = `/objectives/${objective.id}/key-result-hints` as const;
  const owner = nameOf(plan.people, objective.owner);
  const edit = () =>
    open({
      title: t("objective.edit"),
      collection: "/objectives",
      fields: shownTo(forms.objective, "outcomeBaseline", view.outcome.decimals),
      entity: objective,
      askReason: running,
      hintsPath: `/cycles/${objective.cycle}/objective-hints`,
    });
  return (
    <article
      className={style.objective}
      id={objective.id}
      tabIndex={-1}
      aria-label={objective.title}
      data-dropped={objective.state === "dropped" || undefined}
    >
      <header>
        <div className={style.top}>
          {editable && handle}
          <Chip>{t("objective.number", { number })}</Chip>
          {objective.state === "dropped" && <Chip>{t("choice.ObjectiveState.dropped")}</Chip>}
          {objective.carriedFrom && <Chip tone="line">{t("plan.carried")}</Chip>}
          {objective.owner && (
            <span className={style.owner}>
              <PersonMark name={owner} size="s" beside />
              {owner}
            </span>
          )}
          <Contributors>
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={28}
                  className={`${style.more} no-print`}
                  aria-label={t("plan.moreOf", { title: objective.title })}
                >
                  <IconDots {...icon} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {editable && (
                  <Menu.Item leftSection={<IconPencil {...icon} />} onClick={edit}>
                    {t("objective.edit")}
                  </Menu.Item>
                )}
                <Menu.Item
                  leftSection={<IconBookmark {...icon} />}
                  onClick={async () => {
                    await keepAsPlaybook(view, i18n.language);
                    toast({ message: t("playbook.kept") });
                  }}
                >
                  {t("playbook.keep")}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Contributors>
        </div>
        <h3>
          <button type="button" className="plain" disabled={!editable} onClick={edit}>
            {objective.title}
          </button>{" "}
          <AssumedMark account={objective.account} id={objective.id} />
        </h3>
        <CustomerGoal objective={objective} />
        <ul className={style.facts}>
          <OutcomeFact view={view} />
          <GoalsFact objective={objective} goals={plan.goals} />
          {answered.map(({ signal }) => (
            <li key={signal.id}>
              <Link
                to="/accounts/$account/signals"
                params={{ account: objective.account }}
                hash={signal.id}
              >
                <IconAntennaBars5 {...icon} size={14} />
                {t("signal.answers", { title: signal.title })}
              </Link>
            </li>
          ))}
        </ul>
      </header>
      <SortableList
        collection="/key-results"
        items={view.keyResults.map(({ keyResult }) => keyResult)}
        render={(id, keyResultHandle) => {
          const one = view.keyResults.find(({ keyResult }) => keyResult.id === id);
          if (!one) return null;
          return (
            <KeyResultPlan
              view={one}
              plan={plan}
              handle={editable && keyResultHandle}
              editable={editable}
              open={open}
              onEdit={() =>
                open({
                  title: t("keyResult.edit"),
                  collection: "/key-results",
                  fields: shownTo(forms.keyResult, "start", one.decimals),
                  entity: one.keyResult,
                  askReason: running,
                  hintsPath,
                })
              }
            />
          );
        }}
      />
      {editable && (
        <Contributors>
          <div className={`${style.addKeyResult} no-print`}>
            <WriteButton
              variant="subtle"
              leftSection={<IconPlus {...icon} />}
              onClick={() =>
                open({
                  title: t("keyResult.add"),
                  collection: "/key-results",
                  parent: `/objectives/${objective.id}/key-results`,
                  fields: forms.keyResult,
                  initial: newKeyResult,
                  askReason: running,
                  hintsPath,
                })
              }
            >
              {t("keyResult.add")}
            </WriteButton>
            {view.enoughKeyResults && <span className="muted">{t("keyResult.many")}</span>}
            {view.keyResults.length === 0 && (
              <span className="muted">{t("objective.noKeyResults")}</span>
            )}
          </div>
        </Contributors>
      )}
    </article>
  );
}

function OutcomeFact({ view }: { view: ObjectiveView }) {
  const { t } = useTranslation();
  const { objective, outcome } = view;
  if (objective.outcomeKind === "none")
    return (
      <li data-lacks>
        <IconTargetArrow {...icon} size={14} />
        {t("objective.noOutcome")}
      </li>
    );
  return (
    <li>
      <IconTargetArrow {...icon} size={14} />
      <span>
        {t("outcome")}: {outcomeName(objective, t)}{" "}
        {formatComputed(outcome.baseline, outcome.decimals)}{" "}
        <IconArrowNarrowRight {...icon} size={14} className={style.arrow} />
        <span className="sr-only">→</span> {formatNumber(objective.outcomeTarget)}
        {ofUnit(outcomeUnit(objective), " ")}
      </span>
    </li>
  );
}

function GoalsFact({
  objective,
  goals,
}: {
  objective: Schemas["Objective"];
  goals: PlanPageData["goals"];
}) {
  const { t } = useTranslation();
  const served = goals.filter(({ goal }) => objective.goals.some((link) => link.goal === goal.id));
  return (
    <li data-lacks={served.length === 0 || undefined}>
      <Link
        to="/accounts/$account/long-term"
        params={{ account: objective.account }}
        hash={served[0]?.goal.id}
      >
        <IconFlag3 {...icon} size={14} />
        {servesWords(objective, goals, t)}
      </Link>
    </li>
  );
}
