import type { TFunction } from "i18next";
import type PptxGenJS from "pptxgenjs";
import type { Schemas } from "../api/client";
import { formatDate, formatPercent, formatShare } from "../app/format";
import { standpointOfPage } from "../key_result/standpoint";
import { periodName } from "../supply/period-name";
import { heatOf } from "../ui/heat-cell";
import { clean } from "./clean";
import { courseChart } from "./course-chart";
import {
  type Box,
  colours,
  fileOf,
  fill,
  foot,
  head,
  newDeck,
  newSlide,
  page,
  rounded,
  type Slide,
  table,
  write,
  writeFitted,
} from "./deck-parts";
import { fitted, leading } from "./fit";
import {
  cycleWeek,
  headlineOf,
  helpOf,
  keyResultsOf,
  type OnePager,
  outcomeFigure,
  outcomeName,
  shownOutcome,
} from "./values";

type Health = Schemas["Health"];

const looks: Record<Health, { ink: string; back: string; mark: string }> = {
  on_track: { ink: colours.ok, back: colours.okBack, mark: "●" },
  behind: { ink: colours.warn, back: colours.warnBack, mark: "●" },
  at_risk: { ink: colours.bad, back: colours.badBack, mark: "●" },
  outdated: { ink: colours.muted, back: colours.staleBack, mark: "○" },
  pending: { ink: colours.muted, back: colours.staleBack, mark: "○" },
};

/** What a row of the first slide tells, be it a key result or an objective. */
interface Line {
  title: string;
  progress: number | null;
  expected: number;
  health: Health;
  says: string;
}

const mostLines = 6;
const left = { x: page.left, w: 629 };
const right = { x: 733, w: 491 };

/** The account on a slide as it was drawn, and in tables what has no room on it. */
export function defaultDeck(onePager: OnePager, t: TFunction): Promise<Uint8Array<ArrayBuffer>> {
  const of = clean(onePager);
  const title = headlineOf(of, t);
  const deck = newDeck(title, of.organisation);
  const { slide, top } = newSlide(deck, title);
  if (of.audience === "customer") addAgreed(slide, top, of, t);
  else {
    const all = addLines(slide, top, of, t);
    addOutcomeAndHelp(slide, top, of, t);
    if (!all) addKeyResults(deck, of, t);
    if (of.supply) addSupply(deck, of, of.supply, t);
  }
  addFoot(
    slide,
    of,
    of.audience !== "customer" && of.objectives.length > 0 && t("slide.deck.legend"),
    t,
  );
  return fileOf(deck);
}

const addFoot = (slide: Slide, of: OnePager, legend: string | false, t: TFunction) =>
  foot(
    slide,
    [of.organisation, t("slide.deck.keyAccount", { account: of.account }), legend]
      .filter(Boolean)
      .join(" · "),
    t("slide.deck.asOf", { date: formatDate(of.today) }),
  );

/** The key results where they are few, else the objectives. */
function linesOf(of: OnePager, t: TFunction): Line[] {
  const keyResults = keyResultsOf(of);
  if (keyResults.length > 0 && keyResults.length <= mostLines)
    return keyResults.map((one) => ({ ...one, says: standpointOfPage(one, t) }));
  return of.objectives.map((one) => ({
    ...one,
    says: t("measured", { measured: one.measured, total: one.total }),
  }));
}

function stateOf(of: OnePager, t: TFunction): string {
  const state = { progress: formatPercent(of.progress), expected: formatPercent(of.expected) };
  const week = cycleWeek(of, t);
  return week ? t("slide.deck.state", { week, ...state }) : t("slide.deck.stateOf", state);
}

