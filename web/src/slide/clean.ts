// What XML 1.0 does not know, not even as an entity; a lone half of a character counts as well.
const forbidden = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text as a file of PowerPoint may hold it: Word's line break is a blank, what XML forbids is dropped. */
const cleanText = (text: string) =>
  text.replace(/\r\n?/g, "\n").replaceAll("\v", " ").replace(forbidden, "");

/** The same with every text in it clean. */
export function clean<T>(value: T): T {
  if (typeof value === "string") return cleanText(value) as T;
  if (Array.isArray(value)) return value.map(clean) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, clean(one)])) as T;
}
