import { Button } from "@mantine/core";
import { IconCircle, IconCircleCheckFilled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../app/link-button";
import { Contributors } from "../app/may";
import type { Cockpit } from "./cockpit-query";
import style from "./set-up.module.css";

interface Props {
  cockpit: Cockpit;
  onVision: () => void;
  onGoal: () => void;
  onPlan: () => void;
}

/** What a new account needs until its first cycle: what is done, and the next step. */
export default function SetUp({ cockpit, onVision, onGoal, onPlan }: Props) {
  const { t } = useTranslation();
  const params = { account: cockpit.account.id };
  const steps = [
    { name: "team", done: cockpit.team.length > 1, to: "/accounts/$account/customer" },
    {
      name: "sites",
      done: cockpit.sites.length > 0 && cockpit.productAreas.length > 0,
      to: "/accounts/$account/customer",
    },
    { name: "vision", done: cockpit.vision !== null, onClick: onVision },
    { name: "goal", done: cockpit.goals.length > 0, onClick: onGoal },
    { name: "supply", done: cockpit.supply !== null, to: "/accounts/$account/supply" },
    { name: "cycle", done: cockpit.cycles.length > 0, onClick: onPlan },
  ] as const;
  const next = steps.find(({ done }) => !done)?.name;
  const done = steps.filter((step) => step.done).length;
  return (
    <section className={style.panel} aria-label={t("cockpit.setUp.title")}>
      <header>
        <h2>{t("cockpit.setUp.title")}</h2>
        <span className="muted">
          {t("cockpit.setUp.done", { count: done, total: steps.length })}
        </span>
      </header>
      <ol>
        {steps.map((step) => {
          const variant = step.name === next ? "filled" : "default";
          const words = t(`cockpit.setUp.${step.name}.action`);
          return (
            <li key={step.name} data-done={step.done || undefined}>
              {step.done ? (
                <IconCircleCheckFilled
                  size={22}
                  role="img"
                  aria-label={t("cockpit.setUp.isDone")}
                />
              ) : (
                <IconCircle size={22} stroke={1.5} aria-hidden="true" />
              )}
              <div>
                <b>{t(`cockpit.setUp.${step.name}.title`)}</b>
                <p>{t(`cockpit.setUp.${step.name}.text`)}</p>
              </div>
              {!step.done && (
                <Contributors>
                  {"to" in step ? (
                    <LinkButton variant={variant} size="xs" to={step.to} params={params}>
                      {words}
                    </LinkButton>
                  ) : (
                    <Button variant={variant} size="xs" onClick={step.onClick}>
                      {words}
                    </Button>
                  )}
                </Contributors>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
