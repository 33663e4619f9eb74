import { Button } from "@mantine/core";
import { onlineManager, type QueryClient, skipToken, useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { formatMoment } from "./format";
import { reload, useNewVersion } from "./new-version";
import { useConnection } from "./use-live";

const queryKey = ["reachable"];

/** Remembers whether the server answered last. */
export function keepReachable(queries: QueryClient, reachable: boolean) {
  if (queries.getQueryData(queryKey) !== reachable) queries.setQueryData(queryKey, reachable);
}

/**
 * Says that what is shown may be old, for as long as the server can't be reached or says nothing to
 * `user`, who is signed in.
 */
export function ConnectionBanner({ user }: { user?: string }) {
  const { t } = useTranslation();
  const { silent, heard } = useConnection(user);
  const online = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
  const reachable = useQuery<boolean>({ queryKey, queryFn: skipToken, initialData: true }).data;
  if (online && reachable && !silent) return null;
  return (
    <p role="alert" className="connection no-print">
      {heard ? t("noConnectionSince", { at: formatMoment(heard) }) : t("noConnection")}
    </p>
  );
}

/** Offers the interface that the server brings by now; when it is loaded the reader chooses. */
export function NewVersionBanner() {
  const { t } = useTranslation();
  if (!useNewVersion()) return null;
  return (
    <div role="status" className="connection row no-print">
      <span>{t("newVersion.text")}</span>
      <Button size="compact-md" variant="default" onClick={reload}>
        {t("newVersion.reload")}
      </Button>
    </div>
  );
}
