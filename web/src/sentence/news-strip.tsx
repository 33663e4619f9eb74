import { IconSparkles } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate } from "../app/format";
import type { Term } from "../app/i18n";
import { nameOf } from "../entity/named";
import style from "./news-strip.module.css";

/** What others changed since the reader's last visit: up to three facts, and the way to all of them. */
export function NewsStrip({ account, news }: { account: string; news: Schemas["News"] }) {
  const { t } = useTranslation();
  return (
    <section className={style.news} aria-label={t("news.title")}>
      <IconSparkles size={16} stroke={1.75} aria-hidden className={style.icon} />
      <b className={style.since}>{t("news.since", { date: formatDate(news.since) })}</b>
      <ul className={style.facts}>
        {news.changes.map((change) => (
          <li key={change.revision}>
            <b>{change.title}</b>{" "}
            <small className={style.who}>
              {change.byUser ? nameOf(news.people, change.byUser) : "Takt"}{" "}
              {t(`activity.${change.action}`, { term: t(`term.${change.entity as Term}`) })}
            </small>
          </li>
        ))}
      </ul>
      <Link to="/accounts/$account/activity" params={{ account }} className={style.all}>
        {t("news.all", { count: news.count })}
      </Link>
    </section>
  );
}
