import { SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconEye, IconFlag3, IconFlag3Filled } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { goalFields, visionFields } from "../account/account-fields";
import { AccountPage } from "../account/account-page";
import { api, data } from "../api/client";
import { useMay, WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { ArchivedList } from "../entity/archived-list";
import { type Field, optionsOf } from "../entity/fields";
import { useEntityForm } from "../entity/use-entity-form";
import { AssumedMark } from "../question/assumed-mark";
import { StateSentence } from "../sentence/state-sentence";
import { ContractList } from "../supply/contract-list";
import { Empty } from "../ui/empty";
import { archivedKpi } from "./goal-kpi";
import { GoalLanes } from "./goal-lanes";
import { GoalList } from "./goal-list";
import style from "./long-term.module.css";
import { type GoalLine, type GoalsProps, type Page, presentOf } from "./long-term-part";

const milestoneFields: Field[] = [
  { name: "title", kind: "text", required: true },
  { name: "due", kind: "date", required: true },
  { name: "reachedOn", kind: "date" },
];

/** The goals and what each cycle does for them, on the way to the vision. */
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
  const goals: GoalsProps = {
    page,
    now: presentOf(page.cycles),
    onOpen: open,
    onGoal: (line) =>
      open({
        title: t("goal.title"),
        collection: "/long-term-goals",
        fields: goalFields([...kpis, ...archivedKpi(line, t)]),
        entity: line.goal,
      }),
    onMilestone: ({ goal }: GoalLine, milestone, due) =>
      open({
        title: t(milestone ? "longTerm.milestoneOf" : "longTerm.addMilestoneFor", {
          goal: goal.title,
        }),
        collection: "/milestones",
        parent: `/long-term-goals/${goal.id}/milestones`,
        // What is only planned has not been reached.
        fields: milestone
          ? milestoneFields
          : milestoneFields.filter(({ name }) => name !== "reachedOn"),
        entity: milestone,
        initial: { due },
      }),
  };
  const adding = (
    <WriteButton
      leftSection={<IconFlag3 size={18} stroke={1.75} aria-hidden="true" />}
      onClick={() =>
        open({
          title: t("goal.title"),
          collection: "/long-term-goals",
          parent: `/accounts/${account}/long-term-goals`,
          fields: goalFields(kpis),
          initial: { kind: "strategic", state: "open" },
        })
      }
    >
      {t("longTerm.addGoal")}
    </WriteButton>
  );
  const vision = (
    <Vision
      page={page}
      onVision={() =>
        open({
          title: t("vision"),
          collection: "/visions",
          parent: `/accounts/${account}/visions`,
          fields: visionFields,
          entity: page.vision ?? undefined,
        })
      }
    />
  );
  return (
    <AccountPage account={page.account}>
      <Goals goals={goals} vision={vision} adding={adding} />
      <ContractList contracts={page.contracts} />
      {form}
      <ArchivedList
        parent={`/accounts/${page.account.id}`}
        collections={["/long-term-goals", "/milestones", "/visions"]}
      />
    </AccountPage>
  );
}

/** As a line, or as a list: on a phone, where a line has no room, always. */
function Goals({
  goals,
  vision,
  adding,
}: {
  goals: GoalsProps;
  vision: React.ReactNode;
  adding: React.ReactNode;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { page, now } = goals;
  const account = page.account.id;
  const chosen = useSearch({ from: "/accounts/$account/long-term" }).view ?? "line";
  const phone = useMediaQuery("screen and (max-width: 47.99em)", undefined, {
    getInitialValueInEffect: false,
  });
  const any = page.goals.length > 0;
  const view = phone ? "list" : chosen;
  return (
    <>
      <header className={style.head}>
        <div className="grow">
          <PageTitle of={page.account.name}>{t("timeLine.name")}</PageTitle>
          <StateSentence sentence={page.sentence} />
        </div>
        {any && !phone && (
          <SegmentedControl
            className="no-print"
            aria-label={t("longTerm.view")}
            value={view}
            onChange={(next) =>
              navigate({
                to: "/accounts/$account/long-term",
                params: { account },
                search: { view: next === "list" ? "list" : undefined },
                replace: true,
              })
            }
            data={[
              { value: "line", label: t("longTerm.asLine") },
              { value: "list", label: t("longTerm.asList") },
            ]}
          />
        )}
        {any && adding}
      </header>
      {!any && (
        <Empty icon={<IconFlag3 />} title={t("longTerm.none")} action={adding}>
          {t("cockpit.noGoals")}
        </Empty>
      )}
      <section
        className={style.panel}
        data-view={any ? view : "list"}
        aria-label={t("timeLine.name")}
      >
        {any && view === "line" && (
          <div className={style.scroll}>
            <GoalLanes {...goals} />
          </div>
        )}
        {any && view === "list" && <GoalList {...goals} />}
        {vision}
      </section>
      {any && view === "line" && (
        <div className={style.legend}>
          <span>
            <IconFlag3Filled size={16} aria-hidden="true" /> {t("longTerm.goal")}
          </span>
          <span className={style.diamond}>{t("longTerm.becomes")}</span>
          {page.cycles.length > 1 && (
            <span>{t("longTerm.wider", { name: page.cycles[now]?.name })}</span>
          )}
        </div>
      )}
    </>
  );
}

/** Where it all leads to. */
function Vision({ page, onVision }: { page: Page; onVision: () => void }) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const { vision, account } = page;
  if (!vision && !contribute) return null;
  return (
    <div className={style.vision}>
      <small>
        <IconEye size={16} stroke={1.75} aria-hidden="true" />
        {vision?.horizon ? t("cockpit.visionOf", { year: vision.horizon }) : t("vision")}
      </small>
      <button type="button" id={vision?.id} className="plain" onClick={onVision}>
        {vision ? <q>{vision.text}</q> : <span>{t("cockpit.addVision")}</span>}
      </button>
      {vision && <AssumedMark account={account.id} id={vision.id} />}
    </div>
  );
}
