// @vitest-environment happy-dom
import i18next from "i18next";
import PizZip from "pizzip";
import { beforeEach, expect, it } from "vitest";
import { speak } from "../testing/stage";
import { clean } from "./clean";
import { fill, TemplateError } from "./fill";
import { templateDeck } from "./template-deck";
import { empty, forCustomer, hostile, partsOfFile, rich, slideFile, textsOf } from "./testing";
import { lists, type OnePager, partsOf, singles, valuesOf } from "./values";

beforeEach(() => speak());

const filled = (template: Uint8Array<ArrayBuffer>, onePager: OnePager = rich) => {
  const of = clean(onePager);
  const { file, unknown } = fill(template.buffer, valuesOf(of, i18next.t), partsOf(of));
  const parts = partsOfFile(file);
  const slide = parts.get("ppt/slides/slide1.xml") ?? "";
  return { parts, slide, texts: textsOf(slide), unknown };
};
const text = (...runs: string[]) =>
  `<a:p>${runs.map((run) => `<a:r><a:t>${run}</a:t></a:r>`).join("")}</a:p>`;
const shape = (inner: string, named = 'id="7" name="Text"') =>
  `<p:sp><p:nvSpPr><p:cNvPr ${named}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="0" y="0"/>` +
  `<a:ext cx="2000" cy="100"/></a:xfrm></p:spPr><p:txBody><a:bodyPr/>${inner}</p:txBody></p:sp>`;
const table = (...rows: string[][]) =>
  '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="Tabelle"/></p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="20"/></p:xfrm>' +
  `<a:graphic><a:graphicData><a:tbl>${rows
    .map(
      (cells) =>
        `<a:tr h="10">${cells.map((cell) => `<a:tc><a:txBody><a:bodyPr/>${text(cell)}</a:txBody></a:tc>`).join("")}</a:tr>`,
    )
    .join("")}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
const problemsOf = (template: Uint8Array<ArrayBuffer>) => {
  try {
    filled(template);
  } catch (caught) {
    if (caught instanceof TemplateError) return caught.problems;
    throw caught;
  }
};

it("fills texts, also where PowerPoint has cut the placeholder into pieces", () => {
  const { texts } = filled(slideFile(shape(text("{{acc", "ount}}", " am {{ date }}"))));
  expect(texts.join("")).toBe("Teutonia Hausgeräte SE am 24.11.2026");
});

it("repeats the row of a table, and what is around it has the values of all", () => {
  const rows = table(
    ["Objective", "Key Results"],
    [
      "{{#objectives}}{{title}} von {{account}}",
      "{{#keyResults}}{{standpoint}}. {{/keyResults}}{{/objectives}}",
    ],
  );
  const { slide, texts } = filled(slideFile(rows));
  expect(slide.match(/<a:tr /g)).toHaveLength(3);
  expect(texts.join("|")).toContain("Lieferanteil auf 50 % erhöhen von Teutonia Hausgeräte SE");
  expect(texts.join("")).toContain("Stufe 3 von 5: Angebot verhandelt. 3 Stimmen, Ziel 4. ");
});

it("names a single entry by its number", () => {
  const { texts } = filled(
    slideFile(shape(text("{{keyResults.2.title}}, {{keyResults.99.title}}"))),
  );
  expect(texts.join("")).toBe("3 Kundenstimmen aus Gütersloh, ");
});

it("lets what has no value vanish: words, the text box, the rows, the whole table", () => {
  const template = slideFile(
    shape(text("Vision: {{vision}}!")) +
      shape(text("{{help}}"), 'id="8" name="Hilfe"') +
      table(["{{#signals}}{{title}}", "{{since}}{{/signals}}"]),
  );
  const { slide, texts, unknown } = filled(template, empty);
  expect(texts).toEqual(["Vision: !"]);
  expect(slide).not.toContain('name="Hilfe"');
  expect(slide).not.toContain("<a:tbl>");
  expect(unknown).toEqual([]);
  expect(filled(template).slide).toContain('name="Hilfe"');
});

it("tells which placeholders nobody knows, and leaves them out", () => {
  const { texts, unknown } = filled(
    slideFile(
      shape(text("A{{kunde}}{{@account}}{{constructor}}B")) +
        shape(text("C"), 'id="8" name="{{bar nothing}}"'),
    ),
  );
  expect(texts.join("")).toBe("AB");
  expect(unknown.sort()).toEqual(["@account", "bar nothing", "constructor", "kunde"]);
});

it("makes a bar as wide as the figure, and takes it away where there is none", () => {
  const bar = shape(text(""), 'id="7" name="Balken" descr="{{bar objectives.1.progress}}"');
  expect(filled(slideFile(bar)).slide).toMatch(/descr="55\u00a0%"[\s\S]*cx="1100"/);
  expect(filled(slideFile(bar), empty).slide).not.toContain("Balken");
  expect(filled(slideFile(bar), empty).unknown).toEqual([]);
});

it("keeps a shape only where there is what it goes with", () => {
  const box = shape(text("Stimmen"), 'id="7" name="{{with testimonials}}"');
  expect(filled(slideFile(box)).texts).toEqual([]);
  expect(filled(slideFile(box), forCustomer).texts).toEqual(["Stimmen"]);
});

it("writes hostile texts as texts: nothing of them is taken for a part or a placeholder", () => {
  const template = slideFile(
    shape(text("{{account}} {{headline}}")) + table(["{{#keyResults}}{{title}}{{/keyResults}}"]),
  );
  const { parts, texts } = filled(template, hostile(rich));
  for (const [, part] of parts) expect(part).not.toMatch(/[\0\v\ufffe]/);
  expect(texts.join("")).toContain(`Acme & Söhne <GmbH> "' ]]> {{organisation}} 👩‍🏭`);
});

