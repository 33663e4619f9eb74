import type { ReactNode } from "react";
import type { Schemas } from "../api/client";
import type { Enum, Texts } from "../app/i18n";
import type { Named } from "./named";

/** How a field of an entity is entered. A form is a list of these; nothing else is needed. */
export type FieldKind =
  | "text"
  /** One line too, but long enough to be wrapped. */
  | "title"
  | "prose"
  | "number"
  | "whole"
  /** Stored as a fraction of 1. */
  | "percent"
  | "date"
  | "switch"
  | "reference"
  | "references"
  | "stages"
  | "goals"
  | "links"
  | "tags"
  | "keyFigures"
  /** One of the twelve, by its number. */
  | "month"
  /** Towards us, by its number. */
  | "attitude"
  | "instant"
  | "timeZone";

export interface Option {
  value: string;
  label: string;
  /** Named where it was chosen, and not offered any more. */
  disabled?: boolean;
}

/** Named things, as they are offered for choice. */
export const optionsOf = (things: readonly Named[]): Option[] =>
  things.map(({ id, name }) => ({ value: id, label: name }));

interface FieldOf<Kind> {
  /** What it is called stands below `field` in the languages. */
  name: keyof Texts["field"];
  kind: Kind;
  /** Below `field`, too: what it is called in its form where its own name says too little there. */
  label?: keyof Texts["field"];
  required?: boolean;
  /** What may be referred to; of a text, what is suggested. */
  options?: Option[];
  min?: number;
  max?: number;
  /** To how many a number is shown that the server computed. */
  decimals?: number;
  /** The field of its unit: where that is empty, a number written in per cent says it. */
  unit?: keyof Texts["field"];
  /** What is good to know where it is entered. */
  hint?: ReactNode;
  /** Shown only while this holds. */
  when?: (values: Values) => boolean;
  /** What is gently doubted as things stand, by its name below `hint`. */
  doubt?: (values: Values) => keyof Texts["hint"] | false;
  /** What is stored while it is not shown, where it may not stay as it was. */
  otherwise?: unknown;
}

/** Some or all enumerators of one enumeration, whose words stand below `choice.<its name>`: one of them, or several. */
interface Choice<E extends Enum> extends FieldOf<"choice" | "choices"> {
  of: E;
  choices: readonly Schemas[E][];
  /** It may be left open. */
  clearable?: boolean;
}

export type Field = FieldOf<FieldKind> | { [E in Enum]: Choice<E> }[Enum];

/** The fields, with a number that the server may have computed shown to `decimals`. */
export const shownTo = (fields: Field[], name: Field["name"], decimals: number): Field[] =>
  fields.map((field) => (field.name === name ? { ...field, decimals } : field));

export type Values = Record<string, unknown>;

/** Whether two values of a field are the same. */
export const same = (left: unknown, right: unknown) =>
  JSON.stringify(left) === JSON.stringify(right);

/** What was typed or pasted as the one line that a title or name is. */
export const oneLine = (text: string) => text.replace(/\s*[\t\r\n\u2028\u2029]\s*/g, " ").trim();

const entered = ({ name, kind }: Field, values: Values) => {
  const value = values[name];
  return (kind === "text" || kind === "title") && typeof value === "string"
    ? oneLine(value)
    : value;
};

/** What has to be sent: the fields that differ from what was seen. */
export function changedValues(fields: Field[], before: Values | undefined, after: Values): Values {
  const out: Values = {};
  for (const field of fields) {
    const { name } = field;
    const value = entered(field, after);
    if (before ? !same(before[name], value) : value !== undefined) out[name] = value;
  }
  return out;
}
