import { useEffect } from "react";

/** The page's heading, which is also what its tab and bookmark are called. */
export function PageTitle({
  children,
  of,
  grow = false,
}: {
  children: string;
  /** What the page belongs to, e.g. the account's name. */
  of?: string;
  grow?: boolean;
}) {
  useEffect(() => {
    document.title = [...new Set([children, of, "Takt"])].filter(Boolean).join(" · ");
  }, [children, of]);
  return <h1 className={grow ? "grow" : undefined}>{children}</h1>;
}
