import { useTranslation } from "react-i18next";
import { Chip } from "../ui/chip";
import { Section } from "../ui/section";
import type { Page } from "./one-pager";
import style from "./one-pager.module.css";

/** What was agreed with the customer, and nothing that we think of it. */
export function ForCustomer({ page }: { page: Page }) {
  const { t } = useTranslation();
  return (
    <div className={style.agreed}>
      {page.objectives.length === 0 && <p className={style.nothing}>{t("shared.noObjectives")}</p>}
      {page.objectives.map(({ title, customerGoal, state }, index) => (
        <section key={title} className={style.agreement}>
          <span className={style.number} aria-hidden="true">
            {index + 1}
          </span>
          <h2>{title}</h2>
          {customerGoal && (
            <p>
              {/* Some write the quotation marks that stand around it here. */}
              {t("shared.customerGoal", {
                goal: customerGoal.replace(/^[„“”"»«](.*)[“”"»«]$/, "$1"),
              })}
            </p>
          )}
          {state !== "active" && <Chip>{t(`choice.ObjectiveState.${state}`)}</Chip>}
        </section>
      ))}
      {page.testimonials.length > 0 && (
        <Section title={t("shared.testimonials")}>
          {page.testimonials.map(({ text, site }) => (
            <figure key={text} className={style.testimonial}>
              <q>{text}</q>
              {site && <figcaption>{site}</figcaption>}
            </figure>
          ))}
        </Section>
      )}
    </div>
  );
}
