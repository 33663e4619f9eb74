import { ActionIcon } from "@mantine/core";
import {
  IconArrowNarrowDown,
  IconArrowNarrowUp,
  IconChevronDown,
  IconChevronRight,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { HealthChip } from "../ui/health-chip";
import {
  Agility,
  type Line,
  NextMeeting,
  ObjectiveOutcome,
  Outcome,
  Progress,
  Share,
  Signals,
  WeekRhythm,
  WhatItIs,
} from "./account-figures";
import style from "./accounts-table.module.css";
import type { PortfolioSearch } from "./portfolio-query";

type Order = Schemas["PortfolioOrder"];

/** What comes first where nobody turned it around: the worst, or the most. */
const falling: readonly Order[] = ["health", "waiting"];

const columns = [
  { order: "name", label: "portfolio.column.name" },
  { order: "health", label: "portfolio.column.health" },
  { order: "progress", label: "portfolio.column.progress" },
  { order: "share", label: "portfolio.column.share" },
  { order: "effect", label: "portfolio.column.effect" },
  { order: "last_check_in", label: "portfolio.column.rhythm" },
  { order: "waiting", label: "portfolio.column.signals" },
  { order: "meeting", label: "portfolio.column.meeting" },
  { order: "agility", label: "portfolio.column.agility" },
] as const satisfies { order: Order; label: string }[];

/** A line an account, with its objectives under it where they are unfolded. */
export function AccountsTable({
  lines,
  chosen,
  onChoose,
  isOpen,
  onFold,
}: {
  lines: Line[];
  chosen: PortfolioSearch;
  onChoose: (next: PortfolioSearch) => void;
  isOpen: (account: string) => boolean;
  onFold: (account: string) => void;
}) {
  const { t } = useTranslation();
  const order = chosen.order ?? "health";
  const turn = (next: Order) =>
    onChoose({
      order: next === "health" ? undefined : next,
      reversed: (next === order && !chosen.reversed) || undefined,
    });
  return (
    <table className={style.table}>
      <colgroup>
        {columns.map(({ order: by }) => (
          <col key={by} data-column={by} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map(({ order: by, label }) => {
            const sorted = by === order;
            const down = falling.includes(by) !== (chosen.reversed ?? false);
            const Arrow = down ? IconArrowNarrowDown : IconArrowNarrowUp;
            return (
              <th
                key={by}
                scope="col"
                data-column={by}
                aria-sort={sorted ? (down ? "descending" : "ascending") : undefined}
              >
                <button type="button" className={`plain ${style.sort}`} onClick={() => turn(by)}>
                  {t(label)}
                  {sorted && <Arrow size={14} stroke={1.75} aria-hidden="true" />}
                </button>
              </th>
            );
          })}
        </tr>
      </thead>
      {lines.map((line) => {
        const { figures, detail, name } = line;
        const { account } = figures;
        const running = detail?.objectives.filter((one) => one.course) ?? [];
        const open = running.length > 0 && isOpen(account);
        const Chevron = open ? IconChevronDown : IconChevronRight;
        return (
          <tbody key={account}>
            <tr className={style.account}>
              <th scope="row">
                <div className={style.name}>
                  {running.length > 0 ? (
                    <ActionIcon
                      variant="subtle"
                      size="sm"
                      className={style.fold}
                      aria-expanded={open}
                      aria-label={t("portfolio.objectivesOf", { name })}
                      onClick={() => onFold(account)}
                    >
                      <Chevron size={16} stroke={1.75} aria-hidden="true" />
                    </ActionIcon>
                  ) : (
                    <span className={style.fold} />
                  )}
                  <div>
                    <Link to="/accounts/$account" params={{ account }} className="title-link">
                      {name}
                    </Link>
                    <WhatItIs line={line} />
                  </div>
                </div>
              </th>
              <td>
                <HealthChip health={figures.health} />
              </td>
              <td>
                <Progress of={figures} />
              </td>
              <td className={style.right}>
                <Share line={line} />
              </td>
              <td>
                <Outcome line={line} />
              </td>
              <td>{detail && <WeekRhythm detail={detail} />}</td>
              <td>
                <Signals line={line} />
              </td>
              <td>
                <NextMeeting line={line} />
              </td>
              <td className={style.right}>
                <Agility line={line} />
              </td>
            </tr>
            {open &&
              running.map((one, index) => (
                <tr key={one.objective} className={style.objective}>
                  <th scope="row" colSpan={2}>
                    <span className={style.title}>
                      <span className={style.number}>
                        {t("portfolio.number", { number: index + 1 })}
                      </span>
                      <Link
                        to="/accounts/$account"
                        params={{ account }}
                        hash={one.objective}
                        className={style.clamped}
                        title={one.title}
                      >
                        {one.title}
                      </Link>
                    </span>
                  </th>
                  <td>{one.course && <Progress of={one.course} told={one.course.health} />}</td>
                  <td />
                  <td colSpan={5}>
                    <ObjectiveOutcome of={one} />
                  </td>
                </tr>
              ))}
          </tbody>
        );
      })}
    </table>
  );
}

/** The same for a narrow screen: a card an account. */
export function AccountCards({
  lines,
  isOpen,
  onFold,
}: {
  lines: Line[];
  isOpen: (account: string) => boolean;
  onFold: (account: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <ul className={style.cards}>
      {lines.map((line) => {
        const { figures, detail, name } = line;
        const { account } = figures;
        const running = detail?.objectives.filter((one) => one.course) ?? [];
        const open = running.length > 0 && isOpen(account);
        const Chevron = open ? IconChevronDown : IconChevronRight;
        return (
          <li key={account} className="card">
            <div className={style.head}>
              <Link to="/accounts/$account" params={{ account }} className="title-link">
                {name}
              </Link>
              <HealthChip health={figures.health} />
            </div>
            <WhatItIs line={line} />
            <Progress of={figures} />
            <dl className={style.facts}>
              {(
                [
                  ["share", <Share key="share" line={line} />],
                  ["effect", <Outcome key="effect" line={line} />],
                  ["signals", <Signals key="signals" line={line} />],
                  ["meeting", <NextMeeting key="meeting" line={line} />],
                  ["rhythm", detail && <WeekRhythm key="rhythm" detail={detail} />],
                  ["agility", <Agility key="agility" line={line} />],
                ] as const
              ).map(([what, shown]) => (
                <div key={what}>
                  <dt>{t(`portfolio.column.${what}`)}</dt>
                  <dd>{shown}</dd>
                </div>
              ))}
            </dl>
            {running.length > 0 && (
              <button
                type="button"
                className={style.unfold}
                aria-expanded={open}
                onClick={() => onFold(account)}
              >
                <Chevron size={16} stroke={1.75} aria-hidden="true" />
                {t("portfolio.objectives", { count: running.length })}
              </button>
            )}
            {open && (
              <ol className={style.objectives}>
                {running.map((one) => (
                  <li key={one.objective}>
                    <Link to="/accounts/$account" params={{ account }} hash={one.objective}>
                      {one.title}
                    </Link>
                    {one.course && <Progress of={one.course} told={one.course.health} />}
                    <span className={style.outcome}>
                      <ObjectiveOutcome of={one} />
                    </span>
                  </li>
                ))}
              </ol>
            )}
          </li>
        );
      })}
    </ul>
  );
}
