import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate } from "../app/format";
import style from "./first-run.module.css";

/** What an account is called and how its team plans, for who only reads it. */
export function AccountFacts({ account }: { account: Schemas["Account"] }) {
  const { t } = useTranslation();
  const facts = [
    ["name", account.name],
    ["code", account.code],
    ["industry", account.industry],
    ["cadence", account.cadence],
    ["checkInInterval", account.checkInInterval],
    ["firstCycleStart", account.firstCycleStart && formatDate(account.firstCycleStart)],
  ] as const;
  return (
    <dl className={style.facts}>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{t(`field.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
