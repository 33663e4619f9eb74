import { expect, test } from "@playwright/test";
import { readdirSync, readFileSync } from "node:fs";

// Of the tokens and the style sheets alone: no browser is needed.

type Colour = [number, number, number];

const css = readFileSync("src/app/tokens.css", "utf8");
const [light = "", dark = ""] = css.split("@media screen");

const tokensIn = (part: string) =>
  new Map(
    [...part.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = "", is = ""]) => [name, is]),
  );
const looks = {
  light: tokensIn(light),
  dark: new Map([...tokensIn(light), ...tokensIn(dark)]),
};

function colourOf(tokens: Map<string, string>, name: string): Colour {
  const is = tokens.get(name) ?? "";
  const other = is.match(/^var\(--([\w-]+)\)$/)?.[1];
  if (other) return colourOf(tokens, other);
  const hex = is.match(/^#([\da-f]{3}|[\da-f]{6})$/i)?.[1];
  if (!hex) throw new Error(`--${name} is no colour: ${is}`);
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as Colour;
}

/** As `color-mix(in srgb, …)` does. */
const mixed = (one: Colour, share: number, other: Colour) =>
  one.map((part, at) => part * share + (other[at] ?? 0) * (1 - share)) as Colour;

/** WCAG 2: of the lighter to the darker. */
function contrast(one: Colour, other: Colour): number {
  const luminance = (colour: Colour) => {
    const [red = 0, green = 0, blue = 0] = colour.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Marks that carry a meaning, and what they are drawn on. */
const marks: [string, string][] = [
  ["brand", "card"],
  ["brand", "track"],
  ["brand-fill", "card"],
  ["ink", "card"],
  ["stale", "card"],
  ["stale", "track"],
  ["ok-mark", "card"],
  ["warn-mark", "card"],
  ["bad-mark", "card"],
  ["field", "card"],
  ["brand-5", "card"],
];

/** Words and figures on what is coloured for a meaning. */
const words: [string, string][] = [
  ...[1, 2, 3, 4, 5].map((step): [string, string] => ["heat-ink", `heat-${step}`]),
  ["heat-ink-6", "heat-6"],
  ["on-brand", "brand-fill"],
  ["ok", "ok-bg"],
  ["warn", "warn-bg"],
  ["bad", "bad-bg"],
  ["on-brand", "bad-fill"],
  ["muted", "stale-bg"],
  ["muted", "card"],
  ["faint", "card"],
];

const sheets = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".module.css"))
  .map((path): [string, string] => [path, readFileSync(`src/${path}`, "utf8")]);
/** Each pair of colours that alternates in a hatching, and where. */
const hatchings = sheets.flatMap(([sheet, text]) =>
  [...text.matchAll(/repeating-linear-gradient\(([^;]+)\);/g)].map(([, stripes = ""]) => ({
    sheet,
    colours: [...stripes.matchAll(/var\(--([\w-]+)\)|transparent/g)].map(
      ([, name = "card"]) => name,
    ),
  })),
);
test("the hatchings are found", () => expect(hatchings.length).toBeGreaterThanOrEqual(3));

for (const look of ["light", "dark"] as const) {
  const of = (name: string) => colourOf(looks[look], name);
  test(`marks stand out from their ground in the ${look}`, () => {
    for (const [mark, ground] of marks)
      expect.soft(contrast(of(mark), of(ground)), `${mark} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
  test(`words are read on what is coloured in the ${look}`, () => {
    for (const [ink, ground] of words)
      expect.soft(contrast(of(ink), of(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
  test(`the stripes of hatchings are seen in the ${look}`, () => {
    for (const { sheet, colours } of hatchings) {
      const [one = "", other = ""] = colours;
      // What is framed at 3 : 1 (see `field`) says so by its frame; its stripes keep it from looking empty.
      if (colours.includes("hover") || ["card,track", "card,line-strong"].includes(colours.join()))
        continue;
      expect.soft(contrast(of(one), of(other)), `${sheet}: ${colours}`).toBeGreaterThanOrEqual(3);
    }
  });
  test(`the edge of a forecast is seen in the ${look}`, () => {
    const edge = mixed(of("brand"), 0.65, of("card"));
    expect(contrast(edge, of("card"))).toBeGreaterThanOrEqual(3);
  });
}
