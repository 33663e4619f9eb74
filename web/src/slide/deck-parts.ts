import i18next from "i18next";
import PizZip from "pizzip";
import PptxGenJS from "pptxgenjs";
import { type Fitted, fitted, leading } from "./fit";

/** The same colours as on the screen by day: see app/tokens.css. */
export const colours = {
  ink: "16181D",
  muted: "4D5360",
  faint: "666C79",
  line: "E7E8EB",
  track: "E6E8EC",
  brand: "1E55C3",
  ok: "17693E",
  okBack: "E2F3E8",
  warn: "8A4E00",
  warnBack: "FDF0D8",
  bad: "B3261E",
  badBack: "FDE8E5",
  stale: "767D8A",
  staleBack: "EEEFF2",
  card: "FFFFFF",
} as const;

/** A font that every PowerPoint has, so that the texts take the room that was measured for them. */
export const font = "Arial";
export const language = () => (i18next.language === "de" ? "de-DE" : "en-GB");

// Everything is placed in pixels of 1280 × 720, as it was drawn.
export const page = { left: 56, right: 1224, top: 40, bottom: 654, width: 1168 };
const inches = (pixels: number) => pixels / 96;
const points = (pixels: number) => pixels * 0.75;

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}
export const place = ({ x, y, w, h }: Box) => ({
  x: inches(x),
  y: inches(y),
  w: inches(w),
  h: inches(h),
});

const master = "TAKT";

export function newDeck(title: string, organisation: string): PptxGenJS {
  const deck = new PptxGenJS();
  deck.layout = "LAYOUT_WIDE";
  deck.theme = { headFontFace: font, bodyFontFace: font };
  deck.title = title;
  deck.author = organisation;
  // The library does not escape this one, and without it names itself.
  deck.company = "Takt";
  deck.defineSlideMaster({
    title: master,
    background: { color: colours.card },
    objects: [
      {
        placeholder: {
          options: {
            name: "title",
            type: "title",
            ...place({ x: page.left, y: page.top, w: page.width, h: titleHeight }),
            fontFace: font,
            fontSize: points(titleSizes[0]),
            bold: true,
            color: colours.ink,
            align: "left",
            valign: "top",
            margin: 0,
          },
          text: "",
        },
      },
    ],
  });
  return deck;
}

export type Slide = PptxGenJS.Slide;
type Look = PptxGenJS.TextPropsOptions & { size: number };

/** A text in its box; the box is as large as was measured, so nothing grows. */
export function write(
  slide: Slide,
  box: Box,
  text: string | PptxGenJS.TextProps[],
  { size, ...look }: Look,
) {
  slide.addText(text, {
    ...place(box),
    fontFace: font,
    fontSize: points(size),
    color: colours.ink,
    lang: language(),
    margin: 0,
    valign: "top",
    ...look,
  });
}

/** The same, made to fit. */
export function writeFitted(
  slide: Slide,
  box: Box,
  text: string,
  sizes: readonly [number, ...number[]],
  look: Omit<Look, "size"> = {},
): Fitted {
  const fit = fitted(text, { width: box.w, height: box.h, bold: look.bold }, sizes);
  write(slide, box, fit.text, { ...look, size: fit.size });
  return fit;
}

const titleSizes = [32, 28, 24, 20] as const;
const titleHeight = 80;

/** A new slide under its title; says where the rest may begin. */
export function newSlide(deck: PptxGenJS, title: string): { slide: Slide; top: number } {
  const slide = deck.addSlide({ masterName: master });
  const fit = fitted(title, { width: page.width, height: titleHeight, bold: true }, titleSizes);
  // A size beside the name of the placeholder is not heard: it belongs to the words.
  const words = { text: fit.text, options: { fontSize: points(fit.size), lang: language() } };
  slide.addText([words], { placeholder: "title" });
  return { slide, top: page.top + Math.ceil(fit.lines * fit.size * leading) + 24 };
}

