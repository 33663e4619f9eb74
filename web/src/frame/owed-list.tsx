import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { formatDate } from "../app/format";
import { DutyLink } from "../my_work/duty-link";
import classes from "./frame.module.css";
import type { Duty } from "./owed";

/** So many are named; the others stand in My work. */
const most = 8;

/** What I owe, most overdue first, each with the way to it. */
export function OwedList({ owed, onGo }: { owed: Duty[]; onGo: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.owed}>
      <div className={classes.owedHead}>
        <h2>{t("nav.whatIOwe")}</h2>
        <Link to="/my-work" onClick={onGo}>
          {t("nav.myWork")}
        </Link>
      </div>
      {owed.length === 0 && <p className="muted">{t("myWork.empty")}</p>}
      <ul>
        {owed.slice(0, most).map((duty) => (
          <li key={`${duty.kind} ${duty.id}`}>
            <DutyLink duty={duty} onClick={onGo} />
            <div className="muted">
              {[duty.accountName, dueText(duty)].filter(Boolean).join(" · ")}
              {duty.daysOverdue > 0 && (
                <>
                  {" · "}
                  <span className="poor">{t("myWork.overdue", { count: duty.daysOverdue })}</span>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );

  function dueText({ daysOverdue, due }: Duty) {
    return daysOverdue <= 0 && due && t("myWork.due", { date: formatDate(due) });
  }
}
