import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type german from "../../locales/de";
import type { Schemas } from "../api/client";

export type Language = "de" | "en";

/** Every text by its key. A key that is put together at run time is checked like a written one. */
export type Texts = typeof german;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Texts };
  }
}

/** What the change log calls a kind of entity. */
export type Term = keyof Texts["term"];

/** An enumeration of the API whose enumerators have words, below its own name. */
export type Enum = keyof Texts["choice"] & keyof Schemas;

/** The key of an enumerator's word: `none` of `Standing` is another word than `none` of `OutcomeKind`. */
export function wordKey<E extends Enum>(of: E, value: Schemas[E]) {
  return `choice.${of}.${value}` as { [Each in Enum]: `choice.${Each}.${Schemas[Each]}` }[Enum];
}

/** Either has every text, or it does not build. */
const texts: Record<Language, () => Promise<{ default: Texts }>> = {
  de: () => import("../../locales/de"),
  en: () => import("../../locales/en"),
};

/** Fetches the words of a language where they are not there yet. */
export async function loadWords(language: Language) {
  if (i18next.hasResourceBundle(language, "translation")) return;
  i18next.addResourceBundle(language, "translation", (await texts[language]()).default);
}

/** Starts in the language last chosen in this browser, else in the browser's own. */
export async function startI18n() {
  const kept = localStorage.getItem("takt-language");
  const browser = navigator.language.startsWith("de") ? "de" : "en";
  const language = kept === "de" || kept === "en" ? kept : browser;
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {},
    interpolation: { escapeValue: false },
  });
  await loadWords(language);
  document.documentElement.lang = language;
}

/** Shows the interface in `language` and remembers it in this browser. */
export async function chooseLanguage(language: Language) {
  await loadWords(language);
  localStorage.setItem("takt-language", language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
