import { ActionIcon } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { formatDaysAgo, formatPercent } from "../app/format";
import { useMay, WriteButton } from "../app/may";
import type { EntityFormProps } from "../entity/entity-form";
import { shownTo } from "../entity/fields";
import { nameOf } from "../entity/named";
import { newKeyResult } from "../key_result/key-result-fields";
import { useStandpoint } from "../key_result/standpoint";
import { CustomerGoal } from "../objective/customer-goal";
import { AssumedMark } from "../question/assumed-mark";
import { Bar } from "../ui/bar";
import { Chip } from "../ui/chip";
import { HealthChip } from "../ui/health-chip";
import { PersonMark } from "../ui/person";
import type { Cockpit, KeyResultView, ObjectiveView } from "./cockpit-query";
import type { Opened } from "./opened";
import { Outcome } from "./outcome";

type Fields = EntityFormProps["fields"];

interface Props {
  number: number;
  view: ObjectiveView;
  cockpit: Cockpit;
  active: boolean;
  /** A closed cycle is read. */
  closed: boolean;
  askReason: boolean;
  fields: { objective: Fields; keyResult: Fields };
  onOpen: (opened: Opened) => void;
}

/** An objective with its progress and outcome side by side, and its key results. */
export function ObjectiveCard({
  number,
  view,
  cockpit,
  active,
  closed,
  askReason,
  fields,
  onOpen,
}: Props) {
  const { t } = useTranslation();
  const { objective } = view;
  const served = cockpit.goals.filter(({ goal }) =>
    objective.goals.some((link) => link.goal === goal.id),
  );
  return (
    <article className="card" id={objective.id} aria-label={objective.title} tabIndex={-1}>
      <div className="row">
        <Chip>{t("objective.number", { number })}</Chip>
        <ObjectiveHealth view={view} />
        <span className="grow" />
        <span className="muted">
          {served.length > 0
            ? t("objective.serves", { goals: served.map(({ goal }) => goal.title).join(", ") })
            : t("objective.servesNone")}
        </span>
      </div>
      <h2 style={{ marginTop: 6 }}>
        <button
          type="button"
          className="plain"
          onClick={() =>
            onOpen({
              title: t("objective.edit"),
              collection: "/objectives",
              fields: shownTo(fields.objective, "outcomeBaseline", view.outcome.decimals),
              entity: objective,
              askReason,
              hintsPath: `/cycles/${objective.cycle}/objective-hints`,
            })
          }
        >
          {objective.title}
        </button>{" "}
        <AssumedMark account={objective.account} id={objective.id} />
      </h2>
      <CustomerGoal objective={objective} />
      <div className="facts">
        <div>
          <span className="muted">
            {t("progress")}{" "}
            <span className="strong">
              {formatPercent(view.progress)}
              {view.measured < view.total &&
                ` · ${t("measured", { measured: view.measured, total: view.total })}`}
            </span>{" "}
            · {t("expectedByNow", { percent: formatPercent(view.expected) })}
            {view.forecast &&
              ` · ${t("forecast.objective", { low: formatPercent(view.forecast.low), high: formatPercent(view.forecast.high) })}`}
          </span>
          <Bar
            progress={view.progress}
            expected={view.expected}
            forecast={view.forecast}
            stale={view.outdated > 0}
            told
          />
        </div>
        <Outcome view={view} />
      </div>
      {cockpit.answered
        .filter(({ target }) => target === objective.id)
        .map((answered) => (
          <p key={answered.signal} className="muted">
            <Link to="/accounts/$account/signals" params={{ account: objective.account }}>
              {t("signal.answers", { title: answered.title })}
            </Link>
          </p>
        ))}
      {view.keyResults.map((keyResult) => (
        <KeyResultRow
          key={keyResult.keyResult.id}
          view={keyResult}
          cockpit={cockpit}
          active={active}
          onOpen={onOpen}
        />
      ))}
      {view.keyResults.length === 0 && <p className="muted">{t("objective.noKeyResults")}</p>}
      <div className="row no-print no-present">
        {!closed && (
          <WriteButton
            variant="subtle"
            size="compact-md"
            onClick={() =>
              onOpen({
                title: t("keyResult.add"),
                collection: "/key-results",
                parent: `/objectives/${objective.id}/key-results`,
                fields: fields.keyResult,
                initial: newKeyResult,
                askReason,
                hintsPath: `/objectives/${objective.id}/key-result-hints`,
              })
            }
          >
            {t("keyResult.add")}
          </WriteButton>
        )}
        {!closed && view.enoughKeyResults && <span className="muted">{t("keyResult.many")}</span>}
      </div>
    </article>
  );
}

