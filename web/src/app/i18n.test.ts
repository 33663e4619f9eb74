// @vitest-environment happy-dom
import i18next from "i18next";
import { beforeEach, expect, it, vi } from "vitest";
import { chooseLanguage, loadRoomWords, startI18n } from "./i18n";

beforeEach(() => localStorage.clear());

it.each([
  ["de-AT", "de"],
  ["de", "de"],
  ["en-US", "en"],
  ["fr-FR", "en"],
])("a browser in %s begins in %s", async (browser, language) => {
  vi.stubGlobal("navigator", { language: browser });
  await startI18n();
  expect(i18next.language).toBe(language);
  expect(document.documentElement.lang).toBe(language);
});

it("goes on in the language that was chosen here last", async () => {
  vi.stubGlobal("navigator", { language: "de-AT" });
  localStorage.setItem("takt-language", "en");
  await startI18n();
  expect(i18next.language).toBe("en");
});

it("has the words of a room once it is entered, in the language that is chosen later, too", async () => {
  vi.stubGlobal("navigator", { language: "de" });
  await startI18n();
  await loadRoomWords("import");
  expect(i18next.t("import.step.source")).toBe("Quelle");
  await chooseLanguage("en");
  expect(i18next.t("import.step.source")).toBe("Source");
});
