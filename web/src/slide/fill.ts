import { DOMParser, type Document, type Element, XMLSerializer } from "@xmldom/xmldom";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { formatPercent } from "../app/format";
import { lookUp, type Parts, type Values } from "./values";

/** What may be wrong with a template, each with its sentence. */
const wrongs = {
  unclosed_tag: "unclosed",
  duplicate_open_tag: "unclosed",
  unopened_tag: "unopened",
  duplicate_close_tag: "unopened",
  unclosed_loop: "unclosedList",
  unopened_loop: "unopenedList",
  closing_tag_does_not_match_opening_tag: "otherList",
  loop_position_invalid: "misplacedList",
  unbalanced_loop_tags: "misplacedList",
} as const;

export interface TemplateProblem {
  wrong: (typeof wrongs)[keyof typeof wrongs] | "notPowerPoint" | "unreadable";
  /** The placeholder as it stands there. */
  tag: string;
  /** The slide, as PowerPoint counts; none where it stands on a master or a layout. */
  slide?: number;
}

/** A template that can't be filled, with everything that is wrong with it. */
export class TemplateError extends Error {
  constructor(readonly problems: TemplateProblem[]) {
    super(problems.map(({ wrong, tag }) => `${wrong} ${tag}`).join(", "));
  }
}

const refuse = (wrong: TemplateProblem["wrong"]): never => {
  throw new TemplateError([{ wrong, tag: "" }]);
};

export interface Filled {
  file: Uint8Array<ArrayBuffer>;
  /** Placeholders that nobody knows; they are left out as those without a value are. */
  unknown: string[];
}

/** Fills the customer's own .pptx; what has no value vanishes. */
export function fill(template: ArrayBuffer, values: Values, parts: Parts): Filled {
  const zip = opened(template);
  const unknown = new Set<string>();
  try {
    markShapes(zip, values, parts, unknown);
    const asked = asking(zip);
    const document = new Docxtemplater(zip, {
      delimiters: { start: "{{", end: "}}" },
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      parser: (tag) => ({ get: (scope) => lookUp(scope, tag.trim()) }),
      nullGetter: ({ value }) => {
        unknown.add(value.trim());
        return "";
      },
      modules: [{ name: "text alone", optionsTransformer }],
    });
    document.render(values);
    removeEmpty(zip, asked);
    const file = zip.generate({ type: "uint8array", compression: "DEFLATE" });
    return { file: file as Uint8Array<ArrayBuffer>, unknown: [...unknown] };
  } catch (caught) {
    throw new TemplateError(problemsOf(caught, zip));
  }
}

function opened(template: ArrayBuffer): PizZip {
  try {
    const zip = new PizZip(template);
    if (zip.file("ppt/presentation.xml")) return zip;
  } catch {
    // Any other file, or one that a password protects.
  }
  return refuse("notPowerPoint");
}

/** What is called `@…` would be taken for a piece of the file itself: nobody's text is. */
function optionsTransformer(options: Docxtemplater.DXT.Options, document: Docxtemplater) {
  const raw = document.modules.find(({ name }) => name === "RawXmlModule");
  if (raw) raw.prefix = /(?!)/;
  return options;
}

const slidePath = /^ppt\/slides\/slide\d+\.xml$/;

/** Every slide of which `pattern` finds something, read, and written back once `change` has seen it. */
function changeSlides(
  zip: PizZip,
  pattern: RegExp,
  change: (slide: Document, name: string) => void,
) {
  for (const { name } of zip.file(slidePath)) {
    const text = zip.file(name)?.asText() ?? "";
    if (!pattern.test(text)) continue;
    const slide = new DOMParser({ onError: () => {} }).parseFromString(text, "text/xml");
    change(slide, name);
    zip.file(name, new XMLSerializer().serializeToString(slide));
  }
}

/** What a shape may be told by its alternative text or its name. */
const order = /^\s*\{\{\s*(bar|with)\s+([\w.]+)\s*\}\}\s*$/;

