import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Chip } from "../ui/chip";
import { assumedQuery } from "./question-query";

/** Whether an entry is marked as assumed; no while nobody knows. */
export function useIsAssumed(account: string): (id: string) => boolean {
  const { data } = useQuery({ ...assumedQuery(account), staleTime: 60_000, throwOnError: false });
  return (id) => data?.entries?.includes(id) ?? false;
}

/** Says beside an entry that it is assumed; nothing while it is not, or nobody knows. */
export function AssumedMark({ account, id }: { account: string; id: string }) {
  const { t } = useTranslation();
  const isAssumed = useIsAssumed(account);
  if (!isAssumed(id)) return null;
  return <Chip title={t("assumed.hint")}>{t("assumed.mark")}</Chip>;
}
