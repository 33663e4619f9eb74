import { Suspense } from "react";
import { lazyPart } from "../app/lazy-part";
import style from "./news-strip.module.css";
import { useNews, useVisit } from "./use-news";

const NewsStrip = lazyPart(async () => ({ default: (await import("./news-strip")).NewsStrip }));

/** The strip of what is new, loaded where there is something; its place is there at once. */
export function LazyNews({ account }: { account: string }) {
  useVisit(account);
  const news = useNews(account);
  if (!news) return null;
  return (
    <Suspense fallback={<div className={style.news} />}>
      <NewsStrip account={account} news={news} />
    </Suspense>
  );
}
