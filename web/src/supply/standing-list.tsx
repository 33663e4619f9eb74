import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate } from "../app/format";
import { Section } from "../ui/section";
import style from "./standing-list.module.css";

/** Who is not listed has reached none of them. */
const steps: readonly string[] = ["listed", "secondary", "main"];

/** Which supplier we are in each product area, as a step of three, and which objective works on that. */
export function StandingList({
  account,
  areas,
  objectives,
}: {
  account: string;
  areas: Schemas["ProductArea"][];
  /** Those of the cycle, in their order. */
  objectives: Schemas["Objective"][];
}) {
  const { t } = useTranslation();
  return (
    <Section
      title={t("supply.standing")}
      action={
        <Link
          className={style.link}
          to="/accounts/$account/customer"
          params={{ account }}
          search={{ tab: "sites" }}
        >
          {t("supply.toAreas")}
        </Link>
      }
    >
      <ul className={style.standing}>
        {areas.map((area) => {
          const reached = steps.indexOf(area.standing);
          return (
            <li key={area.id}>
              <div className={style.words}>
                <b>{area.name}</b>
                <span>
                  {t(`choice.Standing.${area.standing}`)}
                  {area.since &&
                    ` · ${t("supply.standingSince", { date: formatDate(area.since) })}`}
                </span>
              </div>
              <span className={style.ladder} aria-hidden="true">
                {steps.map((step, index) => (
                  <i key={step} data-reached={index <= reached || undefined} />
                ))}
              </span>
              {objectives.map(
                (objective, index) =>
                  objective.state !== "dropped" &&
                  objective.productAreas.includes(area.id) && (
                    <Link
                      key={objective.id}
                      className={style.works}
                      to="/accounts/$account"
                      params={{ account }}
                      hash={objective.id}
                      title={objective.title}
                    >
                      {t("supply.works", { number: index + 1, title: objective.title })}
                    </Link>
                  ),
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
