import { Link } from "@tanstack/react-router";
import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "../app/format";
import { Beat } from "../ui/beat";
import style from "./line.module.css";
import { type LineColumn, type LineCycle, positionOf } from "./line-layout";

/** The cycles side by side, today as a line through them, and the lanes that run across. */
export function Line({
  columns,
  width,
  end,
  today,
  corner,
  wider = false,
  empty,
  children,
}: {
  columns: LineColumn[];
  width: number;
  /** By endOf(). */
  end: number;
  today: string;
  /** What stands above the names of the lanes. */
  corner: ReactNode;
  /** Says in its head that the present cycle is drawn wider. */
  wider?: boolean;
  empty?: string | false;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const tracks = [...columns.map((column) => column.width), ...(end > width ? [end - width] : [])];
  const at = positionOf(today, columns, width);
  return (
    <div
      className={style.line}
      style={
        {
          "--tracks": tracks.map((each) => `minmax(0, ${each}fr)`).join(" "),
          "--least": `${end}px`,
        } as CSSProperties
      }
    >
      <div className={style.grid} aria-hidden="true">
        <i />
        {columns.map((column) => (
          <i key={column.startsOn} data-now={column.now || undefined} />
        ))}
      </div>
      <div className={style.head}>
        <div className={style.name}>{corner}</div>
        {columns.map((column) => (
          <ColumnHead key={column.startsOn} column={column} wider={wider} />
        ))}
      </div>
      {empty && <p className={style.empty}>{empty}</p>}
      <ul>{children}</ul>
      {today >= (columns[0]?.startsOn ?? "") && at < width && (
        <div className={style.today} style={{ "--at": at / end } as CSSProperties}>
          <span>{t("timeLine.today")}</span>
        </div>
      )}
    </div>
  );
}

/** A name, and what stands on the line beside it. */
export const Lane = ({
  name,
  height,
  children,
}: {
  name: ReactNode;
  /** What its rows need. */
  height: number;
  children: ReactNode;
}) => (
  <li className={style.lane}>
    <div className={style.name}>{name}</div>
    <div className={style.track} style={{ minHeight: height }}>
      {children}
    </div>
  </li>
);

function ColumnHead({ column, wider }: { column: LineColumn; wider: boolean }) {
  const { t } = useTranslation();
  const { name, week, weeks } = column;
  if (column.now)
    return (
      <div className={style.cycle} data-now>
        <span className={style.ends}>
          <b>{week ? t("timeLine.week", { name, week, weeks }) : name}</b>
          {wider && <span className={style.wider}>{t("timeLine.wider")}</span>}
        </span>
        {weeks > 0 && <Beat weeks={weeks} week={week} />}
        <span className={style.ends}>
          <span>{formatDate(column.startsOn)}</span>
          <span>{formatDate(column.endsOn)}</span>
        </span>
      </div>
    );
  return (
    <div className={style.cycle}>
      <b>
        <CycleName cycle={column} />
      </b>
      {t("timeLine.from", { date: formatDate(column.startsOn) })}
    </div>
  );
}

/** A cycle by its name; the way to its plan, or to its review once it ended. */
export function CycleName({ cycle: { id, name, state } }: { cycle: LineCycle }) {
  if (id === null) return name;
  const isOver = state === "closed" || state === "review";
  return (
    <Link to={isOver ? "/cycles/$cycle/review" : "/cycles/$cycle/plan"} params={{ cycle: id }}>
      {name}
    </Link>
  );
}
