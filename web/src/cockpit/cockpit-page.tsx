import { Button, Menu } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { goalFields, visionFields } from "../account/account-fields";
import { AccountPage } from "../account/account-page";
import { ChangeLine } from "../activity/change-line";
import { formatInstant, formatPercent } from "../app/format";
import { lazyPart } from "../app/lazy-part";
import { WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { useToday } from "../app/session";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { CheckInForm } from "../check_in/lazy-check-in";
import { asksReason } from "../cycle/asks-reason";
import { planForms } from "../cycle/plan-options";
import { ArchivedList } from "../entity/archived-list";
import type { EntityFormProps } from "../entity/entity-form";
import { optionsOf, type Values } from "../entity/fields";
import { EntityForm } from "../entity/lazy-form";
import { AssumedMark } from "../question/assumed-mark";
import { LazyNews } from "../sentence/lazy-news";
import { StateSentence } from "../sentence/state-sentence";
import { useNews } from "../sentence/use-news";
import { SignalState } from "../signal/signal-card";
import { periodWithState } from "../supply/period-name";
import { SupplyMatrix } from "../supply/supply-matrix";
import { Chip } from "../ui/chip";
import { Priority } from "../ui/priority";
import { type Cockpit, cockpitQuery } from "./cockpit-query";
import { CycleControls } from "./cycle-controls";
import { ObjectiveCard } from "./objective-card";
import type { Opened } from "./opened";
import { TimeLine } from "./time-line";

const Children = lazyPart(async () => ({
  default: (await import("../account/children")).Children,
}));

export function CockpitPage() {
  const { account } = useParams({ from: "/accounts/$account" });
  const { cycle } = useSearch({ from: "/accounts/$account" });
  const cockpit = useQuery(cockpitQuery(account, cycle));
  const news = useNews(account);
  useLive(account);
  if (!cockpit.data || news === undefined) return <Loading />;
  return <CockpitView cockpit={cockpit.data} />;
}

function CockpitView({ cockpit }: { cockpit: Cockpit }) {
  const { t } = useTranslation();
  const today = useToday();
  const [opened, setOpened] = useState<Opened>();
  const account = cockpit.account;
  const cycle = cockpit.cycles.find((view) => view.cycle.id === cockpit.cycle)?.cycle;

  const forms = planForms(cockpit);

  return (
    <AccountPage account={account}>
      <CockpitHead cockpit={cockpit} onOpen={setOpened} />
      <LazyNews account={account.id} />
      {(cockpit.cycles.length > 0 || cockpit.goals.length > 0) && (
        <section className="card scroll" aria-label={t("timeLine.name")}>
          <TimeLine cockpit={cockpit} />
        </section>
      )}
      <CycleControls cockpit={cockpit} onOpen={setOpened} />
      <div className="cockpit">
        <section className="stack" aria-label={t("objectives")}>
          {cockpit.objectives.map((view, index) => (
            <ObjectiveCard
              key={view.objective.id}
              number={index + 1}
              view={view}
              cockpit={cockpit}
              active={cycle?.state === "active"}
              closed={cycle?.state === "closed"}
              askReason={asksReason(cycle)}
              fields={forms}
              onOpen={setOpened}
            />
          ))}
          {cycle && cycle.state !== "closed" && (
            <AddObjective
              cockpit={cockpit}
              cycle={cycle.id}
              fields={forms.objective}
              askReason={asksReason(cycle)}
              onOpen={setOpened}
            />
          )}
          <ArchivedList
            parent={`/accounts/${account.id}`}
            collections={["/cycles", "/objectives", "/key-results"]}
            only={inCycle(cockpit)}
          />
        </section>
        <Aside cockpit={cockpit} onOpen={setOpened} />
      </div>
      <Suspense fallback={null}>
        <Children account={account.id} />
      </Suspense>
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

interface PartProps {
  cockpit: Cockpit;
  onOpen: (opened: Opened) => void;
}

function CockpitHead({ cockpit, onOpen }: PartProps) {
  const { t } = useTranslation();
  const { account, vision } = cockpit;
  const openVision = () =>
    onOpen({
      title: t("vision"),
      collection: "/visions",
      parent: `/accounts/${account.id}/visions`,
      fields: visionFields,
      entity: vision ?? undefined,
    });
  return (
    <div className="who">
      <div>
        <PageTitle>{account.name}</PageTitle>
        <StateSentence sentence={cockpit.sentence} />
        <span className="muted">
          {[account.industry, t("cadence", { count: account.cadence }), account.statusNote]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </div>
      <button type="button" className="plain vision" onClick={openVision}>
        {vision ? (
          <>
            <q>{vision.text}</q> <AssumedMark account={account.id} id={vision.id} />
          </>
        ) : (
          <span className="muted">{t("cockpit.addVision")}</span>
        )}
      </button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" className="no-present">
            {t("more")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => document.body.classList.toggle("presenting")}>
            {t("cockpit.present")}
          </Menu.Item>
          <Menu.Item onClick={() => window.print()}>{t("print")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function AddObjective({
  cockpit,
  cycle,
  fields,
  askReason,
  onOpen,
}: PartProps & { cycle: string; fields: EntityFormProps["fields"]; askReason: boolean }) {
  const { t } = useTranslation();
  const count = cockpit.objectives.length;
  return (
    <div className={count === 0 ? "card empty" : "row no-print no-present"}>
      {count === 0 && <p>{t("cockpit.noObjectives")}</p>}
      <WriteButton
        variant={count === 0 ? "filled" : "default"}
        onClick={() =>
          onOpen({
            title: t("objective.add"),
            collection: "/objectives",
            parent: `/cycles/${cycle}/objectives`,
            fields,
            initial: { outcomeKind: "supply", outcomeUnit: "%" },
            askReason,
            hintsPath: `/cycles/${cycle}/objective-hints`,
          })
        }
      >
        {t("objective.add")}
      </WriteButton>
      {cockpit.enoughObjectives && <span className="muted">{t("objective.many")}</span>}
    </div>
  );
}

function Aside({ cockpit, onOpen }: PartProps) {
  const { t } = useTranslation();
  const account = cockpit.account.id;
  const goal = (entity?: Cockpit["goals"][number]["goal"]) =>
    onOpen({
      title: t("goal.title"),
      collection: "/long-term-goals",
      parent: `/accounts/${account}/long-term-goals`,
      fields: goalFields(optionsOf(cockpit.kpis)),
      initial: { kind: "strategic", state: "open" },
      entity,
    });
  return (
    <aside className="aside">
      {cockpit.progress !== null && (
        <section className="card">
          <h3>{t("cockpit.cycleProgress")}</h3>
          <p>
            <span className="strong">{formatPercent(cockpit.progress)}</span>{" "}
            <span className="muted">
              {t("expectedByNow", { percent: formatPercent(cockpit.expected) })}
            </span>
          </p>
        </section>
      )}
      <WaitingSignals cockpit={cockpit} />
      <NextMeetings cockpit={cockpit} />
      <section className="card">
        <div className="head">
          <h3>{t("goals")}</h3>
          <WriteButton
            variant="subtle"
            size="compact-sm"
            className="no-present"
            onClick={() => goal()}
          >
            {t("add")}
          </WriteButton>
        </div>
        {cockpit.goals.length === 0 && <p className="muted">{t("cockpit.noGoals")}</p>}
        <ul>
          {cockpit.goals.map((view) => (
            <li key={view.goal.id}>
              <button type="button" className="plain" onClick={() => goal(view.goal)}>
                {view.goal.title} <AssumedMark account={account} id={view.goal.id} />
                <br />
                <span className="muted">
                  {t(`choice.GoalKind.${view.goal.kind}`)} ·{" "}
                  {t("goal.in", { count: view.monthsLeft })} ·{" "}
                  {t("timeLine.steps", { count: view.stepsInCycle })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="card">
        <div className="head">
          <h3>
            {t("supply.title")}
            {cockpit.supply && <span className="muted"> {periodWithState(cockpit.supply)}</span>}
          </h3>
          <Link className="muted" to="/accounts/$account/supply" params={{ account }}>
            {t(cockpit.supply ? "all" : "supply.enter")}
          </Link>
        </div>
        {cockpit.supply ? (
          <SupplyMatrix
            compact
            supply={cockpit.supply}
            sites={cockpit.sites}
            areas={cockpit.productAreas}
          />
        ) : (
          <p className="muted">{t("supply.empty")}</p>
        )}
      </section>
      <section className="card">
        <h3>{t("team")}</h3>
        <ul>
          {cockpit.team.map(({ member, person, role }) => (
            <li key={member} className="row">
              <span className="grow">{person.name}</span>
              <span className="muted">{t(`choice.TeamRole.${role}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="card">
        <h3>{t("sites")}</h3>
        {cockpit.sites.length === 0 ? (
          <p className="muted">
            <Link to="/accounts/$account/customer" params={{ account }}>
              {t("cockpit.noSites")}
            </Link>
          </p>
        ) : (
          <p className="muted">{cockpit.sites.map((site) => site.name).join(" · ")}</p>
        )}
        <p className="muted">
          {cockpit.productAreas
            .map((area) => `${area.name}: ${t(`choice.Standing.${area.standing}`)}`)
            .join(" · ")}
        </p>
      </section>
      <section className="card no-print">
        <div className="head">
          <h3>{t("activity.latest")}</h3>
          <Link className="muted" to="/accounts/$account/activity" params={{ account }}>
            {t("all")}
          </Link>
        </div>
        <ul>
          {cockpit.activity.slice(0, 5).map((change) => (
            <li key={change.revision}>
              <ChangeLine change={change} people={cockpit.people} />
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

function WaitingSignals({ cockpit }: { cockpit: Cockpit }) {
  const { t } = useTranslation();
  const account = cockpit.account.id;
  const overdue = cockpit.signals.filter((view) => view.overdue).length;
  return (
    <section className="card">
      <div className="head">
        <h3>{t("cockpit.signals")}</h3>
        {overdue > 0 && (
          <Chip tone="bad" dot="full">
            {t("inbox.overdue", { count: overdue })}
          </Chip>
        )}
      </div>
      {cockpit.signals.length === 0 && <p className="muted">{t("inbox.empty")}</p>}
      <ul>
        {cockpit.signals.slice(0, 5).map((view) => (
          <li key={view.signal.id} className="row" style={{ flexWrap: "nowrap" }}>
            <Priority value={view.priority} />
            <Link to="/accounts/$account/signals" params={{ account }} className="title-link">
              <b>{view.signal.title}</b>
              <br />
              <SignalState view={view} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NextMeetings({ cockpit }: { cockpit: Cockpit }) {
  const { t } = useTranslation();
  return (
    <section className="card">
      <div className="head">
        <h3>{t("cockpit.next")}</h3>
        <Link
          className="muted"
          to="/accounts/$account/meetings"
          params={{ account: cockpit.account.id }}
        >
          {t("all")}
        </Link>
      </div>
      {cockpit.meetings.length === 0 && <p className="muted">{t("meeting.empty")}</p>}
      <ul>
        {cockpit.meetings.map((meeting) => (
          <li key={meeting.id}>
            <Link to="/meetings/$meeting" params={{ meeting: meeting.id }} className="title-link">
              <b>{t(`choice.MeetingKind.${meeting.kind}`)}</b>
            </Link>{" "}
            <span className="muted">
              {meeting.state === "running"
                ? t("choice.MeetingState.running")
                : formatInstant(meeting.plannedAt)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
