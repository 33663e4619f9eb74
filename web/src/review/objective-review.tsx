import { Alert } from "@mantine/core";
import { IconHistory, IconListCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ChangeLine } from "../activity/change-line";
import type { Schemas } from "../api/client";
import { formatDate, formatPercent, formatShare } from "../app/format";
import { useMay, WriteButton } from "../app/may";
import { useToday } from "../app/session";
import { daysBetween, plusDays } from "../app/zone";
import card from "../cockpit/objective-card.module.css";
import { Outcome } from "../cockpit/outcome";
import { QuadrantChip } from "../cycle/quadrant";
import { useEntityForm } from "../entity/use-entity-form";
import { useStandpoint } from "../key_result/standpoint";
import { Bar } from "../ui/bar";
import { Chip } from "../ui/chip";
import style from "./review.module.css";
import { ReviewForm } from "./review-form";
import type { ReviewPageData } from "./review-query";

/** An objective in its review: what it came to, what that moved, what was learned and decided. */
export function ObjectiveReview({
  number,
  view,
  page,
  editable,
  only,
}: {
  number: number;
  view: Schemas["ReviewView"];
  page: ReviewPageData;
  editable: boolean;
  /** A part of it, where the rest has its turn later. */
  only?: "result" | "lesson";
}) {
  const { t } = useTranslation();
  const standpoint = useStandpoint();
  const { contribute } = useMay();
  const { objective, outcome } = view.view;
  const dropped = objective.state === "dropped";
  const judged = page.cycle.state === "closed" || dropped;
  return (
    <article className={style.panel} id={objective.id} tabIndex={-1} aria-label={objective.title}>
      <header className={style.title}>
        <span className={style.number} data-quadrant={view.quadrant} aria-hidden="true">
          {number}
        </span>
        <h2>{objective.title}</h2>
        <span className={style.chips}>
          <QuadrantChip quadrant={view.quadrant} />
          {judged && <Chip>{t(`choice.ObjectiveState.${objective.state}`)}</Chip>}
        </span>
      </header>
      <div className={`${card.figures} ${style.figures}`}>
        <div>
          <p className={card.label}>
            {t("effect.result")}
            {page.cycle.state === "active" && ` · ${t("effect.soFar")}`}
          </p>
          <p className={card.big}>{formatShare(view.score)}</p>
          <div>
            <Bar progress={view.score} label={t("effect.result")} told />
            <p className={card.small}>
              <HowScored view={view} />
            </p>
          </div>
        </div>
        <Outcome view={view.view} />
      </div>
      {view.neverMeasured.length > 0 && !dropped && !view.asksScore && (
        <p className="muted">
          {t("review.neverMeasured", { titles: view.neverMeasured.join(", ") })}
        </p>
      )}
      {objective.outcomeKind !== "none" && !outcome.known && !dropped && (
        <OutcomeAsked view={view} cycle={page.cycle} />
      )}
      {only !== "lesson" && (
        <ul className={style.keyResults}>
          {view.view.keyResults.map((one) => (
            <li key={one.keyResult.id}>
              <IconListCheck size={16} stroke={1.75} aria-hidden="true" />
              <Link to="/key-results/$keyResult" params={{ keyResult: one.keyResult.id }}>
                {one.keyResult.title}
              </Link>
              <span className={style.standpoint}>
                {standpoint(one)} <b>{formatPercent(one.progress)}</b>
              </span>
            </li>
          ))}
        </ul>
      )}
      {!dropped &&
        only !== "result" &&
        (editable && contribute ? <ReviewForm view={view} /> : <ReviewText view={view} />)}
      <ReadLater view={view} closed={page.cycle.state === "closed"} />
      {!only && (
        <details className={style.happened}>
          <summary>{t("review.happened", { count: view.happened.length })}</summary>
          <ul className="list">
            {view.happened.map((change) => (
              <li key={change.revision}>
                <ChangeLine change={change} people={page.people} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

/** Whether the result was computed, and from what, or given by hand, and why. */
function HowScored({ view }: { view: Schemas["ReviewView"] }) {
  const { t } = useTranslation();
  const { review } = view;
  if (review && review.scoreOverride !== null)
    return t("review.byHand", {
      computed: formatShare(view.view.result),
      reason: review.scoreReason,
    });
  if (view.score === null) return review?.notJudged ? t("field.notJudged") : t("review.noResult");
  return t("review.computed", { count: view.view.total });
}

/** An effect may come later: what was read after the close beside what was known then. */
function ReadLater({ view, closed }: { view: Schemas["ReviewView"]; closed: boolean }) {
  const { t } = useTranslation();
  const { effectAtClose, outcome } = view.view;
  if (!closed || outcome.effect === null || outcome.effect === effectAtClose) return null;
  return (
    <p className={style.later}>
      <IconHistory size={16} stroke={1.75} aria-hidden="true" />
      {t("review.readLater", {
        now: formatShare(outcome.effect),
        atClose: formatShare(effectAtClose),
      })}
    </p>
  );
}

/** The day from which on a reading tells the effect. */
const midpointOf = ({ startsOn, endsOn }: Schemas["Cycle"]) =>
  plusDays(startsOn, Math.floor(daysBetween(startsOn, endsOn) / 2));

/** No reading from the middle of the cycle on: the effect is unknown, and once it could be, the review asks for it. */
export function OutcomeAsked({
  view,
  cycle,
}: {
  view: Schemas["ReviewView"];
  cycle: Schemas["Cycle"];
}) {
  const { t } = useTranslation();
  const today = useToday();
  const [form, open] = useEntityForm();
  const { objective } = view.view;
  const from = midpointOf(cycle);
  const early = today < from;
  return (
    <Alert color={early ? "gray" : "orange"} mt="sm">
      <div className="row">
        <span className="grow">
          {early ? t("review.effectNotYet", { date: formatDate(from) }) : t("review.effectUnknown")}
        </span>
        {objective.outcomeKind === "own" && (
          <WriteButton
            size="compact-md"
            onClick={() =>
              open({
                title: t("review.reading"),
                collection: "/outcome-readings",
                parent: `/objectives/${objective.id}/outcome-readings`,
                fields: [
                  { name: "on", kind: "date", required: true },
                  { name: "value", kind: "number", required: true },
                  { name: "source", kind: "text" },
                ],
                initial: { on: today },
              })
            }
          >
            {t("review.reading")}
          </WriteButton>
        )}
      </div>
      {form}
    </Alert>
  );
}

/** What the team wrote, for who reads it. */
function ReviewText({ view }: { view: Schemas["ReviewView"] }) {
  const { t } = useTranslation();
  const { review } = view;
  if (!review) return null;
  return (
    <dl className={style.told}>
      {review.effectNote && (
        <>
          <dt>{t("review.why")}</dt>
          <dd>{review.effectNote}</dd>
        </>
      )}
      {review.lesson && (
        <>
          <dt>{t("field.lesson")}</dt>
          <dd className={style.lesson}>{review.lesson}</dd>
        </>
      )}
      {review.decision && (
        <>
          <dt>{t("review.decision")}</dt>
          <dd>
            <Chip tone="line">{t(`choice.Decision.${review.decision}`)}</Chip>
          </dd>
        </>
      )}
    </dl>
  );
}
