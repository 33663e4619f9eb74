import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { useMay } from "../app/may";
import { LeftOpen } from "../cycle/left-open";
import { EffectMatrix } from "../effect/effect-matrix";
import { ObjectiveReview } from "../review/objective-review";
import { pointsOf } from "../review/points";
import { reviewQuery } from "../review/review-query";
import { ReviewSteps } from "../review/review-steps";
import { PageSkeleton } from "../ui/skeleton";
import style from "./room.module.css";
import type { Room } from "./room-query";
import type { Item } from "./use-items";

/** The ended cycle: what each objective came to, then what that moved, what was learned and decided. */
export function LookBackStep({
  room,
  step,
  item,
}: {
  room: Room;
  step: "results" | "effect";
  item?: Item;
}) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const [left, setLeft] = useState<Schemas["LeftOpen"][]>();
  const page = useQuery({
    ...reviewQuery(room.endedCycle ?? ""),
    enabled: room.endedCycle !== null,
  }).data;
  if (room.endedCycle === null) return <p className="muted">{t("plan.firstCycle")}</p>;
  if (!page) return <PageSkeleton />;
  const at = page.objectives.findIndex(({ view }) => view.objective.id === item?.id);
  const view = page.objectives[at];
  const { cycle } = page;
  // It has not begun while the cycle runs, and ends once all is decided.
  const steps = contribute && (step === "effect" || cycle.state === "active");
  return (
    <>
      <p className="muted">{t("meeting.looksBackOn", { name: cycle.name })}</p>
      {page.objectives.length === 0 && <p className="muted">{t("plan.noObjective")}</p>}
      {view && (
        <ObjectiveReview
          key={view.view.objective.id}
          number={at + 1}
          view={view}
          page={page}
          editable={cycle.state === "review"}
          only={step === "results" ? "result" : "lesson"}
        />
      )}
      {step === "effect" && page.objectives.length > 0 && (
        <details className={style.matrix}>
          <summary>{t("effect.matrix")}</summary>
          <EffectMatrix borders={page.borders} points={pointsOf(page)} />
        </details>
      )}
      {steps && (
        <ReviewSteps
          page={page}
          next={room.nextCycle === null}
          onPlanned={({ leftOpen }) => setLeft(leftOpen)}
        />
      )}
      {left && <LeftOpen entries={left} />}
    </>
  );
}
