import i18next from "i18next";
import { initReactI18next } from "react-i18next";

export type Language = "de" | "en";

const texts = {
  de: () => import("../../locales/de.json"),
  en: () => import("../../locales/en.json"),
};

async function load(language: Language) {
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
  await load(language);
  document.documentElement.lang = language;
}

/** Shows the interface in `language` and remembers it in this browser. */
export async function chooseLanguage(language: Language) {
  await load(language);
  localStorage.setItem("takt-language", language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
