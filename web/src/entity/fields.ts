import type { Named } from "./named";

/** How a field of an entity is entered. A form is a list of these; nothing else is needed. */
export type FieldKind =
  | "text"
  | "prose"
  | "number"
  | "whole"
  | "date"
  | "switch"
  | "choice"
  | "reference"
  | "references"
  | "stages"
  | "goals"
  | "links"
  | "tags"
  | "instant";

export interface Option {
  value: string;
  label: string;
}

/** Named things, as they are offered for choice. */
export const optionsOf = (things: readonly Named[]): Option[] =>
  things.map(({ id, name }) => ({ value: id, label: name }));

export interface Field {
  name: string;
  kind: FieldKind;
  required?: boolean;
  /** Written choices, translated as `choice.<value>`. */
  choices?: readonly string[];
  /** What may be referred to. */
  options?: Option[];
  min?: number;
  max?: number;
  /** Shown only while this holds. */
  when?: (values: Values) => boolean;
}

export type Values = Record<string, unknown>;

/** Whether two values of a field are the same. */
export const same = (left: unknown, right: unknown) =>
  JSON.stringify(left) === JSON.stringify(right);

/** What has to be sent: the fields that differ from what was seen. */
export function changedValues(fields: Field[], before: Values | undefined, after: Values): Values {
  const out: Values = {};
  for (const { name } of fields) {
    const value = after[name];
    if (before ? !same(before[name], value) : value !== undefined) out[name] = value;
  }
  return out;
}