/** `{{bar progress}}` is as wide as the figure says, `{{with help}}` goes where there is none. */
function markShapes(zip: PizZip, values: Values, parts: Parts, unknown: Set<string>) {
  changeSlides(zip, /\{\{\s*(bar|with)\s/, (slide) => {
    for (const named of [...slide.getElementsByTagName("p:cNvPr")]) {
      const attribute = ["descr", "name"].find((one) => order.test(named.getAttribute(one) ?? ""));
      const shape = named.parentNode?.parentNode as Element | null | undefined;
      if (!attribute || !shape) continue;
      const [, does, path = ""] = named.getAttribute(attribute)?.match(order) ?? [];
      const of = does === "bar" ? parts : values;
      // Of a row that is not there nothing is known, but it is no mistake.
      const known = lookUp(of, path) ?? lookUp(of, path.replace(/\.\d+\.\w+$/, ""));
      if (known === undefined && lookUp(of, path) === undefined) unknown.add(`${does} ${path}`);
      const says =
        does === "bar" ? scaled(shape, lookUp(parts, path)) : shown(lookUp(values, path));
      if (says === undefined) shape.parentNode?.removeChild(shape);
      else named.setAttribute(attribute, says);
    }
  });
}

const shown = (value: unknown) =>
  (Array.isArray(value) || typeof value === "string") && value.length > 0 ? "" : undefined;

/** What the bar says, where there is anything to see of it. */
function scaled(shape: Element, part: unknown): string | undefined {
  const extent = shape.getElementsByTagName("a:ext").item(0);
  if (typeof part !== "number" || !extent) return;
  const width = Number(extent.getAttribute("cx")) * Math.min(part, 1);
  if (width < 1) return;
  extent.setAttribute("cx", String(Math.round(width)));
  return formatPercent(part);
}

const textIn = (shape: Element) =>
  [...shape.getElementsByTagName("a:t")].map((one) => one.textContent).join("");

const shapesOf = (slide: Document) =>
  [...slide.getElementsByTagName("p:sp")].map((shape) => ({
    shape,
    id: shape.getElementsByTagName("p:cNvPr").item(0)?.getAttribute("id") ?? "",
  }));

/** The shapes of each slide that have a placeholder in their text. */
function asking(zip: PizZip): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  changeSlides(zip, /<p:sp[ >]/, (slide, name) => {
    const shapes = shapesOf(slide).filter(({ shape }) => textIn(shape).includes("{{"));
    asked.set(name, new Set(shapes.map(({ id }) => id)));
  });
  return asked;
}

/** A text box in which nothing has a value goes with its frame and its colour. */
function removeEmpty(zip: PizZip, asked: Map<string, Set<string>>) {
  changeSlides(zip, /<p:sp[ >]/, (slide, name) => {
    for (const { shape, id } of shapesOf(slide))
      if (asked.get(name)?.has(id) && textIn(shape).trim() === "")
        shape.parentNode?.removeChild(shape);
  });
}

/** What docxtemplater knows of an error. */
interface Explained {
  properties?: {
    id?: string;
    xtag?: string;
    openingtag?: string;
    file?: string;
    errors?: Explained[];
    pair?: { left: string };
  };
}

function problemsOf(caught: unknown, zip: PizZip): TemplateProblem[] {
  const { properties = {} } = caught as Explained;
  const slides = slideNumbers(zip);
  return (properties.errors ?? [{ properties }]).map(({ properties: of = {} }) => ({
    wrong: wrongs[of.id as keyof typeof wrongs] ?? "unreadable",
    tag: of.xtag ?? of.openingtag ?? of.pair?.left ?? "",
    slide: slides.get(of.file ?? ""),
  }));
}

/** Which slide is which file: their names need not be in the order in which they are shown. */
function slideNumbers(zip: PizZip): Map<string, number> {
  const read = (name: string) => zip.file(name)?.asText() ?? "";
  const files = new Map(
    [...read("ppt/_rels/presentation.xml.rels").matchAll(/<Relationship\s[^>]*>/g)].map(([one]) => [
      one.match(/\sId="([^"]*)"/)?.[1],
      one.match(/\sTarget="(?:\/ppt\/)?([^"]*)"/)?.[1],
    ]),
  );
  const shown = [...read("ppt/presentation.xml").matchAll(/<p:sldId\s[^>]*r:id="([^"]*)"/g)];
  return new Map(shown.map(([, id], index) => [`ppt/${files.get(id)}`, index + 1]));
}