/** How each stands, as far as there is room; says whether every key result is among them. */
function addLines(slide: Slide, top: number, of: OnePager, t: TFunction): boolean {
  const lines = linesOf(of, t);
  const begin = head(
    slide,
    { ...left, y: top },
    lines.length > 0 ? stateOf(of, t) : t("objectives"),
  );
  if (lines.length === 0) {
    const box = { ...left, y: begin + 24, h: 52 };
    writeFitted(slide, box, t("slide.deck.noObjectives"), [19, 16], { color: colours.muted });
    return true;
  }
  const rest = Math.max(0, lines.length - mostLines);
  const end = rest > 0 ? page.bottom - 24 : page.bottom;
  const shown = lines.slice(0, mostLines);
  const height = Math.min((end - begin) / shown.length, 150);
  for (const [index, line] of shown.entries())
    addLine(slide, line, { ...left, y: begin + index * height, h: height }, t);
  if (rest > 0)
    write(slide, { ...left, y: end + 6, h: 18 }, t("slide.deck.rest", { count: rest }), {
      size: 13,
      color: colours.muted,
    });
  return keyResultsOf(of).length <= mostLines;
}

function addLine(slide: Slide, line: Line, { x, y, w, h }: Box, t: TFunction) {
  const look = looks[line.health];
  const middle = y + h / 2;
  const calls = line.health !== "on_track" && line.health !== "pending";
  writeFitted(slide, { x, y: y + 6, w: 330, h: h - 12 }, line.title, [19, 17, 15, 13], {
    bold: calls,
    valign: "middle",
  });
  addBar(slide, line, { x: x + 352, y: middle - 14, w: 146, h: 8 }, t);
  writeFitted(slide, { x: x + 352, y: middle + 3, w: 146, h: 34 }, line.says, [13, 12, 11, 10], {
    color: colours.muted,
  });
  const chip = { x: x + w - 114, y: middle - 13, w: 114, h: 26 };
  rounded(slide, chip, look.back, 13);
  write(slide, chip, `${look.mark} ${t(`choice.Health.${line.health}`)}`, {
    size: 13,
    color: look.ink,
    align: "center",
    valign: "middle",
  });
  fill(slide, { x, y: y + h - 1, w, h: 1 }, colours.line);
}

/** What is, as fill; what is expected by today, as a tick; what is outdated, in grey. */
function addBar(slide: Slide, line: Line, { x, y, w, h }: Box, t: TFunction) {
  const within = (part: number) => Math.min(Math.max(part, 0), 1);
  const says = [
    `${t("progress")} ${formatPercent(line.progress)}`,
    t("expectedByNow", { percent: formatPercent(line.expected) }),
  ].join(", ");
  rounded(slide, { x, y, w, h }, colours.track, h / 2, says);
  const length = within(line.progress ?? 0) * w;
  const colour = line.health === "outdated" ? colours.stale : colours.brand;
  if (length >= 1) rounded(slide, { x, y, w: length, h }, colour, h / 2, says);
  const tick = x + within(line.expected) * w;
  fill(slide, { x: tick - 3, y: y - 4, w: 6, h: h + 8 }, colours.card);
  fill(slide, { x: tick - 1, y: y - 4, w: 2, h: h + 8 }, colours.ink, says);
}

/** What moved at the customer, and below it where help is needed. */
function addOutcomeAndHelp(slide: Slide, top: number, of: OnePager, t: TFunction) {
  const help = helpOf(of, t);
  const end = help ? addHelp(slide, help, t) - 24 : page.bottom;
  const outcome = shownOutcome(of);
  if (!outcome) return addVision(slide, top, of, t);
  const name = outcomeName(outcome, t);
  const unit = outcome.unit === "%" ? t("slide.deck.inPercent", { name }) : name;
  const begin = head(
    slide,
    { ...right, y: top },
    outcome.target === null
      ? unit
      : t("slide.deck.toTarget", { name: unit, target: outcomeFigure(outcome, "target") }),
  );
  const box = { ...right, y: begin + 10, h: Math.min(end - begin - 10, 400) };
  if (outcome.course.length > 1) courseChart(slide, outcome, box, t);
  else {
    write(slide, { ...box, y: begin + 30, h: 76 }, outcomeFigure(outcome, "now"), {
      size: 60,
      bold: true,
    });
    const start = t("slide.deck.start", { value: outcomeFigure(outcome, "baseline") });
    write(slide, { ...box, y: begin + 112, h: 24 }, start, { size: 16, color: colours.muted });
  }
}

