import { fractionOfPercent } from "../app/percent";
import { plainWord } from "../paste/table";
import type { Cell } from "./cells";
import { isBlank, isPerCent, textOf } from "./cells";
import type { ReadAs } from "./fields";
import type { Format } from "./match";
import type { Factor } from "./scale";

/** The cells of a column by what they are read as; of numbers by what each is multiplied. */
export type Samples = Partial<Record<ReadAs, Cell[]>> & { factors?: Factor[] };

const plain = (text: string) =>
  text
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/[−‐‑‒–]/g, "-")
    .trim();

/** Without sign, unit and spaces. */
const figure = (text: string) =>
  plain(text)
    .replace(/[€%]|\b(?:EUR|Euro|Stk\.?|Stück|St\.|pcs|pieces)(?![\p{L}])/giu, "")
    .replace(/^[-+(]\s?|\)$|-$/g, "")
    .replace(/[ '’]/g, "")
    .trim();

/** The decimal sign that a number shows beyond doubt. */
function signIn(text: string): Format["decimalSign"] | undefined {
  const number = figure(text);
  if (!/^[\d.,]+$/.test(number)) return undefined;
  const [comma, point] = [number.lastIndexOf(","), number.lastIndexOf(".")];
  if (comma >= 0 && point >= 0) return comma > point ? "comma" : "point";
  const sign = comma >= 0 ? "," : ".";
  const parts = number.split(sign);
  if (parts.length === 1) return undefined;
  // The same sign twice parts thousands, three digits after one may be either.
  if (parts.length > 2) return sign === "," ? "point" : "comma";
  if (parts[1]?.length === 3 && parts[0] !== "0") return undefined;
  return sign === "," ? "comma" : "point";
}

const texts = (cells: readonly Cell[] = []) =>
  cells.filter((cell): cell is string => typeof cell === "string" && !isBlank(cell));

/** What numbers of confidence show beyond doubt, by themselves or by the name of their column; numbers up to 5 may be of our own scale. */
function scaleOf(cells: readonly Cell[], name: string, sign: Format["decimalSign"]) {
  const numbers = cells.flatMap((cell) => {
    if (typeof cell === "number") return [cell];
    // A share with its sign is read on any scale.
    return textOf(cell).includes("%") ? [] : (readNumber(textOf(cell), sign) ?? []);
  });
  const most = Math.max(...numbers);
  if (most > 10) return "percent";
  if (most > 1) return most <= 5 && / 5$/.test(plainWord(name)) ? "five" : "ten";
  return numbers.some((number) => number > 0 && number < 1) ? "fraction" : undefined;
}

/** How the file seems to be written; what it doesn't show is as it was before, else as the reader's language has it. */
export function presetFormat(
  samples: Samples,
  language: string,
  before?: Format,
  confidenceName = "",
): Format {
  const { number = [], share = [], confidence = [] } = samples;
  const numbers = texts([...number, ...share, ...confidence]).map(signIn);
  const count = (sign: Format["decimalSign"]) => numbers.filter((one) => one === sign).length;
  const usual = before?.decimalSign ?? (language === "de" ? "comma" : "point");
  const decimalSign =
    count("comma") === count("point") ? usual : count("comma") > count("point") ? "comma" : "point";
  // Days of a workbook are ISO texts, which are read in any order.
  const days = texts(samples.day)
    .filter((text) => !/^\d{4}-\d\d-\d\d/.test(text))
    .map((text) => /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?:\D|$)/.exec(plain(text)))
    .filter((found) => found !== null);
  const dateOrder = days.some(([, first]) => first?.length === 4)
    ? "ymd"
    : days.some(([, , second]) => Number(second) > 12)
      ? "mdy"
      : days.some(([, first]) => Number(first) > 12)
        ? "dmy"
        : (before?.dateOrder ?? "dmy");
  const shares = share.filter((cell) => !isBlank(cell));
  const bare = shares.flatMap((cell) => {
    if (typeof cell === "number") return [cell];
    if (isPerCent(cell)) return [];
    if (textOf(cell).includes("%")) return [];
    const value = readNumber(textOf(cell), decimalSign);
    return value === undefined ? [] : [value];
  });
  // Shares of less than a percent are rare, and so is one of a thousand percent: one that is above 1 turns no column.
  const shown = bare.filter((value) => value > 0).sort((a, b) => a - b);
  const middle = shown[Math.floor((shown.length - 1) / 2)];
  const fraction = middle !== undefined && middle <= 1 && (shown.at(-1) ?? 0) <= 10;
  const percent = middle === undefined ? before?.percent : undefined;
  const scale = scaleOf(confidence, confidenceName, decimalSign) ?? before?.confidence;
  return {
    decimalSign,
    dateOrder,
    percent: percent ?? (fraction ? "fraction" : "as_written"),
    ...(scale && { confidence: scale }),
  };
}

/** As the server reads it; undefined for what it refuses. For showing only: the server judges. */
export function readNumber(text: string, sign: Format["decimalSign"]): number | undefined {
  const number = figure(text);
  const [decimal, thousands] = sign === "comma" ? [",", "."] : [".", ","];
  const [whole = "", fraction, ...more] = number.split(decimal);
  if (more.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined;
  const groups = whole.split(thousands);
  const grouped =
    groups.length === 1 ||
    (/^\d{1,3}$/.test(groups[0] ?? "") && groups.slice(1).every((group) => /^\d{3}$/.test(group)));
  const digits = groups.join("");
  if (!grouped || !/^\d*$/.test(digits) || (digits === "" && !fraction)) return undefined;
  const value = Number(`${digits || "0"}.${fraction ?? "0"}`);
  return /^[-(]|-$/.test(plain(text).replace(/^[€$£]\s?/, "")) ? -value : value;
}

export function readShare(cell: Cell, format: Format): number | undefined {
  if (isPerCent(cell)) return fractionOfPercent(cell.perCent);
  if (typeof cell === "number") return format.percent === "fraction" ? cell : cell / 100;
  const text = textOf(cell);
  const value = readNumber(text, format.decimalSign);
  if (value === undefined) return undefined;
  return format.percent === "fraction" && !text.includes("%") ? value : value / 100;
}

/** As it is sent: a percent cell with its sign, so that it is read alike whatever is declared. */
export function sentCell(cell: Cell, { decimalSign }: Format): string | number | boolean | null {
  if (!isPerCent(cell)) return cell;
  const number = cell.perCent.toLocaleString(decimalSign === "comma" ? "de-DE" : "en-US", {
    maximumSignificantDigits: 15,
    useGrouping: false,
  });
  return `${number} %`;
}

/** An ISO day; undefined for what is none in that order. Names of months the server reads, too. */
export function readDay(text: string, order: Format["dateOrder"]): string | undefined {
  const iso = /^\d{4}-\d\d-\d\d(?=$|[ T]00:00)/.exec(plain(text))?.[0];
  const parts = plain(text)
    .split(/[./\s-]+/)
    .filter(Boolean);
  if (iso) return exists(iso) ? iso : undefined;
  if (parts.length !== 3 || parts.some((part) => !/^\d+$/.test(part))) return undefined;
  const [first = "", second = "", third = ""] = parts;
  const [day, month, year] =
    order === "dmy"
      ? [first, second, third]
      : order === "mdy"
        ? [second, first, third]
        : [third, second, first];
  const full = year.length === 2 ? `${Number(year) < 80 ? 20 : 19}${year}` : year;
  const found = `${full}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return /^\d{4}-\d\d-\d\d$/.test(found) && exists(found) ? found : undefined;
}

function exists(day: string) {
  const at = new Date(`${day}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
