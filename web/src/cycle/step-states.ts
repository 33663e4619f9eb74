import type { Schemas } from "../api/client";
import { asksReason } from "./asks-reason";
import type { PlanPageData } from "./plan-query";
import { type PlanStep, planSteps } from "./plan-steps";

/** What a step has or lacks: its sentence below `plan.has`, with how many. */
export interface StepState {
  done: boolean;
  says: { key: SaysKey; count?: number; of?: number };
}

type SaysKey =
  | "first"
  | "running"
  | "toCarry"
  | "toDecide"
  | "decided"
  | "waiting"
  | "open"
  | "nothingWaits"
  | "noFocus"
  | "focus"
  | "voted"
  | "noObjective"
  | "objectives"
  | "missing"
  | "hints"
  | "ready"
  | "changes"
  | "unchanged";

type Heard = Pick<Schemas["SignalBoard"], "signals" | "questions">;

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);

function back({ previous, previousRows, waitingToCarry }: PlanPageData): StepState {
  if (!previous) return { done: true, says: { key: "first" } };
  if (previous.state !== "review" && previous.state !== "closed")
    return { done: false, says: { key: "running" } };
  const rows = previousRows.filter((row) => row.state !== "dropped");
  const decided = rows.filter((row) => row.decision).length;
  if (decided < rows.length)
    return { done: false, says: { key: "toDecide", count: decided, of: rows.length } };
  if (waitingToCarry > 0) return { done: false, says: { key: "toCarry", count: waitingToCarry } };
  return { done: true, says: { key: "decided", count: rows.length } };
}

function changed(heard: Heard | undefined): StepState {
  const waiting = heard?.signals.filter(({ waits }) => waits).length ?? 0;
  const open = heard?.questions.length ?? 0;
  if (waiting > 0) return { done: false, says: { key: "waiting", count: waiting } };
  return { done: true, says: open > 0 ? { key: "open", count: open } : { key: "nothingWaits" } };
}

function focus({ focusTopics }: PlanPageData): StepState {
  const votes = sum(focusTopics.map((topic) => topic.votes));
  if (focusTopics.length === 0) return { done: false, says: { key: "noFocus" } };
  if (votes > 0) return { done: true, says: { key: "voted", count: votes } };
  return { done: true, says: { key: "focus", count: focusTopics.length } };
}

function objectives({ objectives: views, readiness }: PlanPageData): StepState {
  const meant = views.filter(({ objective }) => objective.state !== "dropped");
  const missing = readiness.some(({ met, blocking }) => blocking && !met);
  if (meant.length === 0) return { done: false, says: { key: "noObjective" } };
  return {
    done: !missing,
    says: { key: "objectives", count: meant.length, of: sum(meant.map(({ total }) => total)) },
  };
}

function start({ cycle, readiness, sinceStart }: PlanPageData): StepState {
  if (asksReason(cycle) || cycle.state === "closed")
    return sinceStart.length > 0
      ? { done: true, says: { key: "changes", count: sinceStart.length } }
      : { done: true, says: { key: "unchanged" } };
  const lacking = readiness.filter(({ met }) => !met);
  const missing = lacking.filter(({ blocking }) => blocking).length;
  if (missing > 0) return { done: false, says: { key: "missing", count: missing } };
  if (lacking.length > 0) return { done: false, says: { key: "hints", count: lacking.length } };
  return { done: false, says: { key: "ready" } };
}

export const stepStates = (
  plan: PlanPageData,
  heard: Heard | undefined,
): Record<PlanStep, StepState> => ({
  back: back(plan),
  changed: changed(heard),
  focus: focus(plan),
  objectives: objectives(plan),
  start: start(plan),
});

/** Where somebody begins who named no step: where the plan lacks something, or at what runs. */
export function firstStep(plan: PlanPageData, heard: Heard | undefined): PlanStep {
  if (plan.cycle.state !== "planning") return "objectives";
  const states = stepStates(plan, heard);
  return planSteps.find((step) => !states[step].done) ?? "start";
}