function addVision(slide: Slide, top: number, of: OnePager, t: TFunction) {
  if (!of.vision) return;
  const year = of.horizon;
  const begin = head(
    slide,
    { ...right, y: top },
    year === null ? t("vision") : t("cockpit.visionOf", { year }),
  );
  writeFitted(slide, { ...right, y: begin + 16, h: 240 }, of.vision, [22, 19, 16, 14]);
}

/** The box at the foot of the right side, as high as its text; says where it begins. */
function addHelp(slide: Slide, help: string, t: TFunction): number {
  const inner = { x: right.x + 20, w: right.w - 40 };
  const sizes = [17, 15, 13] as const;
  const fit = fitted(help, { width: inner.w, height: 86 }, sizes);
  const height = 16 + 26 + Math.ceil(fit.lines * fit.size * leading) + 16;
  const y = page.bottom - height;
  rounded(slide, { ...right, y, h: height }, colours.badBack, 10);
  write(slide, { ...inner, y: y + 14, h: 24 }, t("slide.deck.help"), {
    size: 17,
    bold: true,
    color: colours.bad,
  });
  write(slide, { ...inner, y: y + 42, h: height - 56 }, fit.text, { size: fit.size });
  return y;
}

/** What a customer sees: what we do together, what their people said, and when we meet. */
function addAgreed(slide: Slide, top: number, of: OnePager, t: TFunction) {
  const begin = head(slide, { ...left, y: top }, t("slide.deck.together"));
  const shown = of.objectives.slice(0, mostLines);
  const height = Math.min((page.bottom - begin) / Math.max(shown.length, 1), 120);
  for (const [index, one] of shown.entries()) {
    const y = begin + index * height;
    // The larger part is the title's, and their goal stands close below it.
    const box = { ...left, y: y + 12, h: (height - 20) * (one.customerGoal ? 0.58 : 1) };
    const fit = writeFitted(slide, box, one.title, [22, 19, 17, 15, 13]);
    const goal = box.y + Math.ceil(fit.lines * fit.size * leading) + 4;
    if (one.customerGoal)
      writeFitted(
        slide,
        { ...left, y: goal, h: y + height - 6 - goal },
        one.customerGoal,
        [15, 13, 12],
        {
          color: colours.muted,
        },
      );
    fill(slide, { ...left, y: y + height - 1, h: 1 }, colours.line);
  }
  if (shown.length === 0)
    writeFitted(slide, { ...left, y: begin + 24, h: 52 }, t("slide.deck.nothingShared"), [19, 16], {
      color: colours.muted,
    });
  let y = top;
  if (of.testimonials.length > 0) {
    y = head(slide, { ...right, y }, t("slide.deck.voices")) + 14;
    for (const { text, site } of of.testimonials.slice(0, 3)) {
      const quote = t("cockpit.quoted", { text });
      const fit = writeFitted(slide, { ...right, y, h: 84 }, quote, [16, 14, 12]);
      y += Math.ceil(fit.lines * fit.size * leading) + 4;
      if (site) write(slide, { ...right, y, h: 18 }, site, { size: 13, color: colours.muted });
      y += site ? 34 : 18;
    }
  }
}

/** In parts of `most` at most, each on a slide of its own. */
function paged<T>(all: readonly T[], most: number): T[][] {
  const pages = Math.ceil(all.length / most);
  return Array.from({ length: pages }, (_, at) => all.slice(at * most, (at + 1) * most));
}

const pageTitle = (title: string, at: number, pages: number, t: TFunction) =>
  pages > 1 ? t("slide.deck.page", { title, page: at + 1, pages }) : title;

