import { useTranslation } from "react-i18next";
import { formatInstantThere } from "../app/format";
import { DateTile } from "../ui/date-tile";
import { Section } from "../ui/section";
import type { Page } from "./one-pager";
import style from "./one-pager.module.css";

/** When we meet, and where. */
export function NextMeetings({ title, meetings }: { title: string; meetings: Page["meetings"] }) {
  const { t } = useTranslation();
  return (
    <Section title={title}>
      {meetings.length === 0 && <p className={style.nothing}>{t("shared.noMeetings")}</p>}
      <ul className={style.list}>
        {meetings.map(({ kind, plannedAt, place }) => (
          <li key={plannedAt}>
            <DateTile day={plannedAt} />
            <div>
              <b>{t(`choice.MeetingKind.${kind}`)}</b>
              <br />
              <span className="muted">
                {[formatInstantThere(plannedAt), place].filter(Boolean).join(" · ")}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
