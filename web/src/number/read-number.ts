/** What a text says as a number; `none`: nothing was entered. */
export interface ReadNumber {
  value: number | null;
  /** What it can mean as well: "1.234" is one thousand and more in German, or one and a bit. */
  other?: number;
}

const decimalSignOf = (language: string) => (language === "de" ? "," : ".");

/** Thousands in groups of three, parted by `sign`: 1.234.567 */
const grouped = (text: string, sign: string) => {
  const [first = "", ...rest] = text.split(sign);
  return /^\d{1,3}$/.test(first) && rest.length > 0 && rest.every((group) => /^\d{3}$/.test(group));
};

const digits = /^\d+$/;

/** `whole` and `fraction` as the digits of one number, "" where a part is not there. */
const numberOf = (whole: string, fraction = "") =>
  digits.test(whole + fraction) ? Number(`${whole || "0"}.${fraction || "0"}`) : undefined;

/**
 * Reads a number as people type it or paste it from a spreadsheet, in the reader's language or the
 * other one: 1.234,5 · 1,234.5 · 1 234,5 · 1'234.50 · 12,5 % · € 1.200 · −5. The unit is left out;
 * undefined for whatever is no number: nothing in it is passed over.
 */
export function readNumber(text: string, language: string): ReadNumber | undefined {
  let plain = text
    .replace(/[€$£%]|\b(?:EUR|USD|GBP)\b/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (plain === "") return text.trim() === "" ? { value: null } : undefined;
  const negative = /^[-−–]\s?/.test(plain);
  plain = plain.replace(/^[-−–+]\s?/, "");
  // Blanks and apostrophes part thousands, everywhere.
  const [, whole = "", rest = ""] = plain.match(/^([^.,]*)(.*)$/) ?? [];
  for (const sign of [" ", "'", "’"])
    if (whole.includes(sign)) {
      if (!grouped(whole, sign)) return undefined;
      plain = whole.replaceAll(sign, "") + rest;
      // What follows thousands that are parted already can only be decimals.
      if (!/^([.,]\d*)?$/.test(rest)) return undefined;
      return signed(numberOf(whole.replaceAll(sign, ""), rest.slice(1)), negative);
    }
  const last = Math.max(plain.lastIndexOf(","), plain.lastIndexOf("."));
  if (last < 0) return signed(numberOf(plain), negative);
  const sign = plain[last] as "," | ".";
  const before = plain.slice(0, last);
  const after = plain.slice(last + 1);
  const foreign = sign === "," ? "." : ",";
  if (before.includes(foreign)) {
    if (!grouped(before, foreign)) return undefined;
    return signed(numberOf(before.replaceAll(foreign, ""), after), negative);
  }
  const thousands = grouped(plain, sign) ? numberOf(plain.replaceAll(sign, "")) : undefined;
  // The same sign twice parts thousands or nothing.
  if (before.includes(sign)) return signed(thousands, negative);
  const decimal = numberOf(before, after);
  if (sign === decimalSignOf(language) || thousands === undefined || before === "0")
    return signed(decimal, negative);
  return signed(thousands, negative, decimal);
}

function signed(value: number | undefined, negative: boolean, other?: number) {
  if (value === undefined) return undefined;
  const sign = (number: number) => (negative && number !== 0 ? -number : number);
  return { value: sign(value), ...(other !== undefined && { other: sign(other) }) };
}

/** A number as its reader edits it: all of its digits, thousands together. 1234.5 → "1234,5" */
export function writeNumber(value: number | null | undefined, language: string): string {
  if (value === null || value === undefined) return "";
  return new Intl.NumberFormat(language === "de" ? "de-DE" : "en-GB", {
    useGrouping: false,
    maximumSignificantDigits: 15,
  }).format(value);
}
