import { IconCircle, IconCircleCheckFilled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../app/link-button";
import { Contributors } from "../app/may";
import { firstRunSteps, stepsDone } from "../first_run/first-run-steps";
import type { Cockpit } from "./cockpit-query";
import style from "./set-up.module.css";

/** What a new account needs until its first cycle: the steps of its set-up, and the next one. */
export default function SetUp({ cockpit }: { cockpit: Cockpit }) {
  const { t } = useTranslation();
  const account = cockpit.account.id;
  const done = stepsDone(cockpit);
  const next = firstRunSteps.find((step) => !done[step]);
  const count = firstRunSteps.filter((step) => done[step]).length;
  return (
    <section className={style.panel} aria-label={t("cockpit.setUp.title")}>
      <header>
        <h2>{t("cockpit.setUp.title")}</h2>
        <span className="muted">
          {t("cockpit.setUp.done", { count, total: firstRunSteps.length })}
        </span>
      </header>
      <ol>
        {firstRunSteps.map((step) => (
          <li key={step} data-done={done[step] || undefined}>
            {done[step] ? (
              <IconCircleCheckFilled size={22} role="img" aria-label={t("cockpit.setUp.isDone")} />
            ) : (
              <IconCircle size={22} stroke={1.5} aria-hidden="true" />
            )}
            <div>
              <b>{t(`cockpit.setUp.${step}.title`)}</b>
              <p>{t(`cockpit.setUp.${step}.text`)}</p>
            </div>
            <Contributors>
              <LinkButton
                variant={step === next ? "filled" : done[step] ? "subtle" : "default"}
                size="xs"
                to="/first-run"
                search={{ account, step }}
              >
                {done[step] ? t("cockpit.setUp.account.action") : t(`cockpit.setUp.${step}.action`)}
              </LinkButton>
            </Contributors>
          </li>
        ))}
      </ol>
    </section>
  );
}
