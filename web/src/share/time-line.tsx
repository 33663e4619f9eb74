import { IconFlag3Filled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate } from "../app/format";
import { Beat } from "../ui/beat";
import type { Page } from "./one-pager";
import style from "./one-pager.module.css";

type Cycle = Schemas["OnePagerCycle"];

/** The cycle with its weeks, and those to come with the long-term goals that are due in them. */
export function TimeLine({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { cycle, week, weeks, coming } = page;
  if (!cycle) return <p className={style.nothing}>{t("shared.noCycle")}</p>;
  const begun = week > 0 && week <= weeks;
  return (
    <ol className={style.line}>
      <li>
        <b>{begun ? t("shared.week", { name: cycle.name, week, weeks }) : cycle.name}</b>
        {begun && <Beat week={week} weeks={weeks} />}
        <Period of={cycle} />
        <Goals of={cycle} />
      </li>
      {coming.map((next) => (
        <li key={next.startsOn}>
          <b>{next.name}</b>
          <Goals of={next} />
        </li>
      ))}
    </ol>
  );
}

function Period({ of }: { of: Cycle }) {
  const { t } = useTranslation();
  return (
    <small>
      {t("shared.period", { from: formatDate(of.startsOn), to: formatDate(of.endsOn) })}
    </small>
  );
}

const Goals = ({ of }: { of: Cycle }) =>
  of.goals.map((goal) => (
    <span key={goal} className={style.goal}>
      <IconFlag3Filled size={12} aria-hidden="true" /> {goal}
    </span>
  ));
