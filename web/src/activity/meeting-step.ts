import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";
import { agendas } from "../meeting/agenda";

type Change = Schemas["Change"];

/** Of which kind each meeting is, as far as the changes tell: that by which it was planned does. */
export type MeetingKinds = ReadonlyMap<string, Schemas["MeetingKind"]>;

export const meetingKindsIn = (changes: readonly Change[]): MeetingKinds =>
  new Map(
    changes.flatMap(({ entity, entityId, after }) => {
      const { kind } = (after ?? {}) as { kind?: Schemas["MeetingKind"] };
      return entity === "meeting" && kind ? [[entityId, kind] as const] : [];
    }),
  );

/** A step of an agenda by its name, else counted from 1 as people do; nothing where it is none. */
export function stepText(
  { entity, entityId, parentId }: Change,
  field: string,
  value: unknown,
  meetings: MeetingKinds | undefined,
  t: TFunction,
): string | undefined {
  if (field !== "step" || typeof value !== "number") return undefined;
  if (entity !== "meeting" && entity !== "meeting_note") return undefined;
  const kind = meetings?.get((entity === "meeting" ? entityId : parentId) ?? "");
  const step = kind && agendas[kind][value];
  return step ? t(`meeting.step.${step}`) : String(value + 1);
}
