import { Suspense } from "react";
import type { Schemas } from "../api/client";
import { lazyPart } from "../app/lazy-part";
import style from "./news-strip.module.css";

const NewsStrip = lazyPart(async () => ({ default: (await import("./news-strip")).NewsStrip }));

/** The strip of what is new, loaded when there is something; its place is there at once. */
export function LazyNews({
  account,
  news,
}: {
  account: string;
  news: Schemas["News"] | null | undefined;
}) {
  if (!news) return null;
  return (
    <Suspense fallback={<div className={style.news} />}>
      <NewsStrip account={account} news={news} />
    </Suspense>
  );
}
