import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { PersonMark } from "../ui/person";
import classes from "./frame.module.css";

/** Twice within the minute after which whoever gives no sign counts as gone. */
const everySoOften = 25_000;
const mostShown = 3;

/** Who else is in the account right now; says in turn that the reader is, while the page is in sight. */
export function Presence({ account }: { account: string }) {
  const { t } = useTranslation();
  const present = useQuery({
    queryKey: ["presence", account],
    queryFn: () =>
      data(api.POST("/api/v1/accounts/{account}/presence", { params: { path: { account } } })),
    refetchInterval: everySoOften,
    retry: false,
    throwOnError: false,
    gcTime: 0,
  });
  const others = present.isError ? [] : (present.data?.others ?? []);
  if (others.length === 0) return null;
  const names = others.map(({ name }) => name).join(", ");
  const label = t("nav.alsoHere", { names });
  return (
    <span className={classes.present} role="img" aria-label={label} title={label}>
      {others.slice(0, mostShown).map(({ id, name }) => (
        <PersonMark key={id} name={name} beside />
      ))}
      {others.length > mostShown && (
        <span className={classes.more}>+{others.length - mostShown}</span>
      )}
    </span>
  );
}
