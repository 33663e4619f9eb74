import { Button, Menu } from "@mantine/core";
import { IconTarget } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useLocation, useNavigate, useParams } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { cycleFields } from "../account/account-fields";
import { AccountPage } from "../account/account-page";
import { CycleTabs } from "../account/place-tabs";
import { api, data } from "../api/client";
import { ofAccounts } from "../api/use-send";
import { formatComputed, formatDate, formatNumber, formatShare } from "../app/format";
import { Contributors, WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import type { ObjectiveView } from "../cockpit/cockpit-query";
import { ArchivedList } from "../entity/archived-list";
import { type Field, shownTo } from "../entity/fields";
import { nameOf } from "../entity/named";
import { SortableList } from "../entity/sortable-list";
import { type OpenForm, useEntityForm } from "../entity/use-entity-form";
import { newKeyResult } from "../key_result/key-result-fields";
import { CustomerGoal } from "../objective/customer-goal";
import { AssumedMark } from "../question/assumed-mark";
import { Doubt } from "../question/doubt";
import { Chip } from "../ui/chip";
import { Empty } from "../ui/empty";
import { toast } from "../ui/toast";
import { asksReason } from "./asks-reason";
import { LeftOpen } from "./left-open";
import { OtherCycles } from "./other-cycles";
import { planForms } from "./plan-options";
import { type PlanPageData, planQuery } from "./plan-query";
import { keepAsPlaybook, PlaybookPicker } from "./playbook-picker";
import { QuadrantChip } from "./quadrant";
import { ReadinessList } from "./readiness-list";
import { Suggestions } from "./suggestions";
import { ThenAndNow } from "./then-and-now";

/** Planning a cycle: look back, choose the focus, write objectives and key results, start. */
export default function PlanPage() {
  const { cycle } = useParams({ from: "/cycles/$cycle/plan" });
  const query = useQuery(planQuery(cycle));
  useLive(query.data?.account.id, ["plan", cycle]);
  if (!query.data) return <Loading />;
  return <Plan plan={query.data} />;
}

const focusFields: Field[] = [
  { name: "title", kind: "text", required: true },
  { name: "why", kind: "prose" },
];

function Plan({ plan }: { plan: PlanPageData }) {
  const { t } = useTranslation();
  const [form, open] = useEntityForm();
  const { cycle, account } = plan;
  const running = cycle.state === "active";
  const closed = cycle.state === "closed";
  return (
    <AccountPage account={account}>
      <OtherCycles account={account.id} shown={cycle.id} page="plan" />
      <CycleTabs cycle={cycle.id} />
      <div className="row">
        <PageTitle of={account.name}>{t("plan.title", { name: cycle.name })}</PageTitle>
        <Chip>{t(`choice.CycleState.${cycle.state}`)}</Chip>
        <span className="muted grow">
          {formatDate(cycle.startsOn)} – {formatDate(cycle.endsOn)}
        </span>
        {!closed && (
          <WriteButton
            variant="default"
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
          </WriteButton>
        )}
      </div>
      <div className="cockpit">
        <div className="stack">
          {plan.doubt && <Doubt account={account.id} />}
          <LastCycle plan={plan} />
          <FocusTopics plan={plan} open={open} />
          <Objectives plan={plan} open={open} />
          {(running || closed) && <ThenAndNow plan={plan} />}
        </div>
        <aside className="aside">
          {cycle.state === "planning" && <ReadinessList plan={plan} />}
          <Suggestions plan={plan} open={open} running={asksReason(cycle)} />
        </aside>
      </div>
      {form}
    </AccountPage>
  );
}

function LastCycle({ plan }: { plan: PlanPageData }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leftOpen = useLocation({ select: (location) => location.state.leftOpen });
  const { previous, cycle } = plan;
  if (!previous) return null;
  // Until its review there is nothing to take over or to learn.
  const decided = previous.state === "review" || previous.state === "closed";
  const carry = async () => {
    const { leftOpen } = await data(
      api.POST("/api/v1/cycles/{id}/carry-over", {
        params: { path: { id: cycle.id } },
        body: { from: previous.id },
      }),
    );
    await navigate({
      to: "/cycles/$cycle/plan",
      params: { cycle: cycle.id },
      state: { leftOpen },
      replace: true,
    });
    await queries.invalidateQueries(ofAccounts);
  };
  return (
    <section className="card">
      <div className="head">
        <h2>{t(decided ? "plan.last" : "plan.before", { name: previous.name })}</h2>
        <Link to="/cycles/$cycle/review" params={{ cycle: previous.id }}>
          {t("review.open")}
        </Link>
      </div>
      {!decided && (
        <p className="muted">{t("plan.undecided", { date: formatDate(previous.endsOn) })}</p>
      )}
      <ul className="list">
        {(decided ? plan.previousRows : []).map((row) => (
          <li key={row.objective}>
            <div className="row">
              <span className="grow">{row.title}</span>
              <span className="muted">
                {t("effect.result")} {formatShare(row.result)} · {t("outcome")}{" "}
                {formatShare(row.effect)}
              </span>
              <QuadrantChip quadrant={row.quadrant} />
              {row.decision && <Chip>{t(`choice.Decision.${row.decision}`)}</Chip>}
            </div>
            {row.lesson && <q className="muted">{row.lesson}</q>}
          </li>
        ))}
      </ul>
      {leftOpen && <LeftOpen entries={leftOpen} />}
      {plan.waitingToCarry > 0 && (
        <WriteButton onClick={carry}>{t("plan.carry", { count: plan.waitingToCarry })}</WriteButton>
      )}
    </section>
  );
}

function FocusTopics({ plan, open }: { plan: PlanPageData; open: OpenForm }) {
  const { t } = useTranslation();
  const { cycle, focusTopics } = plan;
  return (
    <section className="card">
      <div className="head">
        <h2>{t("plan.focus")}</h2>
        {cycle.state !== "closed" && (
          <WriteButton
            variant="subtle"
            onClick={() =>
              open({
                title: t("plan.addFocus"),
                collection: "/focus-topics",
                parent: `/cycles/${cycle.id}/focus-topics`,
                fields: focusFields,
              })
            }
          >
            {t("plan.addFocus")}
          </WriteButton>
        )}
      </div>
      {focusTopics.length === 0 && <p className="muted">{t("plan.noFocus")}</p>}
      <SortableList
        collection="/focus-topics"
        items={focusTopics}
        render={(id, handle) => {
          const topic = focusTopics.find((one) => one.id === id);
          if (!topic) return null;
          return (
            <div className="row sortable">
              {handle}
              <button
                type="button"
                className="plain grow"
                onClick={() =>
                  open({
                    title: t("plan.editFocus"),
                    collection: "/focus-topics",
                    fields: focusFields,
                    entity: topic,
                  })
                }
              >
                <b>{topic.title}</b>
                <div className="muted">{topic.why}</div>
              </button>
              {topic.votes > 0 && <Chip>{t("plan.votes", { count: topic.votes })}</Chip>}
            </div>
          );
        }}
      />
    </section>
  );
}

function Objectives({ plan, open }: { plan: PlanPageData; open: OpenForm }) {
  const { t } = useTranslation();
  const [picking, setPicking] = useState(false);
  const forms = planForms(plan);
  const { cycle } = plan;
  const running = asksReason(cycle);
  const editable = cycle.state !== "closed";
  const add = () =>
    open({
      title: t("objective.add"),
      collection: "/objectives",
      parent: `/cycles/${cycle.id}/objectives`,
      fields: forms.objective,
      initial: { outcomeKind: "supply", outcomeUnit: "%" },
      askReason: running,
      hintsPath: `/cycles/${cycle.id}/objective-hints`,
    });
  return (
    <section className="stack" aria-label={t("objectives")}>
      {plan.objectives.length === 0 && (
        <Empty icon={<IconTarget />} title={t("plan.noObjective")}>
          {t("cockpit.noObjectives")}
        </Empty>
      )}
      <SortableList
        collection="/objectives"
        items={plan.objectives.map(({ objective }) => objective)}
        render={(id, handle) => {
          const view = plan.objectives.find(({ objective }) => objective.id === id);
          if (!view) return null;
          return (
            <ObjectivePlan
              view={view}
              plan={plan}
              handle={handle}
              forms={forms}
              open={open}
              running={running}
              editable={editable}
            />
          );
        }}
      />
      {editable && (
        <div className="row no-print">
          <WriteButton onClick={add}>{t("objective.add")}</WriteButton>
          <WriteButton variant="default" onClick={() => setPicking(true)}>
            {t("playbook.title")}
          </WriteButton>
          {plan.enoughObjectives && <span className="muted">{t("objective.many")}</span>}
        </div>
      )}
      <ArchivedList
        parent={`/accounts/${plan.account.id}`}
        collections={["/focus-topics", "/objectives", "/key-results"]}
        only={(entity) =>
          entity.objective
            ? plan.objectives.some((view) => view.objective.id === entity.objective)
            : entity.cycle === cycle.id
        }
      />
      {picking && (
        <PlaybookPicker
          cycle={cycle.id}
          reason={running ? t("playbook.reason") : undefined}
          objectiveFields={forms.objective}
          open={open}
          onClose={() => setPicking(false)}
        />
      )}
    </section>
  );
}

function ObjectivePlan({
  view,
  plan,
  handle,
  forms,
  open,
  running,
  editable,
}: {
  view: ObjectiveView;
  plan: PlanPageData;
  handle: ReactNode;
  forms: { objective: Field[]; keyResult: Field[] };
  open: OpenForm;
  running: boolean;
  editable: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { objective } = view;
  const hintsPath = `/objectives/${objective.id}/key-result-hints` as const;
  const served = plan.goals.filter(({ goal }) =>
    objective.goals.some((link) => link.goal === goal.id),
  );
  return (
    <article className="card plan-objective" aria-label={objective.title}>
      <div className="row">
        {editable && handle}
        <button
          type="button"
          className="plain grow"
          disabled={!editable}
          onClick={() =>
            open({
              title: t("objective.edit"),
              collection: "/objectives",
              fields: shownTo(forms.objective, "outcomeBaseline", view.outcome.decimals),
              entity: objective,
              askReason: running,
              hintsPath: `/cycles/${objective.cycle}/objective-hints`,
            })
          }
        >
          <h2>
            {objective.title} <AssumedMark account={objective.account} id={objective.id} />
          </h2>
        </button>
        <Contributors>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="subtle" aria-label={t("plan.moreOf", { title: objective.title })}>
                {t("more")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
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
      <p className="muted">
        {[
          objective.outcomeKind === "none"
            ? t("objective.noOutcome")
            : `${t("outcome")}: ${objective.outcome || t(`choice.OutcomeKind.${objective.outcomeKind}`)} ${formatComputed(view.outcome.baseline, view.outcome.decimals)} → ${formatNumber(objective.outcomeTarget)} ${objective.outcomeUnit}`,
          served.length > 0
            ? t("objective.serves", { goals: served.map(({ goal }) => goal.title).join(", ") })
            : t("objective.servesNone"),
          objective.carriedFrom && t("plan.carried"),
          objective.state === "dropped" && t("choice.ObjectiveState.dropped"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <CustomerGoal objective={objective} />
      <SortableList
        collection="/key-results"
        items={view.keyResults.map(({ keyResult }) => keyResult)}
        render={(id, keyResultHandle) => {
          const one = view.keyResults.find(({ keyResult }) => keyResult.id === id);
          if (!one) return null;
          const { keyResult } = one;
          return (
            <div className="row sortable">
              {editable && keyResultHandle}
              <button
                type="button"
                className="plain grow"
                disabled={!editable}
                onClick={() =>
                  open({
                    title: t("keyResult.edit"),
                    collection: "/key-results",
                    fields: shownTo(forms.keyResult, "start", one.decimals),
                    entity: keyResult,
                    askReason: running,
                    hintsPath,
                  })
                }
              >
                {keyResult.title} <AssumedMark account={keyResult.account} id={keyResult.id} />
                <div className="muted">
                  {[
                    measureOf(one, t),
                    keyResult.follows !== "check_ins" && t(`choice.Follows.${keyResult.follows}`),
                    nameOf(plan.people, keyResult.owner),
                    t("plan.weight", { weight: formatComputed(one.weight, 1) }),
                    keyResult.state === "dropped" && t("choice.KeyResultState.dropped"),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </div>
              </button>
            </div>
          );
        }}
      />
      {editable && (
        <WriteButton
          variant="subtle"
          size="compact-md"
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
      )}
    </article>
  );
}

function measureOf({ keyResult, decimals }: ObjectiveView["keyResults"][number], t: TFunction) {
  // The first stage is where it begins.
  if (keyResult.kind === "stages") return t("plan.stages", { count: keyResult.stages.length - 1 });
  if (keyResult.kind === "corridor")
    return `${keyResult.lower !== null ? `≥ ${formatNumber(keyResult.lower)}` : ""} ${keyResult.upper !== null ? `≤ ${formatNumber(keyResult.upper)}` : ""} ${keyResult.unit}`;
  return `${keyResult.follows === "check_ins" ? formatNumber(keyResult.start) : formatComputed(keyResult.start, decimals)} → ${formatNumber(keyResult.target)} ${keyResult.unit}`;
}