function ObjectiveHealth({ view }: { view: ObjectiveView }) {
  const { t } = useTranslation();
  if (view.health === "outdated" || view.health === "pending")
    return (
      <HealthChip health={view.health}>
        {t("healthOf", {
          health: t(`choice.Health.${view.health}`),
          count: view[view.health],
          total: view.total,
        })}
      </HealthChip>
    );
  return <HealthChip health={view.health} />;
}

const tones = { high: "good", medium: "fair", low: "poor" } as const;

export function KeyResultRow({
  view,
  cockpit,
  active,
  onOpen,
}: {
  view: KeyResultView;
  cockpit: Cockpit;
  active: boolean;
  onOpen: (opened: Opened) => void;
}) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const standpoint = useStandpoint();
  const { keyResult } = view;
  const waitsFor = cockpit.objectives
    .flatMap((objective) => objective.keyResults.map((one, index) => ({ one, number: index + 1 })))
    .find(({ one }) => one.keyResult.id === keyResult.dependsOn);
  const stale = view.health === "outdated";
  const confidence = view.confidence ?? undefined;
  const tone = view.confidenceBand ? tones[view.confidenceBand] : "";
  return (
    <div className={keyResult.state === "dropped" ? "kr dropped" : "kr"}>
      <PersonMark name={nameOf(cockpit.people, keyResult.owner)} />
      <div>
        <Link
          to="/key-results/$keyResult"
          params={{ keyResult: keyResult.id }}
          className="title title-link"
        >
          {keyResult.title}
        </Link>{" "}
        <AssumedMark account={keyResult.account} id={keyResult.id} />
        <div className="muted">
          {view.sitesTotal !== null && (
            <span className="dots" aria-hidden="true">
              {view.sites.map((site) => (
                <s key={site.siteTarget.id} className={site.reached ? "reached" : undefined} />
              ))}
            </span>
          )}
          {[
            keyResult.kind === "stages" && view.stage !== null && standpoint(view),
            view.sitesTotal !== null &&
              t("sitesReached", { reached: view.sitesReached, total: view.sitesTotal }),
            view.sitesReported !== null &&
              view.sitesReported < view.sites.length &&
              t("sitesReported", { reported: view.sitesReported, total: view.sitesTotal }),
            view.sitesSilent !== null &&
              view.sitesSilent > 0 &&
              t(view.sitesSilent === view.sitesTotal ? "allSitesSilent" : "sitesSilent", {
                count: view.sitesSilent,
                total: view.sitesTotal,
              }),
            waitsFor && t("waitsFor", { number: waitsFor.number }),
            keyResult.follows !== "check_ins" && t(`choice.Follows.${keyResult.follows}`),
            view.daysSilent !== null && formatDaysAgo(view.daysSilent),
            keyResult.state === "dropped" && t("choice.KeyResultState.dropped"),
          ]
            .filter(Boolean)
            .join(" · ")}
        </div>
      </div>
      <Bar progress={view.progress} expected={view.expected} stale={stale} />
      <span className="muted">
        {keyResult.kind === "stages" ? formatPercent(view.progress) : standpoint(view)}
      </span>
      <span className={`confidence ${tone}`} title={t("confidence")}>
        {confidence === undefined ? "" : `${confidence}/10`}
      </span>
      <HealthChip health={view.health} />
      {contribute && active && keyResult.state === "active" ? (
        <ActionIcon
          variant="default"
          size={44}
          className="no-present"
          aria-label={t("checkIn.for", { title: keyResult.title })}
          onClick={() => onOpen({ checkIn: view })}
        >
          +
        </ActionIcon>
      ) : (
        <span />
      )}
    </div>
  );
}