/** The head of a part with its line; says where the part begins. */
export function head(slide: Slide, { x, y, w }: Omit<Box, "h">, text: string): number {
  writeFitted(slide, { x, y, w, h: 22 }, text, [16, 14, 12], { bold: true });
  fill(slide, { x, y: y + 28, w, h: 2 }, colours.ink);
  return y + 30;
}

export function fill(slide: Slide, box: Box, color: string, name?: string) {
  slide.addShape("rect", { ...place(box), fill: { color }, objectName: name });
}

export function rounded(slide: Slide, box: Box, color: string, radius: number, name?: string) {
  slide.addShape("roundRect", {
    ...place(box),
    fill: { color },
    rectRadius: inches(radius),
    objectName: name,
  });
}

/** What stands at the foot: who says it, how it is read, of which day. */
export function foot(slide: Slide, left: string, right: string) {
  const y = 676;
  writeFitted(slide, { x: page.left, y, w: 960, h: 18 }, left, [12, 11, 10], {
    color: colours.faint,
  });
  write(slide, { x: page.right - 200, y, w: 200, h: 18 }, right, {
    size: 12,
    color: colours.faint,
    align: "right",
  });
}

interface Cell {
  text: string;
  bold?: boolean;
  color?: string;
  align?: "center" | "left";
  fill?: string;
}

interface TablePlace {
  x: number;
  y: number;
  widths: number[];
  /** Of a row. */
  height: number;
  name?: string;
}

/** A table of PowerPoint's own, its texts made to fit into rows of one height. */
export function table(slide: Slide, { x, y, widths, height, name }: TablePlace, rows: Cell[][]) {
  const size = 13;
  const none = { type: "none" } as const;
  const cells = rows.map((row, index) =>
    row.map(({ text, bold = index === 0, color = colours.ink, align = "left", fill }, column) => {
      const room = { width: (widths[column] ?? 0) - 20, height: height - 8, bold };
      const fit = fitted(text, room, [size, 12, 11, 10]);
      const line = {
        type: "solid",
        color: index === 0 ? colours.ink : colours.line,
        pt: index === 0 ? 1.5 : 0.75,
      } as const;
      return {
        text: fit.text,
        options: {
          bold,
          color,
          align,
          fontSize: points(fit.size),
          fill: fill ? { color: fill } : undefined,
          border: [none, none, line, none] as [typeof none, typeof none, typeof line, typeof none],
        },
      };
    }),
  );
  slide.addTable(cells, {
    x: inches(x),
    y: inches(y),
    w: inches(widths.reduce((sum, width) => sum + width, 0)),
    colW: widths.map(inches),
    rowH: rows.map(() => inches(height)),
    fontFace: font,
    valign: "middle",
    margin: [inches(4), inches(10), inches(4), inches(10)],
    lang: language(),
    objectName: name,
  });
}

/**
 * The file. What the library writes and PowerPoint need not take is put right: parts that are named but
 * not there, and what only bars of a chart have; and the target, the second line, is dashed.
 */
export async function fileOf(deck: PptxGenJS): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new PizZip((await deck.write({ outputType: "arraybuffer" })) as ArrayBuffer);
  const change = (name: string, how: (text: string) => string) =>
    zip.file(name, how(zip.file(name)?.asText() ?? ""));
  change("[Content_Types].xml", (text) =>
    text.replace(/<Override PartName="\/([^"]*)"[^>]*\/>/g, (entry, name) =>
      zip.file(name) ? entry : "",
    ),
  );
  for (const { name } of zip.file(/^ppt\/charts\/chart\d+\.xml$/))
    change(name, (text) => {
      let lines = 0;
      return text
        .replace(/<c:invertIfNegative val="0"\/>/g, "")
        .replace(/<c:ser>[\s\S]*?<\/c:spPr>/g, (series) =>
          ++lines === 2 ? series.replace('prstDash val="solid"', 'prstDash val="dash"') : series,
        );
    });
  return zip.generate({ type: "uint8array", compression: "DEFLATE" }) as Uint8Array<ArrayBuffer>;
}
