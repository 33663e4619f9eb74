import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatComputed, formatDate, formatNumber, formatPercent, ofUnit } from "../app/format";
import { standpointOfPage } from "../key_result/standpoint";
import { periodWithState } from "../supply/period-name";
import { shareFigure } from "../supply/share-figure";
import { Bar } from "../ui/bar";
import { HealthChip } from "../ui/health-chip";
import { HeatCell } from "../ui/heat-cell";
import { PersonMark } from "../ui/person";
import { Priority } from "../ui/priority";
import { Section } from "../ui/section";
import { Spark } from "../ui/spark";
import { NextMeetings } from "./next-meetings";
import type { Page } from "./one-pager";
import style from "./one-pager.module.css";

type Objective = Schemas["OnePagerObjective"];

/** For the team and for management: progress and outcome, shares, what waits, what is open. */
export function HowItStands({ page }: { page: Page }) {
  const { t } = useTranslation();
  return (
    <div className={style.columns}>
      <div>
        {page.objectives.length === 0 && (
          <p className={style.nothing}>{t("shared.noObjectives")}</p>
        )}
        {page.objectives.map((objective, index) => (
          <OneObjective key={objective.title} number={index + 1} objective={objective} />
        ))}
      </div>
      <aside className={style.aside}>
        {page.supply && <Share supply={page.supply} />}
        <Waiting signals={page.signals} />
        <NextMeetings title={t("cockpit.next")} meetings={page.meetings} />
        {page.questions.length > 0 && <Questions questions={page.questions} />}
      </aside>
    </div>
  );
}

function OneObjective({ number, objective }: { number: number; objective: Objective }) {
  const { t } = useTranslation();
  const { measured, total } = objective;
  return (
    <section className={style.objective}>
      <h2>
        <span aria-hidden="true">{number}</span> {objective.title}
      </h2>
      <div className={style.figures}>
        <span>
          {t("progress")} <b>{formatPercent(objective.progress)}</b>
          {measured < total && ` · ${t("measured", { measured, total })}`}
        </span>
        <span className={style.bar}>
          <Bar
            told
            progress={objective.progress}
            expected={objective.expected}
            stale={objective.outdated > 0}
            forecast={objective.forecast}
          />
        </span>
        <Outcome outcome={objective.outcome} />
      </div>
      <ul className={style.keyResults}>
        {objective.keyResults.map((keyResult) => (
          <KeyResult key={keyResult.title} of={keyResult} />
        ))}
      </ul>
    </section>
  );
}

function Outcome({ outcome }: { outcome: Schemas["OnePagerOutcome"] }) {
  const { t } = useTranslation();
  const { kind, name, unit, decimals, baseline, now, target, estimated, course } = outcome;
  if (kind === "none") return null;
  // What it counts stands with its name; a share bears its sign.
  const isShare = unit === "%";
  const written = isShare ? ofUnit(unit) : "";
  // When each was read is not told, only in which order.
  const readings = course.map((value, index) => ({
    value,
    on: new Date(index * 86_400_000).toISOString().slice(0, 10),
    source: "",
  }));
  return (
    <span className={style.outcome}>
      {[name || t(`choice.OutcomeKind.${kind}`), !isShare && unit].filter(Boolean).join(", ")}{" "}
      <b>
        {estimated && "≈"}
        {formatComputed(now, decimals)}
        {now !== null && written}
      </b>
      <span className={style.spark}>
        <Spark outcome={{ readings, baseline, now, target, decimals }} />
      </span>
      {target !== null && t("effect.target", { target: formatNumber(target) + written })}
    </span>
  );
}

function KeyResult({ of }: { of: Schemas["OnePagerKeyResult"] }) {
  const { t } = useTranslation();
  return (
    <li>
      <PersonMark name={of.owner} size="s" />
      <p>{of.title}</p>
      <div className={style.standpoint}>
        <Bar
          told
          size="thin"
          progress={of.progress}
          expected={of.expected}
          stale={of.health === "outdated"}
        />
        <small>
          {standpointOfPage(of, t)}
          {of.sitesTotal !== null &&
            ` · ${t("sitesReached", { reached: of.sitesReached, total: of.sitesTotal })}`}
        </small>
      </div>
      <div className={style.health}>
        <HealthChip health={of.health} />
        {of.confidence !== null && (
          <small>
            {t("confidence")} {of.confidence}
          </small>
        )}
      </div>
    </li>
  );
}

function Share({ supply }: { supply: Schemas["OnePagerSupply"] }) {
  const { t } = useTranslation();
  const { areas, sites, totals } = supply;
  const name = t("cockpit.share", { period: periodWithState(supply) });
  const cells = sites.flatMap((site) => site.cells);
  const notes = [
    [...cells, ...totals].some(({ estimated }) => estimated) && t("cockpit.estimated"),
    cells.some(({ white }) => white) && t("cockpit.whiteSpot"),
  ];
  return (
    <Section title={name}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what may be wider than the page is reached by keyboard */}
      <section className={style.scroll} aria-label={t("supply.title")} tabIndex={0}>
        <table className={style.matrix}>
          <thead>
            <tr>
              <th scope="col">{t("field.site")}</th>
              {areas.map((area) => (
                <th key={area} scope="col" title={area}>
                  {area}
                </th>
              ))}
              <th scope="col">{t("shared.totalOf")}</th>
            </tr>
          </thead>
          <tbody>
            {sites.map((site) => (
              <tr key={site.name}>
                <th scope="row">{site.name || t("shared.unsplit")}</th>
                {site.cells.slice(0, -1).map((cell, index) => (
                  <HeatCell key={areas[index]} share={cell.share} white={cell.white}>
                    {shareFigure(cell)}
                  </HeatCell>
                ))}
                {site.cells.slice(-1).map((cell) => (
                  <td key="total">{shareFigure(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("shared.total")}</th>
              {totals.map((total, index) => (
                <td key={areas[index] ?? ""}>{shareFigure(total)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      <p className={style.notes}>{notes.filter(Boolean).join(" · ")}</p>
    </Section>
  );
}

function Waiting({ signals }: { signals: Page["signals"] }) {
  const { t } = useTranslation();
  return (
    <Section title={t("cockpit.signals")}>
      {signals.length === 0 && <p className={style.nothing}>{t("shared.noSignals")}</p>}
      <ul className={style.list}>
        {signals.map((signal) => (
          <li key={signal.title}>
            <Priority value={signal.priority} />
            <div>
              <b>{signal.title}</b>
              <br />
              <span className={signal.overdue ? "poor" : "muted"}>
                {t(signal.overdue ? "signal.overdueSince" : "signal.since", {
                  count: signal.days,
                })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Questions({ questions }: { questions: Page["questions"] }) {
  const { t } = useTranslation();
  return (
    <Section title={t("shared.questions")}>
      <ul className={style.list}>
        {questions.map(({ text, askBy }) => (
          <li key={text}>
            <div>
              {text}
              {askBy && (
                <span className="muted"> {t("shared.askBy", { on: formatDate(askBy) })}</span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
