import { onlineManager, type QueryClient, skipToken, useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

const queryKey = ["reachable"];

/** Remembers whether the server answered last. */
export function keepReachable(queries: QueryClient, reachable: boolean) {
  if (queries.getQueryData(queryKey) !== reachable) queries.setQueryData(queryKey, reachable);
}

/** Says that what is shown may be old, for as long as the server can't be reached. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const online = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
  const reachable = useQuery<boolean>({ queryKey, queryFn: skipToken, initialData: true }).data;
  if (online && reachable) return null;
  return (
    <p role="alert" className="connection no-print">
      {t("noConnection")}
    </p>
  );
}
