import { Alert, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { LinkButton } from "../app/link-button";
import { Contributors } from "../app/may";
import { useLive } from "../app/use-live";
import { FocusInBrief } from "../cycle/focus-topics";
import { LeftOpen } from "../cycle/left-open";
import { CarryOver } from "../cycle/look-back";
import { planNext } from "../cycle/plan-next";
import { PlanObjectives } from "../cycle/plan-objectives";
import { planForms } from "../cycle/plan-options";
import { heardQuery, type PlanPageData, planQuery } from "../cycle/plan-query";
import { StartCycle } from "../cycle/start-cycle";
import { usePlanFrom } from "../cycle/tray";
import { useProblemText } from "../entity/problem-text";
import { useEntityForm } from "../entity/use-entity-form";
import { Chip } from "../ui/chip";
import { Section } from "../ui/section";
import { PageSkeleton } from "../ui/skeleton";
import { toast } from "../ui/toast";
import type { Room } from "./room-query";

/** The next cycle, drafted where it is agreed: what goes on, objectives, key results, and its start. */
export function PlanStep({ room }: { room: Room }) {
  const [left, setLeft] = useState<Schemas["LeftOpen"][]>();
  return (
    <>
      {room.nextCycle === null ? (
        <NoCycle room={room} onPlanned={setLeft} />
      ) : (
        <NextCycle room={room} cycle={room.nextCycle} onLeft={setLeft} />
      )}
      {left && <LeftOpen entries={left} />}
    </>
  );
}

function NoCycle({
  room,
  onPlanned,
}: {
  room: Room;
  onPlanned: (left: Schemas["LeftOpen"][]) => void;
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const planning = useSend(() => planNext(room.account.id), {
    onSent: ({ leftOpen }) => onPlanned(leftOpen),
    refreshes: [ofAccounts],
  });
  const { problem } = planning;
  return (
    <>
      <p className="muted">{t("meeting.noNextCycle")}</p>
      {problem && (
        <Alert color="orange" role="alert">
          {problemText(problem.code, problem.message)}
        </Alert>
      )}
      <Contributors>
        <div>
          <Button onClick={() => planning.submit()} loading={planning.pending}>
            {t("review.planNext")}
          </Button>
        </div>
      </Contributors>
    </>
  );
}

function NextCycle({
  room,
  cycle,
  onLeft,
}: {
  room: Room;
  cycle: string;
  onLeft: (left: Schemas["LeftOpen"][]) => void;
}) {
  const plan = useQuery(planQuery(cycle)).data;
  useLive(room.account.id, planQuery(cycle).queryKey);
  // What can't be told of it now keeps nobody from planning.
  const heard = useQuery({ ...heardQuery(room.account.id), throwOnError: false }).data;
  if (!plan) return <PageSkeleton />;
  return <Draft plan={plan} heard={heard} onLeft={onLeft} />;
}

function Draft({
  plan,
  heard,
  onLeft,
}: {
  plan: PlanPageData;
  heard: Schemas["SignalBoard"] | undefined;
  onLeft: (left: Schemas["LeftOpen"][]) => void;
}) {
  const { t } = useTranslation();
  const [form, open] = useEntityForm();
  const forms = planForms(plan);
  const planFrom = usePlanFrom(plan, forms.objective, open);
  const { cycle } = plan;
  return (
    <>
      <div className="row">
        <h3>{cycle.name}</h3>
        <Chip tone={cycle.state === "planning" ? "brand" : "ok"}>
          {t(`choice.CycleState.${cycle.state}`)}
        </Chip>
        <span className="grow" />
        <LinkButton
          variant="subtle"
          size="compact-md"
          to="/cycles/$cycle/plan"
          params={{ cycle: cycle.id }}
        >
          {t("plan.open")}
        </LinkButton>
      </div>
      {plan.focusTopics.length > 0 && (
        <Section title={t("plan.focus")}>
          <FocusInBrief topics={plan.focusTopics} />
        </Section>
      )}
      <Contributors>
        <CarryOver plan={plan} onCarried={onLeft} />
      </Contributors>
      <PlanObjectives plan={plan} heard={heard} forms={forms} open={open} planFrom={planFrom} />
      {cycle.state === "planning" && (
        <Section title={t("plan.ready")}>
          <StartCycle
            plan={plan}
            planFrom={planFrom}
            onStarted={() => toast({ message: t("meeting.cycleStarted", { name: cycle.name }) })}
          />
        </Section>
      )}
      {form}
    </>
  );
}
