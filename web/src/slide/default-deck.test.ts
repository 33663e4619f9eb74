// @vitest-environment happy-dom
import { DOMParser } from "@xmldom/xmldom";
import i18next from "i18next";
import PizZip from "pizzip";
import { expect, it } from "vitest";
import { speak } from "../testing/stage";
import { defaultDeck } from "./default-deck";
import {
  empty,
  forCustomer,
  hostile,
  keyResultOf,
  objectiveOf,
  partsOfFile,
  rich,
  textsOf,
} from "./testing";
import type { OnePager } from "./values";

const made = async (of: OnePager, language: "de" | "en" = "de") => {
  await speak(language);
  return partsOfFile(await defaultDeck(of, i18next.t));
};
const slidesOf = (parts: Map<string, string>) =>
  [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));

it("says the message in the title of the slide, and what stands where", async () => {
  const parts = await made(rich);
  const slide = parts.get("ppt/slides/slide1.xml") ?? "";
  expect(slide).toMatch(/type="title"/);
  const texts = textsOf(slide);
  expect(texts[0]).toBe(
    "Teutonia Hausgeräte SE: Der Lieferanteil stieg von 40 auf 44 %, Ziel 50 %, doch ein Signal ist überfällig",
  );
  expect(texts).toEqual(
    expect.arrayContaining([
      "Woche 10 von 26: Fortschritt 55 %, erwartet 37 %",
      "Stufe 3 von 5: Angebot verhandelt",
      "● im Rückstand",
      "○ veraltet",
      "Ziel 50",
      "44",
      "Hier brauchen wir Hilfe",
      "Nordmotor bietet in Oelde 8 % Nachlass; seit 18 Tagen ohne Antwort",
      "Stand 24.11.2026",
    ]),
  );
  expect(parts.get("ppt/charts/chart1.xml")).toContain("<c:lineChart>");
  expect(textsOf(parts.get("ppt/slides/slide2.xml") ?? "")).toEqual(
    expect.arrayContaining(["Gütersloh", "62 %", "≈70 %", "○"]),
  );
  expect(parts.get("ppt/slides/slide2.xml")).toContain("<a:tbl>");
});

it("says it in English, too", async () => {
  const texts = textsOf((await made(rich, "en")).get("ppt/slides/slide1.xml") ?? "");
  expect(texts).toEqual(
    expect.arrayContaining([
      "Week 10 of 26: progress 55%, expected 37%",
      "3 of 12 Anforderungen",
      "Here we need help",
      "As of 24/11/2026",
    ]),
  );
});

it.each(["de", "en"] as const)("stands before anything happened, in %s", async (language) => {
  const parts = await made(empty, language);
  expect(slidesOf(parts)).toHaveLength(1);
  expect([...parts.keys()].some((name) => name.startsWith("ppt/charts/chart"))).toBe(false);
});

it("tells the customer no figures, signals or states", async () => {
  const parts = await made(forCustomer);
  const texts = slidesOf(parts).flatMap((name) => textsOf(parts.get(name) ?? ""));
  expect(texts).toContain("Teutonia Hausgeräte SE: Was wir gemeinsam vorhaben");
  expect(texts.join(" ")).toContain("Seit der Bemusterung steht die Linie nicht mehr.");
  expect(texts.join(" ")).not.toMatch(/Fortschritt|ausstehend|%(?! erhöhen)|Signal|veraltet/);
});

it("shows objectives where the key results are too many, and those in tables", async () => {
  const keyResults = Array.from({ length: 7 }, (_, at) => keyResultOf({ title: `Ergebnis ${at}` }));
  const objectives = Array.from({ length: 7 }, (_, at) =>
    objectiveOf({ title: `Ziel Nummer ${at}`, keyResults }),
  );
  const parts = await made({ ...rich, objectives, supply: null });
  const first = textsOf(parts.get("ppt/slides/slide1.xml") ?? "");
  expect(first).toContain("Ziel Nummer 5");
  expect(first).not.toContain("Ziel Nummer 6");
  expect(first).toContain("und eines mehr: siehe nächste Folie");
  const tables = slidesOf(parts).slice(1);
  expect(tables).toHaveLength(5);
  const told = tables.flatMap((name) => textsOf(parts.get(name) ?? ""));
  expect(told.filter((text) => text === "Ergebnis 6")).toHaveLength(7);
});

it("takes texts that no file may hold, and those that look like parts of one", async () => {
  const parts = await made(hostile(rich));
  for (const [name, text] of parts)
    expect([name, /[\0\v\ufffe]/.test(text)]).toEqual([name, false]);
  expect(textsOf(parts.get("ppt/slides/slide1.xml") ?? "").join(" ")).toContain(
    `Acme & Söhne <GmbH> "'`,
  );
  await made(hostile(forCustomer));
});

it("has a workbook behind its chart that is sound as well", async () => {
  await speak();
  const zip = new PizZip(await defaultDeck(hostile(rich), i18next.t));
  const workbook = zip.file(/embeddings\/.*\.xlsx$/)[0]?.asUint8Array();
  const parts = partsOfFile(workbook ?? new Uint8Array());
  expect(parts.get("xl/worksheets/sheet1.xml")).toContain("<v>44</v>");
});

it("names no part that is not there, and all that are", async () => {
  const parts = await made(rich);
  const types = new DOMParser().parseFromString(parts.get("[Content_Types].xml") ?? "", "text/xml");
  const named = [...types.getElementsByTagName("Override")].map((one) =>
    one.getAttribute("PartName")?.slice(1),
  );
  expect(named.filter((name) => !parts.has(name ?? ""))).toEqual([]);
  expect(slidesOf(parts).filter((name) => !named.includes(name))).toEqual([]);
});

it("keeps a title of 300 characters within its two lines", async () => {
  const long = "Ein langer Name eines Kunden, ".repeat(10);
  const objectives = [objectiveOf({ title: long, keyResults: [keyResultOf({ title: long })] })];
  const parts = await made({ ...rich, account: long, objectives });
  const [title = ""] = textsOf(parts.get("ppt/slides/slide1.xml") ?? "");
  expect(title).toMatch(/…$/);
  expect(title.length).toBeGreaterThan(200);
});
