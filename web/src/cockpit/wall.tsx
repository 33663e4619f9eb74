import { ActionIcon, Modal } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight, IconX } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatComputed, formatNumber, formatPercent, ofUnit } from "../app/format";
import { useFullScreen } from "../app/full-screen";
import { nameOf } from "../entity/named";
import { useStandpoint } from "../key_result/standpoint";
import { outcomeName, outcomeUnit } from "../objective/outcome-name";
import { StateSentence } from "../sentence/state-sentence";
import { Bar } from "../ui/bar";
import { Beat } from "../ui/beat";
import { HealthChip } from "../ui/health-chip";
import { PersonMark } from "../ui/person";
import { Spark } from "../ui/spark";
import type { Cockpit, ObjectiveView } from "./cockpit-query";
import style from "./wall.module.css";

const besideEachOther = 2;

/** The cockpit for a room: two objectives at a time, readable from four metres. Escape leaves it. */
export default function Wall({ cockpit, onClose }: { cockpit: Cockpit; onClose: () => void }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(0);
  useFullScreen(onClose);
  const pages = Math.max(1, Math.ceil(cockpit.objectives.length / besideEachOther));
  const turn = (by: number) => setPage((now) => Math.min(Math.max(now + by, 0), pages - 1));
  useWindowEvent("keydown", ({ key }) => {
    if (key === "ArrowRight" || key === "PageDown") turn(1);
    if (key === "ArrowLeft" || key === "PageUp") turn(-1);
  });
  const shown = cockpit.objectives.slice(page * besideEachOther, (page + 1) * besideEachOther);
  const current = cockpit.cycles.find((view) => view.cycle.id === cockpit.cycle);
  const goal = cockpit.goals.find((view) => view.goal.state === "open");
  return (
    <Modal.Root opened fullScreen onClose={onClose} padding={0} transitionProps={{ duration: 0 }}>
      <Modal.Content aria-label={cockpit.account.name}>
        <div className={style.wall}>
          <div className={style.head}>
            <h1>{cockpit.account.name}</h1>
            <StateSentence sentence={cockpit.sentence} />
          </div>
          <div className={style.objectives}>
            {shown.map((view) => (
              <Objective key={view.objective.id} view={view} people={cockpit.people} />
            ))}
          </div>
          <footer>
            {current && (
              <>
                <b>
                  {current.week > 0
                    ? t("wall.week", { week: current.week, weeks: current.weeks })
                    : current.cycle.name}
                </b>
                <div className={style.beat}>
                  <Beat weeks={current.weeks} week={current.week} />
                </div>
              </>
            )}
            {goal && (
              <span>
                {goal.goal.title} {t("goal.in", { count: goal.monthsLeft })}
              </span>
            )}
            <div className={style.controls}>
              {pages > 1 && (
                <>
                  <Control name={t("wall.back")} ended={page === 0} onClick={() => turn(-1)}>
                    <IconChevronLeft aria-hidden="true" />
                  </Control>
                  <span aria-live="polite">{t("wall.page", { page: page + 1, pages })}</span>
                  <Control name={t("wall.on")} ended={page === pages - 1} onClick={() => turn(1)}>
                    <IconChevronRight aria-hidden="true" />
                  </Control>
                </>
              )}
              <Control name={t("wall.leave")} onClick={onClose}>
                <IconX aria-hidden="true" />
              </Control>
            </div>
          </footer>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

function Control({
  name,
  ended = false,
  ...props
}: {
  name: string;
  /** There is nothing further this way; it keeps the focus. */
  ended?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={52}
      aria-label={name}
      aria-disabled={ended || undefined}
      {...props}
    />
  );
}

function Objective({ view, people }: { view: ObjectiveView; people: Cockpit["people"] }) {
  const { t } = useTranslation();
  const standpoint = useStandpoint();
  const { objective, outcome } = view;
  const unit = outcomeUnit(objective) === "%" ? ofUnit("%") : "";
  return (
    <section aria-label={objective.title}>
      <h2>{objective.title}</h2>
      <div className={style.figure}>
        <b>{formatPercent(view.progress)}</b>
        <div>
          <Bar told progress={view.progress} expected={view.expected} stale={view.outdated > 0} />
          <p>
            {view.measured < view.total && (
              <>{t("measured", { measured: view.measured, total: view.total })} · </>
            )}
            {t("wall.expected", { percent: formatPercent(view.expected) })}
          </p>
        </div>
      </div>
      {objective.outcomeKind !== "none" && (
        <div className={`${style.figure} ${style.outcome}`}>
          <b>
            {formatComputed(outcome.now, outcome.decimals)}
            {outcome.now !== null && unit}
          </b>
          <div>
            <div className={style.spark}>
              <Spark outcome={outcome} />
            </div>
            <p>
              {outcomeName(objective, t)},{" "}
              {t("effect.target", { target: formatNumber(outcome.target) + unit })}
            </p>
          </div>
        </div>
      )}
      <ul>
        {view.keyResults
          .filter((one) => one.keyResult.state !== "dropped")
          .map((one) => (
            <li key={one.keyResult.id}>
              <PersonMark name={nameOf(people, one.keyResult.owner)} />
              <span title={one.keyResult.title}>
                {/* A value alone says nothing. */}
                {one.keyResult.kind === "corridor" && `${one.keyResult.title} · `}
                {standpoint(one)}
              </span>
              <HealthChip health={one.health} />
            </li>
          ))}
      </ul>
    </section>
  );
}
