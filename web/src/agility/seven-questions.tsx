import { IconCheck } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import style from "./agility.module.css";
import { type Advice, nameOf, type Question, rawOf, scoreText } from "./raw-words";
import { StepLink } from "./step-link";

const width = 160;
const height = 168;
const top = 24;
const bottom = 152;
const left = 44;
const right = 104;
const y = (score: number) => bottom - (score / 100) * (bottom - top);

/** Seven questions on one scale, the weakest first: from the cycle before to now, and what would help. */
export function SevenQuestions({
  questions,
  goodFrom,
  before,
  now,
}: {
  questions: Question[];
  goodFrom: number;
  /** What the cycles are called. */
  before: string | undefined;
  now: string;
}) {
  const { t } = useTranslation();
  return (
    <section className={style.panel} aria-labelledby="seven">
      <header>
        <h2 id="seven">{t("agility.seven")}</h2>
        <ul className={style.legend}>
          {before && (
            <li>
              <i className={style.hollow} aria-hidden="true" />
              {before}
            </li>
          )}
          <li>
            <i className={style.full} aria-hidden="true" />
            {t("agility.upToNow", { name: now })}
          </li>
          <li>
            <i className={style.goal} aria-hidden="true" />
            {t("agility.goodFrom", { score: goodFrom })}
          </li>
        </ul>
      </header>
      <ul className={style.seven}>
        {questions.map((question) => {
          const raw = rawOf(question, t);
          const advice = (question.next?.advice ?? question.advice) as Advice;
          return (
            <li key={question.code} data-good={question.good ?? undefined}>
              <Slope
                question={question}
                goodFrom={goodFrom}
                label={sentenceOf(question, before, t)}
              />
              <h3>{nameOf(question.code, t)}</h3>
              <p className={style.raw}>{raw.figure}</p>
              <p className={style.of}>{raw.of}</p>
              <div className={style.next}>
                {advice === "keep" ? (
                  <p className={style.kept}>
                    <IconCheck size={14} stroke={2} aria-hidden="true" />
                    {t("agility.advice.keep")}
                  </p>
                ) : (
                  <p>{t(`agility.advice.${advice}`)}</p>
                )}
                {question.next && <StepLink step={question.next} />}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const sentenceOf = ({ code, score, before }: Question, name: string | undefined, t: TFunction) =>
  [
    `${nameOf(code, t)}: ${score === null ? t("agility.noFigure") : scoreText(score)}`,
    before !== null && name && t("agility.inBefore", { name, score: scoreText(before) }),
  ]
    .filter(Boolean)
    .join(", ");

/** Two points on the scale from 0 to 100; a question without a figure has none, and says "–". */
function Slope({
  question: { score, before, good },
  goodFrom,
  label,
}: {
  question: Question;
  goodFrom: number;
  label: string;
}) {
  const tone = good === false ? style.weak : undefined;
  return (
    <svg className={style.slope} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <rect
        className={style.good}
        x={-1}
        width={width + 2}
        y={y(100)}
        height={y(goodFrom) - y(100)}
      />
      {[0, 50, 100].map((at) => (
        <line key={at} className={style.grid} x2={width} y1={y(at)} y2={y(at)} />
      ))}
      <line className={style.border} x2={width} y1={y(goodFrom)} y2={y(goodFrom)} />
      {before !== null && score !== null && (
        <line
          className={`${style.way} ${tone ?? ""}`}
          x1={left}
          x2={right}
          y1={y(before)}
          y2={y(score)}
        />
      )}
      {before !== null && (
        <>
          <circle className={style.before} cx={left} cy={y(before)} r={5} />
          <text
            className={style.was}
            x={left}
            // Away from where the line goes.
            y={score !== null && score > before && before > 15 ? y(before) + 20 : y(before) - 11}
            textAnchor="middle"
          >
            {scoreText(before)}
          </text>
        </>
      )}
      {score === null ? (
        <text className={style.none} x={right} y={(top + bottom) / 2 + 6} textAnchor="middle">
          –
        </text>
      ) : (
        <>
          <circle className={`${style.now} ${tone ?? ""}`} cx={right} cy={y(score)} r={8} />
          <text className={style.is} x={right + 14} y={y(score) + 7}>
            {scoreText(score)}
          </text>
        </>
      )}
    </svg>
  );
}
