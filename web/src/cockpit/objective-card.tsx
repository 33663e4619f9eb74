import { ActionIcon } from "@mantine/core";
import { IconDots, IconFlag3, IconPencil, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { formatPercent } from "../app/format";
import { useMay, WriteButton } from "../app/may";
import type { EntityFormProps } from "../entity/entity-form";
import { shownTo } from "../entity/fields";
import { newKeyResult } from "../key_result/key-result-fields";
import { CustomerGoal } from "../objective/customer-goal";
import { servesWords } from "../objective/serves";
import { AssumedMark } from "../question/assumed-mark";
import { Bar, forecastOf } from "../ui/bar";
import { Chip } from "../ui/chip";
import { HealthChip } from "../ui/health-chip";
import { LazyMenu } from "../ui/lazy-menu";
import type { Cockpit, ObjectiveView } from "./cockpit-query";
import { KeyResultRow } from "./key-result-row";
import style from "./objective-card.module.css";
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
  const { contribute } = useMay();
  const { objective } = view;
  const answered = cockpit.answered.filter(({ target }) => target === objective.id);
  const edit = () =>
    onOpen({
      title: t("objective.edit"),
      collection: "/objectives",
      fields: shownTo(fields.objective, "outcomeBaseline", view.outcome.decimals),
      entity: objective,
      askReason,
      hintsPath: `/cycles/${objective.cycle}/objective-hints`,
    });
  const addKeyResult = () =>
    onOpen({
      title: t("keyResult.add"),
      collection: "/key-results",
      parent: `/objectives/${objective.id}/key-results`,
      fields: fields.keyResult,
      initial: newKeyResult,
      askReason,
      hintsPath: `/objectives/${objective.id}/key-result-hints`,
    });
  return (
    <article className={style.card} id={objective.id} aria-label={objective.title} tabIndex={-1}>
      <header>
        <Chip>{t("objective.number", { number })}</Chip>
        <ObjectiveHealth view={view} />
        <Serves objective={objective} goals={cockpit.goals} />
        {contribute && (
          <LazyMenu
            position="bottom-end"
            button={
              <ActionIcon
                variant="subtle"
                color="gray"
                size={28}
                className={`${style.more} no-print`}
                aria-label={t("objective.more", { title: objective.title })}
              >
                <IconDots size={16} stroke={1.75} aria-hidden="true" />
              </ActionIcon>
            }
            entries={[
              { label: t("objective.edit"), icon: IconPencil, onClick: edit },
              !closed && { label: t("keyResult.add"), icon: IconPlus, onClick: addKeyResult },
            ]}
          />
        )}
      </header>
      <div className={style.title}>
        <h2>
          <button type="button" className="plain" onClick={edit}>
            {objective.title}
          </button>{" "}
          <AssumedMark account={objective.account} id={objective.id} />
        </h2>
        <CustomerGoal objective={objective} />
        {answered.map(({ signal, title }) => (
          <p key={signal} className="muted">
            <Link
              to="/accounts/$account/signals"
              params={{ account: objective.account }}
              hash={signal}
            >
              {t("signal.answers", { title })}
            </Link>
          </p>
        ))}
      </div>
      <div className={style.figures}>
        <div>
          <p className={style.label}>{t("progress")}</p>
          <p className={style.big}>{formatPercent(view.progress)}</p>
          <div className={style.course}>
            <Bar
              told
              progress={view.progress}
              expected={view.expected}
              stale={view.outdated > 0}
              forecast={view.forecast}
            />
            <p className={style.small}>
              {[
                view.measured < view.total &&
                  t("measured", { measured: view.measured, total: view.total }),
                t("expectedByNow", { percent: formatPercent(view.expected) }),
                view.forecast && forecastOf(view.forecast),
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </div>
        </div>
        <Outcome view={view} />
      </div>
      {view.keyResults.length > 0 ? (
        <ul className={style.keyResults}>
          {number === 1 && (
            <li className={style.columns} aria-hidden="true">
              <span>{t("choice.AboutKind.key_result")}</span>
              <span>{t("cockpit.standpoint")}</span>
              <span>{t("cockpit.health")}</span>
            </li>
          )}
          {view.keyResults.map((keyResult) => (
            <KeyResultRow
              key={keyResult.keyResult.id}
              view={keyResult}
              cockpit={cockpit}
              active={active}
              onOpen={onOpen}
            />
          ))}
        </ul>
      ) : (
        <div className={style.none}>
          <p>{t("objective.noKeyResults")}</p>
          {!closed && (
            <WriteButton
              variant="default"
              size="compact-md"
              leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
              onClick={addKeyResult}
            >
              {t("keyResult.add")}
            </WriteButton>
          )}
        </div>
      )}
      {contribute && !closed && view.enoughKeyResults && (
        <p className={`${style.hint} no-print`}>{t("keyResult.many")}</p>
      )}
    </article>
  );
}

function ObjectiveHealth({ view }: { view: ObjectiveView }) {
  const { t } = useTranslation();
  const { health, total } = view;
  if (health !== "outdated" && health !== "pending") return <HealthChip health={health} />;
  return (
    <HealthChip health={health}>
      {t("healthOf", { health: t(`choice.Health.${health}`), count: view[health], total })}
    </HealthChip>
  );
}

/** The long-term goals that an objective brings nearer, each a way to the line. */
function Serves({
  objective,
  goals,
}: {
  objective: ObjectiveView["objective"];
  goals: Cockpit["goals"];
}) {
  const { t } = useTranslation();
  const served = goals.filter(({ goal }) => objective.goals.some((link) => link.goal === goal.id));
  return (
    <Link
      to="/accounts/$account/long-term"
      params={{ account: objective.account }}
      hash={served[0]?.goal.id}
      className={style.serves}
    >
      <IconFlag3 size={16} stroke={1.75} aria-hidden="true" />
      <span>{servesWords(objective, goals, t)}</span>
    </Link>
  );
}
