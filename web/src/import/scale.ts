/** By what the numbers of a column are multiplied, where somebody says so. */
export const factors = [1, 1_000, 1_000_000] as const;
export type Factor = (typeof factors)[number];

const money = "(?:€|EUR|Euro|CHF|USD|\\$)";
const pieces = "(?:Stück|Stk\\.?|pcs\\.?|pieces)";
const thousands = `[Tk] ?${money}|${money} ?k|T ?(?:Stück|Stk\\.?)|Tsd\\.?|Tausend(?:er)?|thousands?|['’]000`;
const millions = `M ?${money}|${money} ?mn?|Mio\\.?|Millionen|Million|millions?`;
const more = "Mrd\\.?|Milliarden|Milliarde|billions?|bn";
const scale = `(?<![\\p{L}\\p{N}])(?:(?<thousands>${thousands})|(?<millions>${millions})|(?<more>${more}))(?![\\p{L}\\p{N}])`;
/** "Mio. €", "Tsd. Stück": the unit belongs to it. */
const whole = `${scale}(?: ?(?:${money}|${pieces})(?!\\p{L}))?`;

const anywhere = new RegExp(whole, "iu");
const ofTitle = new RegExp(`(?:(?:^|\\s)in |[([:] ?)${whole}`, "iu");
const alone = new RegExp(`^[([]?(?:in )?(?:${whole}|${money}|${pieces}|%)[)\\]]?$`, "iu");
const taken = new RegExp(`(?:(?<!\\p{L})in )?[([]?(?:in )?${whole}[)\\]]?`, "iu");

/** What a text says its numbers stand for, in its own words; without a factor that is more than Takt multiplies by. */
export interface Scale {
  says: string;
  factor?: Factor;
}

function scaleBy(pattern: RegExp, text: string): Scale | undefined {
  const { groups } = pattern.exec(text) ?? {};
  const says = groups?.thousands ?? groups?.millions ?? groups?.more;
  if (!says) return undefined;
  const factor = groups?.thousands ? 1_000 : groups?.millions ? 1_000_000 : undefined;
  return { says, ...(factor && { factor }) };
}

/** "Umsatz T€", "EK-Volumen in Mio. €", "Spend in thousands". */
export const scaleIn = (text: string) => scaleBy(anywhere, text);

/** "Lieferanteile in T€", "Angaben: TEUR"; a title may name an amount of its own, "5 Mio. € mehr". */
export const scaleOfTitle = (text: string) => scaleBy(ofTitle, text);

/** "Umsatz (in T€) Q1/24" is "Umsatz Q1/24". */
export const withoutScale = (text: string) => text.replace(taken, " ").replace(/\s+/g, " ").trim();

/** "T€", "(in Tsd. €)", "%": nothing but in what numbers are counted. */
export const isUnit = (text: string) => alone.test(text.trim());
