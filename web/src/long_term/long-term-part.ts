import type { Schemas } from "../api/client";
import type { OpenForm } from "../entity/use-entity-form";
import type { LineCycle } from "./line-layout";

export type Page = Schemas["LongTermPage"];
export type GoalLine = Schemas["GoalLine"];
export type Step = Schemas["GoalStep"];
export type Milestone = Schemas["Milestone"];

/** What each look at the goals gets: as lanes of a line, or as a list. */
export interface GoalsProps {
  page: Page;
  /** The place of the present cycle among the page's cycles. */
  now: number;
  onOpen: OpenForm;
  onGoal: (line: GoalLine) => void;
  /** Without a milestone a new one, by `due`. */
  onMilestone: (line: GoalLine, milestone: Milestone | undefined, due?: string) => void;
}

/** The present cycle, else the one that begins next, else the last one; the first where none is planned yet. */
export function presentOf(cycles: LineCycle[]): number {
  const places = [
    cycles.findIndex(({ state }) => state === "active"),
    cycles.findLastIndex(({ state }) => state === "review"),
    cycles.findIndex(({ state }) => state === "planning"),
    cycles.findLastIndex(({ id }) => id !== null),
  ];
  return places.find((place) => place >= 0) ?? 0;
}

/** What a cycle does for a goal. */
export const stepsIn = (line: GoalLine, cycle: string | null) =>
  cycle === null ? [] : line.steps.filter((step) => step.cycle === cycle);

/** Whether a milestone can be put into a cycle: it lies before the goal and is not over. */
export const takesMilestone = ({ goal }: GoalLine, { state, startsOn }: LineCycle) =>
  goal.state === "open" && state !== "closed" && state !== "review" && startsOn <= goal.due;

/** The day by which a milestone is due that is put into a cycle. */
export const dueIn = ({ goal }: GoalLine, { endsOn }: LineCycle) =>
  endsOn < goal.due ? endsOn : goal.due;

export const isWithin = (date: string, { startsOn, endsOn }: LineCycle) =>
  date >= startsOn && date <= endsOn;
