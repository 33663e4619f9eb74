import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type german from "../../locales/de";
import type ofImport from "../../locales/de/import.json";
import type ofShare from "../../locales/de/share.json";
import type ofSlide from "../../locales/de/slide.json";
import type { Schemas } from "../api/client";

export type Language = "de" | "en";

/** Every text by its key. A key that is put together at run time is checked like a written one. */
export type Texts = typeof german & typeof ofImport & typeof ofShare & typeof ofSlide;

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
const texts: Record<Language, () => Promise<{ default: typeof german }>> = {
  de: () => import("../../locales/de"),
  en: () => import("../../locales/en"),
};

/** The words of a room that few enter come with it. */
const ofRooms = {
  import: {
    de: () => import("../../locales/de/import.json"),
    en: () => import("../../locales/en/import.json"),
  },
  share: {
    de: () => import("../../locales/de/share.json"),
    en: () => import("../../locales/en/share.json"),
  },
  slide: {
    de: () => import("../../locales/de/slide.json"),
    en: () => import("../../locales/en/slide.json"),
  },
};
type Room = keyof typeof ofRooms;
const entered = new Set<Room>();

/** Fetches the words of a language where they are not there yet, and those of the rooms that were entered. */
export async function loadWords(language: Language) {
  // Beside each other as they are: no key stands in two of them.
  const add = (words: object) =>
    i18next.addResourceBundle(language, "translation", words, false, true, { skipCopy: true });
  if (!i18next.hasResourceBundle(language, "translation")) add((await texts[language]()).default);
  for (const room of entered)
    if (i18next.getResource(language, "translation", room) === undefined)
      add((await ofRooms[room][language]()).default);
}

/** To be awaited with the page of the room. */
export async function loadRoomWords(room: Room) {
  entered.add(room);
  await loadWords(i18next.language === "de" ? "de" : "en");
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
  await speak(language);
  localStorage.setItem("takt-language", language);
}

/** Shows what is there in `language`, which says nothing of what this browser's user wants elsewhere. */
export async function speak(language: Language) {
  await loadWords(language);
  document.documentElement.lang = language;
  // Whatever is said would be said anew.
  if (i18next.language !== language) await i18next.changeLanguage(language);
}
