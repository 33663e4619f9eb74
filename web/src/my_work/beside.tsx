import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { DateTile } from "../ui/date-tile";
import { Section } from "../ui/section";
import { formatNearDay, formatTime, formatWeekday } from "./day-words";
import { questionWay } from "./duty-link";
import styles from "./my-work.module.css";
import type { MyWork } from "./my-work-query";
import { Facts } from "./work-row";

/** What comes up, whom to ask and whom to call: beside what is owed. */
export function Beside({ work }: { work: MyWork }) {
  return (
    <aside className={styles.beside}>
      <OwnBeat meetings={work.meetings} />
      <Questions questions={work.questions} />
      <Contacts contacts={work.contacts} />
    </aside>
  );
}

function OwnBeat({ meetings }: { meetings: Schemas["ComingMeeting"][] }) {
  const { t } = useTranslation();
  if (meetings.length === 0) return null;
  return (
    <Section
      title={t("myWork.beat")}
      action={
        <Link className={styles.more} to="/profile" hash="calendar">
          {t("myWork.subscribe")}
        </Link>
      }
    >
      <Few>
        {meetings.map((meeting) => (
          <li key={meeting.id} className={styles.meeting}>
            <DateTile day={meeting.day} />
            <div className={styles.text}>
              <Link
                className={styles.title}
                to="/meetings/$meeting"
                params={{ meeting: meeting.id }}
              >
                {t(`choice.MeetingKind.${meeting.kind}`)}
              </Link>
              <Facts>
                {meeting.accountName}
                {meeting.state === "running"
                  ? t("choice.MeetingState.running")
                  : `${formatWeekday(meeting.day)} ${formatTime(meeting.plannedAt)}`}
                {meeting.place}
              </Facts>
            </div>
          </li>
        ))}
      </Few>
    </Section>
  );
}

function Questions({ questions }: { questions: Schemas["QuestionToAsk"][] }) {
  const { t } = useTranslation();
  if (questions.length === 0) return null;
  return (
    <Section title={t("myWork.ask")} count={questions.length}>
      <Few>
        {questions.map((question) => (
          <li key={question.id}>
            <Link className={styles.title} {...questionWay(question)}>
              {question.text}
            </Link>
            <Facts>
              {question.contactName
                ? [question.contactName, question.contactFunction].filter(Boolean).join(", ")
                : question.accountName}
              {question.askedOn ? (
                t("myWork.askedOn", { date: formatNearDay(question.askedOn) })
              ) : (
                <span className="fair">{t("myWork.neverAsked")}</span>
              )}
            </Facts>
          </li>
        ))}
      </Few>
    </Section>
  );
}

function Contacts({ contacts }: { contacts: Schemas["ContactToMeet"][] }) {
  const { t } = useTranslation();
  if (contacts.length === 0) return null;
  return (
    <Section title={t("myWork.keepInTouch")} count={contacts.length}>
      <Few>
        {contacts.map((contact) => (
          <li key={contact.id} className={styles.contact}>
            <div className={styles.text}>
              <Link
                className={styles.title}
                to="/accounts/$account/customer"
                params={{ account: contact.account }}
                hash={contact.id}
              >
                {contact.name}
              </Link>
              <Facts>
                {contact.function}
                {contact.accountName}
              </Facts>
            </div>
            <span className="muted">
              {contact.days === null
                ? t("warning.neverMet")
                : t("warning.silent", { count: contact.days })}
            </span>
          </li>
        ))}
      </Few>
    </Section>
  );
}

const few = 5;

/** The first of a list, and all of it on demand. */
function Few({ children }: { children: ReactNode[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const rest = children.length - few;
  return (
    <>
      <ul className={styles.short}>{all ? children : children.slice(0, few)}</ul>
      {rest > 0 && !all && (
        <button type="button" className={styles.more} onClick={() => setAll(true)}>
          {t("myWork.more", { count: rest })}
        </button>
      )}
    </>
  );
}
