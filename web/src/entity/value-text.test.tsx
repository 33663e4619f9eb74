// @vitest-environment happy-dom
import { renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { choicesOf } from "./choices";
import "../testing/stage";
import { speak } from "../testing/stage";
import { useValueText } from "./value-text";

const people = [{ id: "0190", name: "Katrin Vogt" }];

async function texts(language: "de" | "en") {
  await speak(language);
  return renderHook(() => useValueText(people)).result.current;
}

/** Percent signs stand behind a space that does not break. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe.each([
  ["de", "60 %", "57,6 %", "1.234,5", "ja", "nein"],
  ["en", "60%", "57.6%", "1,234.5", "yes", "no"],
] as const)("in %s", (language, score, share, number, yes, no) => {
  it("shares and scores read in per cent, other numbers as they are", async () => {
    const { text } = await texts(language);
    expect(plain(text("score", 0.6))).toBe(score);
    expect(plain(text("scoreOverride", 0.6))).toBe(score);
    expect(plain(text("share", 0.576))).toBe(share);
    expect(text("target", 1234.5)).toBe(number);
  });

  it("yes and no are words", async () => {
    const { text } = await texts(language);
    expect([text("estimated", true), text("estimated", false)]).toEqual([yes, no]);
  });
});

it.each([null, undefined, "", []])("%j is no value, and zero is one", async (value) => {
  const { text } = await texts("de");
  expect(text("target", value)).toBe("–");
  expect(text("target", 0)).toBe("0");
  expect(plain(text("share", 0))).toBe("0 %");
});

it("days and instants read as the reader's language writes them", async () => {
  const german = await texts("de");
  expect(german.text("due", "2026-11-25")).toBe("25.11.2026");
  expect(german.text("plannedAt", "2026-11-25T09:00:00Z")).toMatch(/^25\.11\.2026, \d\d:00$/);
  const english = await texts("en");
  expect(english.text("due", "2026-11-25")).toBe("25/11/2026");
});

it("names stand for ids, and words for enumerators of their own enumeration only", async () => {
  const { text } = await texts("de");
  expect(text("owner", "0190")).toBe("Katrin Vogt");
  expect(text("owner", "4711")).toBe("4711");
  expect(text("kind", "corridor", choicesOf("key_result").kind)).not.toBe("corridor");
  expect(text("title", "corridor", choicesOf("key_result").title)).toBe("corridor");
});

it("stages read as a list, their degrees in per cent", async () => {
  const { text } = await texts("de");
  const stages = [
    { title: "offen", degree: 0 },
    { title: "verhandelt", degree: 37.5 },
  ];
  expect(plain(text("stages", stages))).toBe(
    "Titel: offen; Grad: 0 %, Titel: verhandelt; Grad: 37,5 %",
  );
});

it("whatever has no word of its own is called by its name", async () => {
  const { label } = await texts("de");
  expect(label("lower")).toBe("Untergrenze");
  expect(label("somethingNew")).toBe("somethingNew");
});

it("a customer's figures, the month of its year and its parent read as words", async () => {
  const { text } = await texts("de");
  const figures = [
    { name: "Umsatz", value: 4.2, unit: "Mrd. EUR", of: "GJ 2025/26" },
    { name: "Werke", value: 6, unit: "", of: "" },
  ];
  expect(text("keyFigures", figures)).toBe("Umsatz: 4,2 Mrd. EUR (GJ 2025/26); Werke: 6");
  expect(text("keyFigures", [])).toBe("–");
  expect(text("customerFiscalMonth", 10)).toBe("Oktober");
  expect(text("parent", "0190")).toBe("Katrin Vogt");
  expect(text("parent", "0191")).toBe("ein Kunde, den Sie nicht sehen");
});

it("an attitude reads as its word, neutral too", async () => {
  const { text } = await texts("de");
  expect([-2, 0, 2].map((one) => text("attitude", one))).toEqual([
    "dagegen",
    "neutral",
    "Fürsprecher",
  ]);
  expect(text("wantedAttitude", -1)).toBe("skeptisch");
  expect(text("wantedAttitude", null)).toBe("–");
});
