import { useEffect } from "react";

/** The page's heading, which is also what its tab and bookmark are called. */
export function PageTitle({
  children,
  tab = children,
  of,
  grow = false,
}: {
  children: string;
  /** What tab and bookmark are called, where that is something else. */
  tab?: string;
  /** What the page belongs to, e.g. the account's name. */
  of?: string;
  grow?: boolean;
}) {
  useEffect(() => {
    document.title = [...new Set([tab, of, "Takt"])].filter(Boolean).join(" · ");
  }, [tab, of]);
  return <h1 className={grow ? "grow" : undefined}>{children}</h1>;
}
