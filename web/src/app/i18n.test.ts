// @vitest-environment happy-dom
import i18next from "i18next";
import { beforeEach, expect, it, vi } from "vitest";
import { startI18n } from "./i18n";

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
