import i18next from "i18next";
import type { Schemas } from "../api/client";
import type { Enum } from "../app/i18n";
import { areaColumns } from "../paste/area-rows";
import type { Column } from "../paste/columns";
import { contactColumns } from "../paste/contact-rows";
import { siteColumns } from "../paste/site-rows";
import { plainWord } from "../paste/table";
import { supplyColumns } from "../supply/supply-rows";
import { accountColumns } from "./account-columns";
import type { ImportKind } from "./import-steps";
import { checkInColumns, planColumns } from "./plan-columns";

/** What a table holds: of one account, or accounts themselves. */
export type Kind = ImportKind | "accounts";
export type ImportField = Schemas["ImportField"];

/** How the cells of a column are read. */
export type ReadAs = "text" | "number" | "share" | "day" | "period" | "truth" | "confidence";

export interface Field {
  field: ImportField;
  as?: ReadAs;
  /** Of money or pieces: it may be in thousands or millions, as somebody says. */
  amount?: boolean;
  /** The row is refused without it. */
  required?: boolean;
  /** One value may hold for all rows, where no column has it. */
  constant?: boolean;
  of?: Enum;
  /** It may have several lines, or list several things. */
  lines?: boolean;
  /** What files say instead of a number. */
  degrees?: Readonly<Record<string, number>>;
  words: readonly string[];
  /** Words that mean it only where no other column is called so, and the cells are of its kind. */
  weak?: readonly string[];
}

const influences = {
  "sehr hoch": 3,
  hoch: 3,
  gross: 3,
  mittel: 2,
  gering: 1,
  niedrig: 1,
  klein: 1,
  high: 3,
  medium: 2,
  low: 1,
};
const attitudes = {
  "++": 2,
  "sehr positiv": 2,
  unterstutzer: 2,
  freund: 2,
  "very positive": 2,
  supporter: 2,
  friend: 2,
  "+": 1,
  positiv: 1,
  positive: 1,
  neutral: 0,
  negativ: -1,
  kritisch: -1,
  skeptisch: -1,
  negative: -1,
  critical: -1,
  sceptical: -1,
  "--": -2,
  "sehr negativ": -2,
  gegner: -2,
  "very negative": -2,
  opponent: -2,
  foe: -2,
};

const wordsOf = (columns: readonly Column[], key: string) =>
  columns.find((column) => column.key === key)?.words ?? [];

