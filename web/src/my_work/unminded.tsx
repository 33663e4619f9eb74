import { IconUserQuestion } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Section } from "../ui/section";
import { DutyLink } from "./duty-link";
import styles from "./my-work.module.css";
import type { Duty } from "./my-work-query";
import { WorkRow } from "./work-row";

/** What of a running cycle nobody answers for, told to the account's manager. */
export function Unminded({ unminded }: { unminded: Duty[] }) {
  const { t } = useTranslation();
  if (unminded.length === 0) return null;
  return (
    <Section title={t("myWork.unminded")} count={unminded.length}>
      <ul className={styles.rows}>
        {unminded.map((duty) => (
          <WorkRow
            key={`${duty.kind} ${duty.id}`}
            lead={<IconUserQuestion size={22} stroke={1.75} aria-hidden />}
            title={<DutyLink duty={duty} />}
            accountName={duty.accountName}
          >
            {t(duty.kind === "key_result" ? "term.key_result" : "term.objective")}
            {t("myWork.noOwner")}
          </WorkRow>
        ))}
      </ul>
    </Section>
  );
}
