import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { PersonMark } from "../ui/person";
import { Section } from "../ui/section";
import { formatNearDay } from "./day-words";
import { DutyLink } from "./duty-link";
import styles from "./my-work.module.css";
import { WorkRow } from "./work-row";

/** What others owe in the accounts that the reader manages: who, and since when. */
export function Awaiting({ awaited }: { awaited: Schemas["Awaited"][] }) {
  const { t } = useTranslation();
  if (awaited.length === 0) return null;
  return (
    <Section title={t("myWork.awaited")} count={awaited.length}>
      <ul className={styles.rows}>
        {awaited.map(({ duty, person, daysSilent }) => (
          <WorkRow
            key={duty.id}
            lead={<PersonMark name={person} beside />}
            title={
              <DutyLink duty={duty}>
                {duty.kind === "check_in" ? t("checkIn.for", { title: duty.title }) : duty.title}
              </DutyLink>
            }
            accountName={duty.accountName}
          >
            {person}
            {duty.kind === "check_in" ? (
              <span className="fair">
                {daysSilent === null
                  ? t("myWork.never")
                  : t("myWork.silentFor", { count: daysSilent })}
              </span>
            ) : (
              <span className="poor">
                {t("myWork.wasDue", { date: formatNearDay(duty.due ?? "") })}
              </span>
            )}
          </WorkRow>
        ))}
      </ul>
    </Section>
  );
}
