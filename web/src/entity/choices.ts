import type { Schemas } from "../api/client";
import type { Enum } from "../app/i18n";
import type { Field } from "./fields";

type Part<V> = V extends readonly (infer P)[] ? P : V;

/** The enumeration that a member is written in, or those of its parts; never where there is none. */
type ChoiceOf<V> = [V] extends [string]
  ? {
      [E in Enum]: [V] extends [Schemas[E]] ? ([Schemas[E]] extends [V] ? E : never) : never;
    }[Enum]
  : [V] extends [object]
    ? [keyof ChoicesOf<V>] extends [never]
      ? never
      : ChoicesOf<V>
    : never;

type ChoicesOf<S> = {
  [M in keyof S as [ChoiceOf<Part<NonNullable<S[M]>>>] extends [never] ? never : M]-?: ChoiceOf<
    Part<NonNullable<S[M]>>
  >;
};

/** What the change log tells of: everything that can be archived. */
type Recorded = {
  [S in keyof Schemas]: Schemas[S] extends { archivedAt: unknown; version: unknown } ? S : never;
}[keyof Schemas];

/** The enumerations of every entity's members. One more or less in the API breaks the build. */
const choices: {
  [S in Recorded as [keyof ChoicesOf<Schemas[S]>] extends [never] ? never : S]: ChoicesOf<
    Schemas[S]
  >;
} = {
  Account: { sharePeriod: "Period" },
  User: { role: "OrganisationRole", language: "Language" },
  TeamMember: { role: "TeamRole" },
  Site: { kind: "SiteKind" },
  ProductArea: { standing: "Standing" },
  Contact: { roles: "BuyingRole" },
  LongTermGoal: { kind: "GoalKind", state: "GoalState" },
  Cycle: { state: "CycleState" },
  Objective: {
    outcomeKind: "OutcomeKind",
    goals: { kind: "GoalLinkKind" },
    state: "ObjectiveState",
  },
  KeyResult: { kind: "KeyResultKind", follows: "Follows", state: "KeyResultState" },
  Review: { decision: "Decision" },
  SupplyRecord: { period: "Period", unit: "SupplyUnit", rest: "Rest" },
  Kpi: { direction: "KpiDirection" },
  Signal: {
    theme: "SignalTheme",
    source: "SignalSource",
    nature: "SignalNature",
    state: "SignalState",
  },
  Import: { kind: "ImportKind" },
  ShareLink: { audience: "Audience", language: "Language" },
  MarketSignal: { theme: "SignalTheme", source: "SignalSource" },
  OpenQuestion: { aboutKind: "AboutKind" },
  Assumption: { aboutKind: "AboutKind" },
  Response: { kind: "ResponseKind" },
  Meeting: { kind: "MeetingKind", state: "MeetingState" },
  MeetingNote: { kind: "NoteKind" },
  Playbook: {
    language: "Language",
    outcomeKind: "OutcomeKind",
    keyResults: { kind: "KeyResultKind" },
  },
};

/** Those of members that there are no more and that the change log tells of. */
const former: { [entity: string]: { [member: string]: Enum } } = {
  Contact: { role: "BuyingRole" },
};

/** The enumeration of a member, or those of its parts by their names. */
export type Choices = Enum | { [member: string]: Choices | undefined };

/** The enumeration that a form's field offers. */
export function choicesOfField(field: Field): Choices | undefined {
  if (field.kind === "choice" || field.kind === "choices") return field.of;
  return field.kind === "goals" ? { kind: "GoalLinkKind" } : undefined;
}

/** The enumerations of an entity's members; `entity` as the change log writes it: `key_result`. */
export function choicesOf(entity: string): { [member: string]: Choices | undefined } {
  const name = entity.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return {
    ...former[name],
    ...(choices as { [entity: string]: { [member: string]: Choices } })[name],
  };
}
