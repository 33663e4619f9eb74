import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "../app/session";
import { PlaceLink } from "./place-link";
import style from "./state-sentence.module.css";
import { type Clause, sentenceOf } from "./wording";

/** How things stand, in one sentence: what the server picked, each figure the way to it. */
export function StateSentence({ sentence = [] }: { sentence: Clause[] | undefined }) {
  const { t } = useTranslation();
  const today = useToday();
  if (sentence.length === 0) return null;
  return (
    <p className={style.sentence}>
      {sentenceOf(sentence, today, t).map(({ clause, before, figure, after, end }) => (
        <Fragment key={clause.kind}>
          {before}
          <PlaceLink clause={clause} className={style[clause.severity]}>
            {figure}
          </PlaceLink>
          {after}
          {end}
        </Fragment>
      ))}
    </p>
  );
}
