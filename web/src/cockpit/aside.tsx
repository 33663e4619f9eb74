import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { formatDaysAgo, formatWeekdayTime } from "../app/format";
import { useMay } from "../app/may";
import { daysBetween, wallClock } from "../app/zone";
import { SignalState } from "../signal/signal-card";
import { periodWithState } from "../supply/period-name";
import { ShareMatrix } from "../supply/share-matrix";
import { Chip } from "../ui/chip";
import { DateTile } from "../ui/date-tile";
import { Priority } from "../ui/priority";
import { Section } from "../ui/section";
import style from "./cockpit.module.css";
import type { Cockpit } from "./cockpit-query";

const mostSignals = 5;
const isNew = ({ signal }: Cockpit["signals"][number]) => signal.state === "new";

/** What waits for us, when we meet, and how much of the demand is ours. */
export function Aside({ cockpit }: { cockpit: Cockpit }) {
  return (
    <aside className={style.aside}>
      <WaitingSignals cockpit={cockpit} />
      <NextMeetings cockpit={cockpit} />
      <Share cockpit={cockpit} />
    </aside>
  );
}

function WaitingSignals({ cockpit }: { cockpit: Cockpit }) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const account = cockpit.account.id;
  const overdue = cockpit.signals.filter((view) => view.overdue).length;
  const more = cockpit.signals.length - mostSignals;
  return (
    <Section
      title={t("cockpit.signals")}
      action={
        overdue > 0 && (
          <Chip tone="bad" dot="full">
            {t("inbox.overdue", { count: overdue })}
          </Chip>
        )
      }
    >
      {cockpit.signals.length === 0 && <p className={style.nothing}>{t("inbox.empty")}</p>}
      <ul className={style.list}>
        {cockpit.signals.slice(0, mostSignals).map((view) => (
          <li key={view.signal.id}>
            <Priority value={view.priority} />
            <div>
              <Link
                to="/accounts/$account/signals"
                params={{ account }}
                hash={view.signal.id}
                className={style.title}
              >
                {view.signal.title}
              </Link>
              <br />
              <SignalState view={view} />
              {contribute && (
                <>
                  <br className="no-print" />
                  <Link
                    to="/accounts/$account/signals"
                    params={{ account }}
                    hash={view.signal.id}
                    className={`${style.link} no-print`}
                    aria-label={t(isNew(view) ? "cockpit.assessSignal" : "cockpit.answerSignal", {
                      title: view.signal.title,
                    })}
                  >
                    {t(isNew(view) ? "cockpit.assess" : "signal.answer")}
                  </Link>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <Link to="/accounts/$account/signals" params={{ account }} className={style.link}>
          {t("cockpit.moreSignals", { count: more })}
        </Link>
      )}
    </Section>
  );
}

function NextMeetings({ cockpit }: { cockpit: Cockpit }) {
  const { t } = useTranslation();
  const account = cockpit.account.id;
  return (
    <Section
      title={t("cockpit.next")}
      action={
        <Link
          to="/accounts/$account/meetings"
          params={{ account }}
          className={`${style.link} no-print`}
        >
          {t("cockpit.allMeetings")}
        </Link>
      }
    >
      {cockpit.meetings.length === 0 && <p className={style.nothing}>{t("meeting.empty")}</p>}
      <ul className={style.list}>
        {cockpit.meetings.map((meeting) => {
          const day = wallClock(meeting.plannedAt).slice(0, 10);
          const running = meeting.state === "running";
          return (
            <li key={meeting.id}>
              <DateTile day={meeting.plannedAt} />
              <div>
                <Link
                  to="/meetings/$meeting"
                  params={{ meeting: meeting.id }}
                  className={style.title}
                >
                  {t(`choice.MeetingKind.${meeting.kind}`)}
                </Link>{" "}
                ·{" "}
                {running
                  ? t("choice.MeetingState.running")
                  : formatDaysAgo(daysBetween(day, cockpit.today))}
                <br />
                <span className="muted">
                  {[formatWeekdayTime(meeting.plannedAt), meeting.place]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Share({ cockpit }: { cockpit: Cockpit }) {
  const { t } = useTranslation();
  const account = cockpit.account.id;
  const { supply } = cockpit;
  return (
    <Section
      title={supply ? t("cockpit.share", { period: periodWithState(supply) }) : t("supply.title")}
      action={
        <Link
          to="/accounts/$account/supply"
          params={{ account }}
          className={`${style.link} no-print`}
        >
          {t(supply ? "cockpit.open" : "supply.enter")}
        </Link>
      }
    >
      {supply ? (
        <ShareMatrix supply={supply} sites={cockpit.sites} areas={cockpit.productAreas} />
      ) : (
        <p className={style.nothing}>{t("supply.empty")}</p>
      )}
    </Section>
  );
}
