import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { TemplateProblem } from "./fill";

/** What has to be put right in the template, each with its placeholder and its slide. */
export function TemplateProblems({ problems }: { problems: TemplateProblem[] }) {
  const { t } = useTranslation();
  const sentences = problems.map(({ wrong, tag, slide }) => {
    const sentence = t(`slide.wrong.${wrong}`, {
      tag,
      open: `{{#${tag}}}`,
      close: `{{/${tag}}}`,
      start: "{{",
      end: "}}",
    });
    return slide === undefined ? sentence : t("slide.wrong.where", { number: slide, sentence });
  });
  return (
    <Alert color="red" role="alert" title={t("slide.wrong.title")}>
      <ul>
        {[...new Set(sentences)].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Alert>
  );
}

/** Placeholders that are misspelt, probably: the slide is made without them. */
export function UnknownPlaceholders({ names }: { names: string[] }) {
  const { t } = useTranslation();
  return (
    <Alert color="yellow" role="status">
      {t("slide.unknown", { count: names.length })} {names.map((name) => `{{${name}}}`).join(", ")}
    </Alert>
  );
}
