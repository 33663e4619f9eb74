import type { Schemas } from "../api/client";

export const today = "2026-11-26";

/** An open question of an account, told as a page does. */
export const questionView = (
  question: Partial<Schemas["OpenQuestion"]>,
  view: Partial<Schemas["QuestionView"]> = {},
): Schemas["QuestionView"] => ({
  question: {
    id: "q",
    account: "a",
    version: 1,
    position: 1,
    createdAt: "2026-11-01T10:00:00Z",
    archivedAt: null,
    text: "Wer entscheidet?",
    aboutKind: null,
    about: null,
    askedBy: null,
    contact: null,
    askBy: null,
    askedOn: null,
    answer: "",
    answeredBySignal: null,
    answeredByCheckIn: null,
    answeredOn: null,
    ...question,
  },
  aboutName: "",
  aboutArchived: false,
  aboutKeyResult: null,
  overdue: false,
  ...view,
});

/** An assumption about a site, not confirmed. */
export const assumptionView = (
  assumption: Partial<Schemas["Assumption"]> = {},
  asked: string | null = null,
) =>
  ({
    assumption: {
      id: "x",
      account: "a",
      version: 1,
      createdAt: "2026-11-01T10:00:00Z",
      archivedAt: null,
      aboutKind: "site",
      about: "s",
      note: "geschätzt",
      confirmedOn: null,
      confirmedBy: null,
      ...assumption,
    },
    aboutName: "Lehrte",
    aboutArchived: false,
    asked,
  }) as Schemas["AssumptionView"];

export const questionsPage = (more: Partial<Schemas["QuestionsPage"]> = {}) =>
  ({
    revision: 1,
    account: { id: "a", name: "Teutonia" },
    today,
    open: [],
    answered: [],
    assumptions: [],
    takenOff: [],
    contacts: [{ id: "c", name: "Frau Dr. Feldmann" }],
    people: [{ id: "k", name: "Katrin Vogt", initials: "KV" }],
    doubt: false,
    ...more,
  }) as Schemas["QuestionsPage"];
