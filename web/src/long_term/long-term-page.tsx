import { IconFlag } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { goalFields, visionFields } from "../account/account-fields";
import { AccountPage } from "../account/account-page";
import { api, data, type Schemas } from "../api/client";
import { formatDate, formatPercent } from "../app/format";
import { WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { ArchivedList } from "../entity/archived-list";
import { type Field, optionsOf } from "../entity/fields";
import { useEntityForm } from "../entity/use-entity-form";
import { AssumedMark } from "../question/assumed-mark";
import { StateSentence } from "../sentence/state-sentence";
import { ContractList, contractOf } from "../supply/contract-list";
import { Empty } from "../ui/empty";
import { archivedKpi, GoalKpi } from "./goal-kpi";

type Page = Schemas["LongTermPage"];
type Line = Page["goals"][number];

const milestoneFields: Field[] = [
  { name: "title", kind: "text", required: true },
  { name: "due", kind: "date", required: true },
  { name: "reachedOn", kind: "date" },
];

/** Vision, long-term goals and what each cycle does for them, to the farthest due date. */
export default function LongTermPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/long-term" });
  const [form, open] = useEntityForm();
  useLive(account);
  const query = useQuery({
    queryKey: ["account", account, "long-term"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/long-term", { params: { path: { account } } })),
  });
  if (!query.data) return <Loading />;
  const page = query.data;
  const kpis = optionsOf(page.kpis);
  const addGoal = () =>
    open({
      title: t("goal.title"),
      collection: "/long-term-goals",
      parent: `/accounts/${account}/long-term-goals`,
      fields: goalFields(kpis),
      initial: { kind: "strategic", state: "open" },
    });
  const adding = <WriteButton onClick={addGoal}>{t("longTerm.addGoal")}</WriteButton>;
  return (
    <AccountPage account={page.account}>
      <div className="row">
        <PageTitle of={page.account.name} grow>
          {t("longTerm.title")}
        </PageTitle>
        {page.goals.length > 0 && adding}
      </div>
      <StateSentence sentence={page.sentence} />
      <section className="card">
        <button
          type="button"
          id={page.vision?.id}
          className="plain vision"
          onClick={() =>
            open({
              title: t("vision"),
              collection: "/visions",
              parent: `/accounts/${account}/visions`,
              fields: visionFields,
              entity: page.vision ?? undefined,
            })
          }
        >
          {page.vision ? (
            <>
              <q>{page.vision.text}</q> <span className="muted">{page.vision.horizon}</span>{" "}
              <AssumedMark account={account} id={page.vision.id} />
            </>
          ) : (
            <span className="muted">{t("cockpit.addVision")}</span>
          )}
        </button>
      </section>
      {page.goals.length === 0 ? (
        <Empty icon={<IconFlag />} title={t("longTerm.none")} action={adding}>
          {t("cockpit.noGoals")}
        </Empty>
      ) : (
        <section className="card scroll" aria-label={t("timeLine.name")}>
          <table className="line">
            <thead>
              <tr>
                <th scope="col">{t("goals")}</th>
                {page.cycles.map((cycle) => (
                  <th
                    key={cycle.startsOn}
                    scope="col"
                    className={cycle.state === "active" ? "now" : undefined}
                  >
                    {cycle.id ? (
                      <Link
                        to={
                          cycle.state === "planning"
                            ? "/cycles/$cycle/plan"
                            : "/cycles/$cycle/review"
                        }
                        params={{ cycle: cycle.id }}
                      >
                        {cycle.name}
                      </Link>
                    ) : (
                      cycle.name
                    )}
                    <div className="muted">
                      {formatDate(cycle.startsOn)}
                      {cycle.state === "active" && ` · ${t("choice.CycleState.active")}`}
                    </div>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {page.goals.map((line) => (
                <tr key={line.goal.id}>
                  <th scope="row">
                    <button
                      type="button"
                      id={line.goal.id}
                      className="plain"
                      onClick={() =>
                        open({
                          title: t("goal.title"),
                          collection: "/long-term-goals",
                          fields: goalFields([...kpis, ...archivedKpi(line, t)]),
                          entity: line.goal,
                        })
                      }
                    >
                      {line.goal.title}{" "}
                      <AssumedMark account={line.goal.account} id={line.goal.id} />
                    </button>
                    <div className="muted">
                      {t(`choice.GoalKind.${line.goal.kind}`)} · {formatDate(line.goal.due)} ·{" "}
                      {t("goal.in", { count: line.monthsLeft })} ·{" "}
                      {t("longTerm.steps", { count: line.contributing })}
                    </div>
                    {line.kpi && <GoalKpi account={account} kpi={line.kpi} />}
                    {line.asks && <p className="fair">{t("longTerm.asks")}</p>}
                  </th>
                  {page.cycles.map((cycle) => (
                    <Cell
                      key={cycle.startsOn}
                      line={line}
                      cycle={cycle}
                      onMilestone={(milestone) =>
                        open({
                          title: t("longTerm.milestone"),
                          collection: "/milestones",
                          parent: `/long-term-goals/${line.goal.id}/milestones`,
                          fields: milestoneFields,
                          entity: milestone,
                          initial: {
                            due: [cycle.endsOn, line.goal.due].sort()[0],
                          },
                        })
                      }
                    />
                  ))}
                </tr>
              ))}
              {page.contracts.length > 0 && (
                <tr>
                  <th scope="row">{t("supply.contracts")}</th>
                  {page.cycles.map((cycle) => (
                    <td
                      key={cycle.startsOn}
                      className={cycle.state === "active" ? "now" : undefined}
                    >
                      {page.contracts
                        .filter(({ endsOn }) => isWithin(endsOn, cycle))
                        .map((contract) => (
                          <div
                            key={contract.productArea + contract.site}
                            className={contract.ended ? "muted" : undefined}
                          >
                            <span aria-hidden="true">◷</span> {formatDate(contract.endsOn)}{" "}
                            {contractOf(contract, t)}
                            {contract.ended && ` · ${t("supply.ended")}`}
                          </div>
                        ))}
                    </td>
                  ))}
                </tr>
              )}
            </tbody>
          </table>
        </section>
      )}
      <p className="muted">{t("longTerm.backwards")}</p>
      <ContractList contracts={page.contracts} />
      {form}
      <ArchivedList
        parent={`/accounts/${page.account.id}`}
        collections={["/long-term-goals", "/milestones", "/visions"]}
      />
    </AccountPage>
  );
}

const isWithin = (date: string, { startsOn, endsOn }: Page["cycles"][number]) =>
  date >= startsOn && date <= endsOn;

/** What one cycle does for one goal: steps taken, milestones placed, the due date itself. */
function Cell({
  line,
  cycle,
  onMilestone,
}: {
  line: Line;
  cycle: Page["cycles"][number];
  onMilestone: (milestone?: Line["milestones"][number]) => void;
}) {
  const { t } = useTranslation();
  const within = (date: string) => isWithin(date, cycle);
  const steps = line.steps.filter((step) => step.cycle === cycle.id);
  const milestones = line.milestones.filter(({ due }) => within(due));
  const past = cycle.state === "closed" || cycle.startsOn > line.goal.due;
  return (
    <td className={cycle.state === "active" ? "now" : undefined}>
      {steps.map((step) => (
        <div
          key={step.objective}
          className={step.kind === "contributes" ? "step" : "step supports"}
        >
          {step.title}{" "}
          <span className="muted">
            {step.state === "dropped"
              ? t("choice.ObjectiveState.dropped")
              : formatPercent(step.progress)}
            {step.kind === "supports" && ` · ${t("longTerm.supports")}`}
          </span>
        </div>
      ))}
      {milestones.map((milestone) => (
        <button
          key={milestone.id}
          type="button"
          id={milestone.id}
          className="plain milestone"
          onClick={() => onMilestone(milestone)}
        >
          <span aria-hidden="true">{milestone.reachedOn ? "✓" : "◆"}</span> {milestone.title}{" "}
          <AssumedMark account={milestone.account} id={milestone.id} />
        </button>
      ))}
      {within(line.goal.due) && (
        <div className="due">⚑ {t("longTerm.due", { date: formatDate(line.goal.due) })}</div>
      )}
      {!past && (
        <WriteButton
          variant="subtle"
          size="compact-xs"
          className="no-print"
          aria-label={t("longTerm.addMilestone", { cycle: cycle.name })}
          onClick={() => onMilestone()}
        >
          + ◆
        </WriteButton>
      )}
    </td>
  );
}
