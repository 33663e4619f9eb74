import { expect, it } from "vitest";
import { isUnit, scaleIn, scaleOfTitle, withoutScale } from "./scale";

it.each([
  ["Umsatz T€", 1_000, "T€"],
  ["Bedarf in TEUR", 1_000, "TEUR"],
  ["Umsatz (k€)", 1_000, "k€"],
  ["Umsatz [T €] 2026", 1_000, "T €"],
  ["Bedarf Tsd. Stück", 1_000, "Tsd."],
  ["Volumen in Tausend", 1_000, "Tausend"],
  ["Revenue €k", 1_000, "€k"],
  ["Revenue in EUR '000", 1_000, "'000"],
  ["Spend in thousands", 1_000, "thousands"],
  ["EK-Volumen Mio. EUR", 1_000_000, "Mio."],
  ["Umsatz M€", 1_000_000, "M€"],
  ["Umsatz MEUR", 1_000_000, "MEUR"],
  ["Revenue (€m)", 1_000_000, "€m"],
  ["Spend in millions", 1_000_000, "millions"],
  ["Bedarf Mrd. €", undefined, "Mrd."],
])("reads from “%s” by what its numbers are multiplied", (head, factor, says) => {
  expect(scaleIn(head)).toEqual({ says, ...(factor && { factor }) });
});

it.each([
  ...["Umsatz €", "Termin", "Umsatz Stk", "Bedarf", "Teurer Rest", "Umsatz Oktober", "Rabatt €"],
  ...["Preis EUR/m²", "Rest bei", "Milliardär", "Kontakt EUR", "Umsatz 1'000"],
])("takes “%s” for no thousands", (head) => {
  expect(scaleIn(head)).toBeUndefined();
});

it("takes of a title what all of its numbers are in, not an amount that it tells of", () => {
  for (const title of ["Lieferanteile 2026 in T€", "Angaben: T€", "Umsatz (T€)", "in thousands"])
    expect(scaleOfTitle(title)?.factor, title).toBe(1_000);
  for (const title of ["Wir gewinnen 5 Mio. €", "Teutonia, Q3 2026", "Ziel: 300 T€ mehr"])
    expect(scaleOfTitle(title), title).toBeUndefined();
});

it("names a column without what it is counted in", () => {
  expect(withoutScale("Umsatz (in T€) Q1/24")).toBe("Umsatz Q1/24");
  expect(withoutScale("Umsatz in Mio. € Q1/24")).toBe("Umsatz Q1/24");
  expect(withoutScale("Ziel T€")).toBe("Ziel");
  expect(withoutScale("Termin")).toBe("Termin");
});

it("knows what is nothing but a unit", () => {
  for (const unit of [
    "T€",
    "(in T€)",
    "[Mio. €]",
    "€",
    "EUR",
    "%",
    "Stück",
    "Tsd. Stück",
    "in TEUR",
  ])
    expect(isUnit(unit), unit).toBe(true);
  for (const other of ["Umsatz T€", "Werk", "12 €", "", "Q3 2026"])
    expect(isUnit(other), other).toBe(false);
});