/** How high a row of a table may be that stands below `top`. */
const rowHeight = (top: number, rows: number) => Math.min((page.bottom + 6 - top) / rows, 58);

/** All key results in tables, where the first slide has no room for them. */
function addKeyResults(deck: PptxGenJS, of: OnePager, t: TFunction) {
  const pages = paged(keyResultsOf(of), 11);
  const title = t("slide.deck.keyResults", { account: of.account });
  for (const [at, rows] of pages.entries()) {
    const { slide, top } = newSlide(deck, pageTitle(title, at, pages.length, t));
    const heads = [
      t("choice.ResponseKind.objective"),
      t("choice.ResponseKind.key_result"),
      t("slide.deck.standpoint"),
      t("progress"),
      t("slide.deck.expected"),
      t("slide.deck.health"),
      t("slide.deck.owner"),
    ];
    table(
      slide,
      {
        x: page.left,
        y: top - 6,
        widths: [250, 330, 160, 94, 94, 122, 118],
        height: rowHeight(top, rows.length + 1),
      },
      [
        heads.map((text) => ({ text })),
        ...rows.map((one) => [
          { text: one.objective.title, color: colours.muted },
          { text: one.title },
          { text: standpointOfPage(one, t) },
          { text: formatPercent(one.progress) },
          { text: formatPercent(one.expected) },
          {
            text: `${looks[one.health].mark} ${t(`choice.Health.${one.health}`)}`,
            color: looks[one.health].ink,
          },
          { text: one.owner },
        ]),
      ],
    );
    addFoot(slide, of, false, t);
  }
}

const heat = ["EDF3FE", "D8E5FC", "B8D0F8", "92B7F2", "6496E8", "2A62CC"];
const mostAreas = 7;

/** Our share of what each site needs of each area, as tables. */
function addSupply(deck: PptxGenJS, of: OnePager, supply: Schemas["OnePagerSupply"], t: TFunction) {
  const pages = paged(supply.sites, 11);
  const period = periodName(supply.period, supply.startsOn);
  const title = t("slide.deck.supply", { account: of.account, period });
  const areas = supply.areas.slice(0, mostAreas);
  const left = supply.areas.length - areas.length;
  const first = 224;
  const width = Math.min((page.width - first) / (areas.length + 1), 190);
  const widths = [...areas, ""].map(() => width);
  const shownOf = (cells: Schemas["OnePagerCell"][]) =>
    [...cells.slice(0, areas.length), ...cells.slice(-1)].map(cellOf);
  for (const [at, sites] of pages.entries()) {
    const { slide, top } = newSlide(deck, pageTitle(title, at, pages.length, t));
    const heads = [t("slide.deck.site"), ...areas, t("slide.deck.total")];
    table(
      slide,
      {
        x: page.left,
        y: top - 6,
        widths: [first, ...widths],
        height: rowHeight(top, sites.length + 2),
      },
      [
        heads.map((text, index) => ({ text, align: index ? ("center" as const) : "left" })),
        ...sites.map(({ name, cells }) => [
          { text: name || t("supply.notSplit") },
          ...shownOf(cells),
        ]),
        ...(at === pages.length - 1
          ? [[{ text: t("slide.deck.total"), bold: true }, ...shownOf(supply.totals)]]
          : []),
      ],
    );
    const more = left > 0 && t("slide.deck.moreAreas", { count: left });
    addFoot(slide, of, [t("slide.deck.supplyLegend"), more].filter(Boolean).join(", "), t);
  }
}

function cellOf({ share, estimated, white }: Schemas["OnePagerCell"]) {
  const step = share === null || white ? 0 : heatOf(share);
  return {
    text: white ? "○" : (estimated && share !== null ? "≈" : "") + formatShare(share),
    align: "center" as const,
    fill: heat[step - 1],
    color: step === heat.length ? colours.card : colours.ink,
  };
}
