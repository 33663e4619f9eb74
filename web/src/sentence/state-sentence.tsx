import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "../app/session";
import { PlaceLink } from "./place-link";
import style from "./state-sentence.module.css";
import { atBeginning, type Clause, wordingOf } from "./wording";

const isGrave = (clause: Clause | undefined) => clause !== undefined && clause.severity !== "plain";

/** How things stand, in one sentence: what the server picked, each figure the way to it. */
export function StateSentence({ sentence = [] }: { sentence: Clause[] | undefined }) {
  const { t } = useTranslation();
  const today = useToday();
  if (sentence.length === 0) return null;
  const last = sentence.length - 1;
  // The two worst are told in one breath.
  const joined = last > 0 && isGrave(sentence[last - 1]) && isGrave(sentence[last]);
  return (
    <p className={style.sentence}>
      {sentence.map((clause, index) => {
        const words = wordingOf(clause, today, t);
        const begins = index < last || !joined;
        const { before, figure, after } = begins ? atBeginning(words) : words;
        const ends = index === last || !(joined && index === last - 1);
        return (
          <Fragment key={clause.kind}>
            {before}
            <PlaceLink clause={clause} className={style[clause.severity]}>
              {figure}
            </PlaceLink>
            {after}
            {ends ? "." : t("sentence.and")}
            {index < last && ends && " "}
          </Fragment>
        );
      })}
    </p>
  );
}
