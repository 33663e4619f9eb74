import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { QuestionList } from "../question/question-list";
import { Section } from "../ui/section";
import styles from "./signals.module.css";

/** What to ask whom to hear of changes early, and whom nobody has spoken to for long. */
export function EarlyWarning({ board }: { board: Schemas["SignalBoard"] }) {
  const { t } = useTranslation();
  const account = board.account.id;
  return (
    <div className={styles.warning}>
      <Section
        title={t("warning.title")}
        action={
          <Link className={styles.link} to="/accounts/$account/questions" params={{ account }}>
            {t("all")}
          </Link>
        }
      >
        <div className={styles.questions}>
          <QuestionList
            account={account}
            questions={board.questions}
            contacts={board.contacts}
            people={board.people}
          />
        </div>
      </Section>
      {board.quiet.length > 0 && (
        <Section title={t("warning.quiet")} count={board.quiet.length}>
          <ul className="list">
            {board.quiet.map((contact) => (
              <li key={contact.id} className="row">
                <Link
                  className="grow"
                  to="/accounts/$account/customer"
                  params={{ account }}
                  hash={contact.id}
                >
                  {contact.name}
                </Link>
                <span className="muted">
                  {contact.days === null
                    ? t("warning.neverMet")
                    : t("warning.silent", { count: contact.days })}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
