// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { Themes } from "./themes";

vi.mock("../app/session", () => ({ useToday: () => "2026-11-24" }));

it("says of which months its columns are", async () => {
  await speak("de");
  const months = [0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1];
  const themes = [{ theme: "merger", signals: 3, accounts: 1, months }] as Schemas["ThemeTrend"][];
  show(<Themes themes={themes} />);
  const titles = [...document.querySelectorAll("title")].map(({ textContent }) => textContent);
  expect(titles).toHaveLength(12);
  expect(titles[0]).toMatch(/^Dezember 2025: /);
  expect(titles[2]).toMatch(/^Februar 2026: 2 /);
  expect(titles[11]).toMatch(/^November 2026: 1 /);
  expect(document.querySelector("small")?.textContent).toBe("Dez. 25Nov. 26");
});
