import type { Field, Option } from "../entity/fields";

export const questionFields = (contacts: Option[], people: Option[]): Field[] => [
  { name: "text", label: "questionText", kind: "title", required: true },
  { name: "contact", label: "toBeAsked", kind: "reference", options: contacts },
  { name: "askedBy", kind: "reference", options: people },
  { name: "askBy", kind: "date" },
  { name: "askedOn", kind: "date" },
];

/** Words or a signal; without a day the server takes today. */
export const answerFields = (signals: Option[]): Field[] => [
  { name: "answer", kind: "prose" },
  { name: "answeredBySignal", kind: "reference", options: signals },
  { name: "answeredOn", kind: "date" },
];

/** What it is about is fixed once it is made. */
export const assumptionFields: Field[] = [{ name: "note", kind: "title" }];
