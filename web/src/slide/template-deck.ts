import type { TFunction } from "i18next";
import {
  type Box,
  colours,
  fileOf,
  fill,
  foot,
  newDeck,
  newSlide,
  page,
  rounded,
  type Slide,
  table,
  write,
} from "./deck-parts";
import type { lists, Single } from "./values";

const of = (name: Single) => `{{${name}}}`;
/** What is said only where there is a value. */
const where = (name: Single, text: string) => `{{#${name}}}${text}{{/${name}}}`;
const field = (name: (typeof lists)["objectives"][number]) => `{{${name}}}`;

/** The head of a part that goes with its line where there is no such value; nothing of it is cut. */
function headWhere(slide: Slide, { x, y, w }: Omit<Box, "h">, text: string, name: Single): number {
  write(slide, { x, y, w, h: 22 }, text, { size: 16, bold: true, fit: "shrink" });
  fill(slide, { x, y: y + 28, w, h: 2 }, colours.ink, `{{with ${name}}}`);
  return y + 30;
}

/** A template to begin with: the slide with placeholders, to be dressed in the company's own look. */
export function templateDeck(t: TFunction): Promise<Uint8Array<ArrayBuffer>> {
  const deck = newDeck(of("headline"), of("organisation"));
  const { slide } = newSlide(deck, of("headline"));
  const top = 144;
  const state = t("slide.deck.stateOf", { progress: of("progress"), expected: of("expected") });
  const begin = headWhere(
    slide,
    { x: page.left, y: top, w: 660 },
    `${of("cycleWeek")} ${where("progress", state)}`,
    "cycleWeek",
  );
  table(
    slide,
    {
      x: page.left,
      y: begin + 8,
      widths: [280, 190, 190],
      height: 52,
      name: "{{with objectives}}",
    },
    [
      [
        { text: t("choice.ResponseKind.objective") },
        { text: t("progress") },
        { text: t("slide.deck.health") },
      ],
      [
        { text: `{{#objectives}}${field("title")}` },
        { text: `${field("bar")} ${field("progress")}` },
        { text: `${field("health")}{{/objectives}}` },
      ],
    ],
  );
  const right = { x: 764, w: 460 };
  const outcome = t("slide.deck.toTarget", { name: of("outcome"), target: of("outcomeTarget") });
  const below = headWhere(slide, { ...right, y: top }, where("outcome", outcome), "outcome");
  write(slide, { ...right, y: below + 20, h: 60 }, of("outcomeNow"), {
    size: 44,
    bold: true,
    fit: "shrink",
  });
  const start = where("outcomeBaseline", t("slide.deck.start", { value: of("outcomeBaseline") }));
  write(slide, { ...right, y: below + 96, h: 24 }, start, { size: 16, color: colours.muted });
  const bar = { ...right, y: below + 164, h: 12 };
  const told = where("progress", `${t("progress")} ${of("progress")}`);
  write(slide, { ...right, y: below + 138, h: 20 }, told, { size: 14, color: colours.muted });
  rounded(slide, bar, colours.track, 6, "{{with progress}}");
  rounded(slide, bar, colours.brand, 6, "{{bar progress}}");
  const help = [
    {
      text: `{{#help}}${t("slide.deck.help")}{{/help}}`,
      options: { bold: true, color: colours.bad, breakLine: true },
    },
    { text: of("help") },
  ];
  // With nothing to say the box goes as a whole.
  write(slide, { ...right, y: 534, h: 120 }, help, {
    size: 16,
    shape: "roundRect",
    rectRadius: 0.1,
    fill: { color: colours.badBack },
    margin: 14,
    valign: "middle",
    fit: "shrink",
  });
  foot(
    slide,
    `${of("organisation")} · ${t("slide.deck.keyAccount", { account: of("account") })}`,
    t("slide.deck.asOf", { date: of("date") }),
  );
  return fileOf(deck);
}
