import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import de from "../../locales/de.json";
import en from "../../locales/en.json";

export type Language = "de" | "en";

export function startI18n() {
  const kept = localStorage.getItem("takt-language");
  const language = kept ?? (navigator.language.startsWith("de") ? "de" : "en");
  i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "en",
    resources: { de: { translation: de }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

/** Shows the interface in `language` and remembers it in this browser. */
export function chooseLanguage(language: Language) {
  localStorage.setItem("takt-language", language);
  document.documentElement.lang = language;
  i18next.changeLanguage(language);
}