it("says what is wrong, with the placeholder and the slide as PowerPoint counts it", () => {
  const right = shape(text("{{account}}"));
  expect(problemsOf(slideFile(right, shape(text("{{account und {{date}}"))))).toEqual([
    expect.objectContaining({ wrong: "unclosed", slide: 2 }),
  ]);
  expect(problemsOf(slideFile(shape(text("account}} "))))).toEqual([
    { wrong: "unopened", tag: "account", slide: 1 },
  ]);
  expect(problemsOf(slideFile(right, shape(text("{{#signals}}{{title}}"))))).toEqual([
    { wrong: "unclosedList", tag: "signals", slide: 2 },
  ]);
  expect(problemsOf(slideFile(shape(text("{{title}}{{/signals}}"))))).toEqual([
    { wrong: "unopenedList", tag: "signals", slide: 1 },
  ]);
  expect(problemsOf(slideFile(shape(text("{{#signals}}{{/meetings}}"))))).toEqual([
    { wrong: "otherList", tag: "signals", slide: 1 },
  ]);
});

it("takes nothing but a presentation", () => {
  const wrong = [{ wrong: "notPowerPoint", tag: "" }];
  expect(problemsOf(new TextEncoder().encode("Guten Tag"))).toEqual(wrong);
  const word = new PizZip();
  word.file("word/document.xml", "<w:document/>");
  expect(problemsOf(word.generate({ type: "uint8array" }) as Uint8Array<ArrayBuffer>)).toEqual(
    wrong,
  );
});

it.each(["de", "en"] as const)("has a template to begin with, in %s", async (language) => {
  await speak(language);
  const template = await templateDeck(i18next.t);
  for (const of of [rich, empty, forCustomer, hostile(rich)])
    expect(filled(template, of).unknown).toEqual([]);
  const { texts, slide } = filled(template);
  expect(texts).toContain("Partner für die Plattform 2028, bevor die Ausschreibung kommt");
  expect(texts.join(" ")).not.toMatch(/\{\{|\}\}/);
  expect(slide).not.toMatch(/\{\{|\}\}/);
  expect(slide.match(/<a:tr /g)).toHaveLength(3);
});

it("fills every placeholder that is listed", () => {
  const all = singles.map((name) => `{{${name}}}`).join(" ");
  const rows = Object.entries(lists).map(
    ([list, fields]) =>
      `{{#${list}}}${fields.map((field) => `{{${field}}}`).join(" ")}{{/${list}}}`,
  );
  const everything = {
    ...rich,
    testimonials: forCustomer.testimonials,
    questions: [{ text: "Wer entscheidet?", askBy: null }],
  };
  const { unknown, texts } = filled(
    slideFile(shape([all, ...rows].map((one) => text(one)).join(""))),
    everything,
  );
  expect(unknown).toEqual([]);
  expect(texts.join("")).toContain("Wer entscheidet?");
});
