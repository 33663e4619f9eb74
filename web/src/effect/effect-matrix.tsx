import { useMediaQuery } from "@mantine/hooks";
import { IconArrowLeft, IconArrowRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatNumber, formatShare } from "../app/format";
import style from "./effect-matrix.module.css";
import { type Place, spread, stacked } from "./spread";

export interface Point {
  /** The objective. */
  id: string;
  title: string;
  cycle: string;
  result: number | null;
  /** How far the outcome moved; what counts for the quadrant. */
  effect: number | null;
  /** The same as read before the middle of the cycle, where nothing was read after it. */
  soFar: number | null;
  quadrant: Schemas["Quadrant"];
  /** Its cycle still runs. */
  running: boolean;
  /** The outcome in its own figures: "34 → 31". */
  moved?: string;
  /** What it is called beside its dot, which then has no number: "TEU O1". On a phone it has one, and is called so below. */
  label?: string;
}

// The axis goes from half of the way back to half of it again beyond the target.
const least = -0.5;
const most = 1.5;
const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);
const x = (effect: number) => ((within(effect, least, most) - least) / (most - least)) * 100;
const y = (result: number) => (1 - within(result, 0, 1)) * 100;
const percent = (value: number) => `${value}%`;

/** What a computed share may miss the end of the axis by. */
const rounding = 1e-9;
const isBelow = (at: number) => at < least - rounding;
const isAbove = (at: number) => at > most + rounding;

/** A quadrant's name stands at the end at which no dot covers it. */
const nameReaches = 13;

/** So many have room for their figures beside them. */
const mostLabels = 4;
/** And so many for what they are called. */
const mostNames = 14;
const mostLaneNames = 8;

/** A dot's size in per cent of what is plotted on a phone, so that none covers another's number. */
const farOnPhone = { x: 14, y: 8 };

const ticksAround = (border: number, ticks: number[]) =>
  [...ticks.filter((tick) => Math.abs(tick - border) > 0.06), border].sort((a, b) => a - b);

/**
 * The 2 × 2 of result (upwards) and effectiveness (to the right). A dot is filled once its cycle is
 * over, and hollow for what is so far; what lies beyond the axis sits on its edge with an arrow.
 */
