import i18next from "i18next";
import type { Enum } from "../app/i18n";

/** What there is to choose from in an enumeration, each with its word. */
export function choiceWords(of: Enum): { value: string; label: string }[] {
  const words = i18next.getResource(i18next.language, "translation", `choice.${of}`);
  return Object.entries((words ?? {}) as Record<string, string>).map(([value, label]) => ({
    value,
    label,
  }));
}

export const choiceWord = (of: Enum, value: string) =>
  choiceWords(of).find((one) => one.value === value)?.label ?? value;
