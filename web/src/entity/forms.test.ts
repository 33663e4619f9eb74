import i18next, { type i18n } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import de from "../../locales/de";
import en from "../../locales/en";
import { wordKey } from "../app/i18n";
import type { Field } from "./fields";

/** Every list of fields of every form; those that depend on an account get none of its things. */
const forms = Object.entries(import.meta.glob("../*/*-fields.ts", { eager: true })).flatMap(
  ([file, exported]) =>
    Object.entries(exported as Record<string, unknown>)
      .filter(([name]) => name.endsWith("Fields"))
      .map(([name, list]) => ({
        form: `${name} of ${file.slice(3)}`,
        fields: (typeof list === "function"
          ? list(...Array.from({ length: list.length }, () => []))
          : list) as Field[],
      })),
);

describe.each([
  ["German", "de", de],
  ["English", "en", en],
])("in %s", (_, lng, translation: typeof de) => {
  let texts: i18n;
  beforeAll(async () => {
    texts = i18next.createInstance();
    await texts.init({ lng, resources: { [lng]: { translation } } });
  });

  it.each(forms)("every field and choice in $form has a word", ({ fields }) => {
    expect(fields.length).toBeGreaterThan(0);
    const missing = fields
      .flatMap((field) => [
        `field.${field.name}`,
        ...(field.kind === "choice" || field.kind === "choices"
          ? field.choices.map((choice): string => wordKey(field.of, choice))
          : []),
      ])
      .filter((key) => !texts.exists(key));
    expect(missing).toEqual([]);
  });

  it.each(forms)("no two choices of a field in $form read alike", ({ fields }) => {
    for (const field of fields) {
      if (field.kind !== "choice" && field.kind !== "choices") continue;
      const words = field.choices.map((choice) => texts.t(wordKey(field.of, choice)));
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it("an outcome that is not measured is not called a standing", () => {
    expect(texts.t("choice.OutcomeKind.none")).not.toBe(texts.t("choice.Standing.none"));
  });
});

it("reads every list of fields there is", () => {
  expect(forms.map(({ form }) => form)).toEqual(
    expect.arrayContaining([
      "signalFields of signal/signal-fields.ts",
      "marketSignalFields of signal/signal-fields.ts",
      "objectiveFields of objective/objective-fields.ts",
      "userFields of user/user-fields.ts",
    ]),
  );
});
