import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { formatPercent } from "../app/format";

/** What the check-in would do, as the server computes it; empty while the input is not complete. */
export function CheckInEffect({
  keyResult,
  entered,
}: {
  keyResult: string;
  entered: Schemas["CheckInInput"];
}) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(JSON.stringify(entered), 250);
  const effect = useQuery({
    queryKey: ["check-in-effect", keyResult, settled],
    retry: false,
    throwOnError: false,
    placeholderData: keepPreviousData,
    queryFn: () =>
      data(
        api.POST("/api/v1/key-results/{id}/check-in-effect", {
          params: { path: { id: keyResult } },
          body: JSON.parse(settled),
        }),
      ),
  });
  if (!effect.data || effect.isError) return <span className="muted">&nbsp;</span>;
  const { progressBefore, progress, objectiveBefore, objective } = effect.data;
  return (
    <span className="muted" role="status">
      {t("checkIn.effect", {
        before: formatPercent(progressBefore),
        after: formatPercent(progress),
        objectiveBefore: formatPercent(objectiveBefore),
        objectiveAfter: formatPercent(objective),
      })}
    </span>
  );
}