/** What the columns of each kind may hold, and what people call that at the head, as `plainWord` writes it. */
export function fieldsOf(kind: Kind): Field[] {
  const site = siteColumns();
  const area = areaColumns();
  const contact = contactColumns();
  const supply = supplyColumns([], "quarter");
  switch (kind) {
    case "accounts":
      return accountColumns;
    case "sites":
      return [
        { field: "name", required: true, words: wordsOf(site, "name") },
        { field: "city", words: wordsOf(site, "city") },
        { field: "country", words: wordsOf(site, "country") },
        {
          field: "site_kind",
          constant: true,
          of: "SiteKind",
          words: [...wordsOf(site, "kind"), "standortart", "site kind"],
        },
        { field: "purchasers", as: "number", words: wordsOf(site, "purchasers") },
      ];
    case "areas":
      return [
        {
          field: "name",
          required: true,
          words: [
            ...wordsOf(area, "name"),
            "produktgruppe",
            "warengruppe",
            "sparte",
            "offering",
            "product line",
          ],
        },
        {
          field: "standing",
          constant: true,
          of: "Standing",
          words: [...wordsOf(area, "standing"), "status", "lieferantenstatus", "einstufung"],
        },
        { field: "since", as: "day", words: ["seit", "gelistet seit", "since"] },
      ];
    case "contacts":
      return [
        { field: "name", required: true, words: wordsOf(contact, "name") },
        {
          field: "function",
          words: [...wordsOf(contact, "function"), "funktion abteilung", "abteilung", "department"],
        },
        { field: "site", words: wordsOf(contact, "site") },
        { field: "roles", of: "BuyingRole", lines: true, words: wordsOf(contact, "roles") },
        { field: "reports_to", words: ["berichtet an", "vorgesetzter", "reports to", "manager"] },
        {
          field: "attitude",
          as: "number",
          degrees: attitudes,
          words: ["haltung", "einstellung", "attitude", "friend foe"],
        },
        {
          field: "wanted_attitude",
          as: "number",
          degrees: attitudes,
          words: ["angestrebte haltung", "zielhaltung", "wanted attitude"],
        },
        {
          field: "influence",
          as: "number",
          degrees: influences,
          words: ["einfluss", "entscheidungsmacht", "influence", "decision power"],
        },
        {
          field: "kept_by",
          words: [
            "halt kontakt",
            "zustandig",
            "beziehung zustandig",
            "betreuer",
            "kontakt durch",
            "kept by",
            "kept in touch by",
            "internal contact",
          ],
        },
        {
          field: "last_contact",
          as: "day",
          words: ["letzter kontakt", "zuletzt gesprochen", "last contact"],
        },
      ];
    case "supply":
      return [
        {
          field: "product_area",
          required: true,
          constant: true,
          words: [
            ...wordsOf(supply, "area"),
            "produktgruppe",
            "warengruppe",
            "sparte",
            "offering",
            "product line",
          ],
        },
        { field: "site", words: [...wordsOf(supply, "site"), "ort"] },
        {
          field: "period",
          as: "period",
          required: true,
          constant: true,
          words: [...wordsOf(supply, "period"), "stand", "date", "datum"],
        },
        {
          field: "volume",
          as: "number",
          amount: true,
          words: [...wordsOf(supply, "volume"), "absatz", "ist", "our spend", "our revenue"],
        },
        {
          field: "demand",
          as: "number",
          amount: true,
          words: [
            ...wordsOf(supply, "demand"),
            "beschaffungsvolumen",
            "ek volumen",
            "einkaufsvolumen",
            "spend",
            "total spend",
            "total budget",
            "wallet",
          ],
        },
        {
          field: "share",
          as: "share",
          words: [...wordsOf(supply, "share"), "la", "quote", "share of wallet"],
        },
        {
          field: "unit",
          constant: true,
          of: "SupplyUnit",
          words: ["einheit", "me", "wahrung", "unit", "currency"],
        },
        {
          field: "estimated",
          as: "truth",
          words: ["geschatzt", "schatzung", "estimated", "estimate"],
        },
        { field: "source", words: ["quelle", "herkunft", "source"] },
        { field: "rest", of: "Rest", words: ["rest bei", "rest", "with"] },
        {
          field: "competitor",
          words: ["wettbewerber", "hauptlieferant", "mitbewerber", "competitor"],
        },
        {
          field: "contract_end",
          as: "day",
          words: ["vertragsende", "laufzeit bis", "contract end", "contract end date"],
        },
      ];
    case "kpi_values":
      return [
        {
          field: "kpi",
          required: true,
          constant: true,
          words: ["kennzahl", "kpi", "messgrosse", "figure", "metric", "name"],
        },
        {
          field: "on",
          as: "day",
          required: true,
          constant: true,
          words: ["tag", "datum", "am", "stichtag", "stand", "day", "date", "on"],
        },
        {
          field: "value",
          as: "number",
          amount: true,
          required: true,
          words: ["wert", "ist", "istwert", "aktueller wert", "value", "current", "actual"],
        },
        { field: "source", words: ["quelle", "herkunft", "source"] },
      ];
    case "signals":
      return [
        {
          field: "title",
          required: true,
          words: ["titel", "signal", "betreff", "uberschrift", "title", "subject"],
        },
        {
          field: "detail",
          lines: true,
          words: [
            "einzelheiten",
            "beschreibung",
            "bemerkung",
            "kommentar",
            "detail",
            "details",
            "description",
            "note",
            "comments",
          ],
        },
        {
          field: "observed_on",
          as: "day",
          constant: true,
          words: ["beobachtet am", "datum", "am", "tag", "observed on", "date"],
        },
        {
          field: "signal_source",
          constant: true,
          of: "SignalSource",
          words: ["quelle", "herkunft", "source"],
        },
        {
          field: "theme",
          constant: true,
          of: "SignalTheme",
          words: ["thema", "kategorie", "theme", "topic", "category"],
        },
        {
          field: "nature",
          of: "SignalNature",
          words: [
            "art",
            "chance oder gefahr",
            "chance gefahr",
            "opportunity threat",
            "nature",
            "opportunity or threat",
          ],
        },
        { field: "impact", as: "number", words: ["auswirkung", "wirkung", "impact"] },
        {
          field: "likelihood",
          as: "number",
          words: ["wahrscheinlichkeit", "likelihood", "probability"],
        },
        { field: "act_by", as: "day", words: ["handeln bis", "bis", "bis wann", "act by", "due"] },
        { field: "evidence", lines: true, words: ["beleg", "belege", "link", "links", "evidence"] },
        {
          field: "tags",
          lines: true,
          words: ["schlagworter", "schlagworte", "schlagwort", "tags", "tag s", "keywords"],
        },
      ];
    case "plan":
      return planColumns;
    case "check_ins":
      return checkInColumns(wordsOf(site, "name"));
    case "actions":
      return [
        {
          field: "title",
          required: true,
          words: ["titel", "massnahme", "aktion", "aufgabe", "title", "action", "task", "to do"],
        },
        {
          field: "key_result",
          words: ["key result", "schlusselergebnis", "kr", "ergebnis"],
        },
        {
          field: "assignee",
          constant: true,
          words: ["zustandig", "verantwortlich", "wer", "owner", "assignee", "responsible"],
        },
        {
          field: "due",
          as: "day",
          words: ["fallig", "fallig am", "termin", "bis", "bis wann", "due", "due date", "by"],
        },
        {
          field: "done_on",
          as: "day",
          words: ["erledigt", "erledigt am", "done", "done on", "completed"],
        },
      ];
  }
}

const known = new Map<Kind, Map<ImportField, Field>>();
/** What is known of a field; asked for each cell. */
export function fieldOf(kind: Kind, field: ImportField | undefined): Field | undefined {
  const fields = known.get(kind) ?? new Map(fieldsOf(kind).map((one) => [one.field, one]));
  known.set(kind, fields);
  return field && fields.get(field);
}

export const kindWords = (kind: Kind) =>
  kind === "accounts" ? "import.accounts.kind" : (`choice.ImportKind.${kind}` as const);

export const fieldName = (field: ImportField) => i18next.t(`choice.ImportField.${field}`);

/** As what can be pasted elsewhere knows its columns. */
export const columnsOf = (kind: Kind): Column[] =>
  fieldsOf(kind).map(({ field, words }) => ({
    key: field,
    label: fieldName(field),
    // Whatever the interface calls it is understood, too.
    words: [...words, plainWord(fieldName(field))],
  }));
