import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Chip } from "../ui/chip";
import { assumedQuery } from "./question-query";

/** Says beside an entry that it is assumed; nothing while it is not, or nobody knows. */
export function AssumedMark({ account, id }: { account: string; id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...assumedQuery(account), staleTime: 60_000, throwOnError: false });
  if (!data?.entries?.includes(id)) return null;
  return <Chip title={t("assumed.hint")}>{t("assumed.mark")}</Chip>;
}
