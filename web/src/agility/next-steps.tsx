import { useTranslation } from "react-i18next";
import type { Named } from "../entity/named";
import style from "./agility.module.css";
import { nameOf, type Question } from "./raw-words";
import { StepLink } from "./step-link";
import { stepFacts, stepTitle } from "./step-words";

/** So many at once: whoever does these has done enough. */
const most = 2;

/** What would help the weakest questions, by name; nothing where all is well. */
export function NextSteps({ questions, people }: { questions: Question[]; people: Named[] }) {
  const { t } = useTranslation();
  const steps = questions.flatMap((question) =>
    question.next && question.good !== true ? [{ ...question, next: question.next }] : [],
  );
  return (
    <section className={style.panel} aria-labelledby="next-steps">
      <header>
        <h2 id="next-steps">{t("agility.nextSteps")}</h2>
      </header>
      <div className={style.body}>
        {steps.length === 0 ? (
          <p className="muted">{t("agility.allGood")}</p>
        ) : (
          <ol className={style.steps}>
            {steps.slice(0, most).map(({ code, next }) => (
              <li key={code}>
                <div>
                  <b>{stepTitle(next, t)}</b>
                  <small>
                    {[
                      stepFacts(next, people, t),
                      t("agility.raises", { question: nameOf(code, t) }),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </small>
                </div>
                <StepLink step={next} button />
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  );
}
