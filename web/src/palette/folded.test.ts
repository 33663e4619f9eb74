import { expect, it } from "vitest";
import { begins, fits, hasWord, partsOf, wordsOf } from "./folded";

it.each([
  ["Große Müller-Bestellung", ["grosse", "muller", "bestellung"]],
  ["mu\u0308ller", ["muller"]],
  ["8 % Rabatt!", ["8", "rabatt"]],
  ["% _ *", []],
  ["Łódź København Đorđević Işık İzmir", ["lodz", "kobenhavn", "dordevic", "isik", "izmir"]],
  ["C, C++, C# #1", ["c", "c++", "c#", "1"]],
  ["Müller+Söhne C++11", ["muller", "sohne", "c", "11"]],
])("reads the words of “%s”", (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

it.each([
  ["Neue Vergabeplattform", "plattform", true],
  ["Neue Vergabeplattform", "platt NEUE", true],
  ["Neue Vergabeplattform", "ne", true],
  ["Neue Vergabeplattform", "rm", false],
  ["Neue Vergabeplattform", "plattform preis", false],
  ["Hausgeräte", "gerate", true],
])("finds long words anywhere, short ones where a word begins: %s, %s", (text, typed, found) => {
  expect(fits(text, wordsOf(typed))).toBe(found);
});

it("knows what begins with the words", () => {
  expect(begins("Teutonia Hausgeräte SE", wordsOf("teutonia haus"))).toBe(true);
  expect(begins("Die Teutonia", wordsOf("teutonia"))).toBe(false);
});

it("knows where a word of a text begins", () => {
  expect(hasWord("Dr. Sabine Feldmann", wordsOf("feld"))).toBe(true);
  expect(hasWord("Kornfeld", wordsOf("feld"))).toBe(false);
});

const marked = (text: string, typed: string) =>
  partsOf(text, wordsOf(typed))
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join("");

it.each([
  ["Preisnachlass in Oelde", "oelde", "Preisnachlass in [Oelde]"],
  ["Vergabeplattform", "plattform", "Vergabe[plattform]"],
  ["Große Mühle", "grosse muh", "[Große] [Müh]le"],
  ["Mu\u0308hle", "muhle", "[Mu\u0308hle]"],
  ["An der Bahn", "an", "[An] der Bahn"],
  ["Oelde", "bielefeld", "Oelde"],
  ["Łódź", "lodz", "[Łódź]"],
  ["C und C++", "c++", "C und [C++]"],
])("marks in “%s” what “%s” found", (text, typed, shown) => {
  expect(marked(text, typed)).toBe(shown);
});
