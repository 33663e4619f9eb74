import type { Field } from "./fields";

const cycleWords = ["zyklus", "okr zyklus", "quartal", "periode", "cycle", "quarter", "period"];
const objectiveWords = ["objective", "objectives", "okr objective", "zielsetzung", "moal"];
/** A target, too, may be called so. */
const goalWords = ["ziel", "ziele", "goal", "goals"];
const keyResultWords = [
  ...["key result", "key results", "keyresult", "kr", "krs", "schlusselergebnis"],
  ...["schlusselergebnisse", "schlusselresultat", "ergebnis", "messbares ergebnis", "result"],
];

/** What a table of objectives and key results may hold. */
export const planColumns: Field[] = [
  { field: "cycle", constant: true, words: cycleWords },
  { field: "objective", required: true, words: objectiveWords, weak: goalWords },
  { field: "key_result", words: keyResultWords },
  {
    field: "start",
    as: "number",
    amount: true,
    constant: true,
    words: [
      ...["ausgangswert", "basis", "basiswert", "ausgangslage", "anfangswert", "von"],
      ...["start value", "baseline", "initial value", "from"],
    ],
    weak: ["start"],
  },
  {
    field: "target",
    as: "number",
    amount: true,
    words: [
      ...["soll", "sollwert", "plan", "planwert", "zielgrosse"],
      ...["target", "target value", "goal value"],
    ],
    weak: ["ziel", "goal", "bis", "to"],
  },
  { field: "unit", words: ["einheit", "me", "masseinheit", "unit", "unit of measure"] },
  {
    field: "lower",
    as: "number",
    amount: true,
    words: ["untere grenze", "untergrenze", "minimum", "lower bound", "min"],
  },
  {
    field: "upper",
    as: "number",
    amount: true,
    words: ["obere grenze", "obergrenze", "maximum", "upper bound", "max"],
  },
  { field: "stages", words: ["stufen", "meilensteine", "stages", "milestones"] },
  { field: "weight", as: "share", words: ["gewicht", "gewichtung", "weight", "weighting"] },
  {
    field: "assignee",
    words: [
      ...["zustandig", "verantwortlich", "verantwortliche", "verantwortlicher", "wer"],
      ...["owner", "responsible", "assignee", "lead", "kr owner", "key result owner"],
    ],
  },
  {
    field: "due",
    as: "day",
    words: [
      ...["fallig", "termin", "bis wann", "frist", "zieltermin"],
      ...["due", "due date", "deadline", "by when"],
    ],
  },
];

/** What a table of check-ins may hold; a site is called as tables of sites call theirs, but for its mere name. */
export const checkInColumns = (siteNames: readonly string[]): Field[] => {
  const siteWords = siteNames.filter((word) => word !== "name");
  return [
    { field: "cycle", constant: true, words: cycleWords },
    { field: "objective", words: objectiveWords, weak: goalWords },
    { field: "key_result", required: true, words: keyResultWords },
    {
      field: "on",
      as: "day",
      required: true,
      constant: true,
      words: [
        ...["datum", "stichtag", "kw", "woche", "kalenderwoche", "am"],
        ...["date", "day", "week", "check in date", "check in"],
      ],
      weak: ["stand", "monat", "month", "as of"],
    },
    {
      field: "value",
      as: "number",
      amount: true,
      words: [
        ...["wert", "ist", "istwert", "aktueller wert", "aktuell", "aktueller stand"],
        ...["value", "current", "actual", "current value", "actual value", "stufe", "stage"],
      ],
      weak: ["stand", "status"],
    },
    { field: "site", words: siteWords },
    {
      field: "confidence",
      as: "confidence",
      words: [
        ...["konfidenz", "vertrauen", "ampel", "confidence", "rag", "rag status"],
        ...["confidence level", "confidence score", "traffic light", "ampelstatus"],
      ],
      weak: ["status", "health", "zustand"],
    },
    {
      field: "note",
      words: [
        ...["bemerkung", "bemerkungen", "kommentar", "kommentare", "massnahme", "massnahmen"],
        ...["anmerkung", "notizen", "note", "notes", "comment", "comments", "remark"],
      ],
    },
    { field: "evidence", words: ["beleg", "belege", "nachweis", "evidence", "link", "links"] },
    {
      field: "progress",
      as: "share",
      words: [
        ...["fortschritt", "zielerreichung", "erreichungsgrad", "erfullungsgrad", "erfullung"],
        ...["erreicht", "progress", "score", "completion", "complete", "achieved"],
      ],
    },
  ];
};