export function EffectMatrix({
  points,
  borders,
  lane = false,
}: {
  points: Point[];
  borders: Schemas["QuadrantBorders"];
  /** Whether what has a result and no effect stands in a lane of its own at the left. */
  lane?: boolean;
}) {
  const { t } = useTranslation();
  const phone = useMediaQuery("screen and (max-width: 47.99em)", undefined, {
    getInitialValueInEffect: false,
  });
  // There is no room for names beside the dots.
  const listed = phone && points.some(({ label }) => label !== undefined);
  const told = points.map((point, index) => {
    const moved = point.effect ?? point.soFar;
    const hollow = point.running || point.effect === null;
    const figures = [
      `${t("effect.result")} ${formatShare(point.result)}`,
      moved !== null && t("effect.moved", { effect: formatShare(moved) }),
      hollow && moved !== null && t("effect.soFar"),
      t(`choice.Quadrant.${point.quadrant}`),
    ];
    return {
      ...point,
      number: index + 1,
      at: moved,
      hollow,
      figures: figures.filter(Boolean).join(", "),
      called: [(listed || !point.label) && index + 1, point.label].filter(Boolean).join(" "),
    };
  });
  const placed = told.filter(({ result, at }) => result !== null && at !== null);
  const inLane = told.filter(({ result, at }) => lane && result !== null && at === null);
  const unknown = told.filter((point) => !placed.includes(point) && !inLane.includes(point));
  const named = !listed && inLane.length <= mostLaneNames;
  const beside = stacked(
    inLane.map(({ result }) => y(result ?? 0)),
    named ? [14] : listed ? [22, 78] : [20, 50, 80],
  );
  const exact = placed.map(({ result, at }) => ({ x: x(at ?? 0), y: y(result ?? 0) }));
  const places = spread(exact, phone ? farOnPhone : undefined);
  // Beside which a dot stands that its figures would run into.
  const runsInto = ({ x, y }: Place) =>
    places.some((other) => other.x > x && other.x < x + 16 && Math.abs(other.y - y) < 7);
  const border = { x: x(borders.effect), y: y(borders.result) };
  const quadrants = [
    { of: "busy", left: 0, top: 0, right: 100 - border.x, bottom: 100 - border.y },
    { of: "worked", left: border.x, top: 0, right: 0, bottom: 100 - border.y },
    { of: "not_done", left: 0, top: border.y, right: 100 - border.x, bottom: 0 },
    { of: "lucky", left: border.x, top: border.y, right: 0, bottom: 0 },
  ] as const;
  const isCovered = ({ left, right, top, bottom }: (typeof quadrants)[number]) =>
    places.some(
      ({ x, y }) =>
        x >= left &&
        x <= 100 - right &&
        y >= top &&
        y <= 100 - bottom &&
        y > 100 - bottom - nameReaches,
    );
  const nameOf = ({ called, title, figures }: (typeof told)[number]) =>
    `${called} ${title}: ${figures}`;
  const dot = (point: (typeof told)[number]) => (
    <Link
      key={point.id}
      to="/cycles/$cycle/review"
      params={{ cycle: point.cycle }}
      hash={point.id}
      className={style.dot}
      data-quadrant={point.quadrant}
      data-hollow={point.hollow || undefined}
      data-small={(!listed && point.label !== undefined) || undefined}
      aria-label={nameOf(point)}
      title={nameOf(point)}
    >
      {point.label && !listed ? null : point.number}
    </Link>
  );
  return (
    <figure className={style.matrix} aria-label={t("effect.ofMatrix", { count: points.length })}>
      <div className={style.plot} data-lane={lane || undefined}>
        {lane && (
          <div className={style.lane}>
            <b>{t("choice.Quadrant.unknown")}</b>
            <Leaders
              from={inLane.map(({ result }, index) => ({
                x: beside[index]?.x ?? 50,
                y: y(result ?? 0),
              }))}
              to={beside}
            />
            {inLane.map((point, index) => (
              <span
                key={point.id}
                className={style.point}
                style={{
                  left: percent(beside[index]?.x ?? 50),
                  top: percent(beside[index]?.y ?? 0),
                }}
              >
                {dot(point)}
                {named && (
                  <span className={style.moved} aria-hidden="true">
                    {point.label}
                  </span>
                )}
              </span>
            ))}
          </div>
        )}
        {quadrants.map((quadrant) => {
          const { of, left, top, right, bottom } = quadrant;
          return (
            <div
              key={of}
              data-above={isCovered(quadrant) || undefined}
              className={style.quadrant}
              data-of={of}
              style={{
                left: percent(left),
                top: percent(top),
                right: percent(right),
                bottom: percent(bottom),
              }}
            >
              <b>{t(`choice.Quadrant.${of}`)}</b>
              {(of === "not_done" || of === "lucky") && <span>{t(`effect.asks.${of}`)}</span>}
            </div>
          );
        })}
        {ticksAround(borders.effect, [least, 0, 1, most]).map((tick) => (
          <span
            key={tick}
            className={style.x}
            aria-hidden="true"
            style={{ left: percent(x(tick)) }}
          >
            {formatNumber(Math.round(tick * 100))}
          </span>
        ))}
        {ticksAround(borders.result, [0, 0.25, 0.5, 1]).map((tick) => (
          <span key={tick} className={style.y} aria-hidden="true" style={{ top: percent(y(tick)) }}>
            {Math.round(tick * 100)}
          </span>
        ))}
        {[0, 1].map((of) => (
          <i key={of} className={style.guide} style={{ left: percent(x(of)) }} />
        ))}
        <Leaders from={exact} to={places} />
        {placed.map((point, index) => {
          const place = places[index];
          const at = point.at ?? 0;
          return (
            <span
              key={point.id}
              className={style.point}
              data-left={(place && (place.x > 60 || runsInto(place))) || undefined}
              data-low={(place?.y ?? 0) > 88 || undefined}
              style={{ left: percent(place?.x ?? 0), top: percent(place?.y ?? 0) }}
            >
              {dot(point)}
              {(isBelow(at) || isAbove(at)) && (
                <span className={style.beyond} aria-hidden="true">
                  {isBelow(at) && <IconArrowLeft size={14} stroke={2} />}
                  {!listed && formatShare(at)}
                  {isAbove(at) && <IconArrowRight size={14} stroke={2} />}
                </span>
              )}
              {point.label && !listed && placed.length <= mostNames && (
                <span className={style.moved} aria-hidden="true">
                  {point.label}
                </span>
              )}
              {point.moved && placed.length <= mostLabels && (
                <span className={style.moved} aria-hidden="true">
                  {point.moved}
                </span>
              )}
            </span>
          );
        })}
      </div>
      <figcaption>
        <span>{t("effect.axisResult")} ↑</span>
        <span>{t("effect.axisEffect")} →</span>
      </figcaption>
      {unknown.length > 0 && (
        <div className={style.unknown}>
          <b>
            {t(
              unknown.every(({ at }) => at === null)
                ? "choice.Quadrant.unknown"
                : "effect.unplaced",
            )}
          </b>
          <span>{t("effect.asks.unknown")}</span>
          <div>{unknown.map((point) => dot(point))}</div>
        </div>
      )}
      {listed && (
        <details className={style.names} open={told.length <= mostNames}>
          <summary>{t("effect.names")}</summary>
          <ol>
            {told.map((point) => (
              <li key={point.id}>
                <Link to="/cycles/$cycle/review" params={{ cycle: point.cycle }} hash={point.id}>
                  <span className={style.number}>{point.number}</span>
                  <span>
                    <b>{point.label}</b> {point.title}
                    <small>{point.figures}</small>
                  </span>
                </Link>
              </li>
            ))}
          </ol>
        </details>
      )}
      {!lane && told.some(({ hollow, at }) => hollow && at !== null) && (
        <p className={style.hollow}>{t("effect.hollow")}</p>
      )}
    </figure>
  );
}

/** From where a dot belongs to where it was moved, so that no dot covers another. */
function Leaders({ from, to }: { from: Place[]; to: Place[] }) {
  const moved = from.flatMap((exact, index) => {
    const place = to[index];
    return place && Math.hypot(place.x - exact.x, place.y - exact.y) > 0.1
      ? [{ exact, place }]
      : [];
  });
  if (moved.length === 0) return null;
  return (
    <svg
      className={style.leaders}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {moved.map(({ exact, place }) => (
        <g key={`${place.x} ${place.y}`}>
          <line x1={exact.x} y1={exact.y} x2={place.x} y2={place.y} />
          {/* A line without length has round ends, whatever the plot is stretched to. */}
          <line data-exact x1={exact.x} y1={exact.y} x2={exact.x} y2={exact.y} />
        </g>
      ))}
    </svg>
  );
}
