import { Alert, Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { useSend } from "../api/use-send";
import { formatComputed, formatInstant, formatNumber } from "../app/format";
import { useProblemText } from "../entity/problem-text";
import { Row, Rows } from "../ui/row";
import { Section } from "../ui/section";

const backupsQuery = {
  queryKey: ["backups"],
  queryFn: () => data(api.GET("/api/v1/backups")),
};

/** What this server keeps in case all is lost, and one more at once. */
export function Backups() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { data: view } = useQuery({
    ...backupsQuery,
    // While one is being made, until it is there.
    refetchInterval: ({ state }) => (state.data?.running ? 1000 : false),
  });
  const making = useSend(() => data(api.POST("/api/v1/backups")), {
    onSent: (answer) => queries.setQueryData(backupsQuery.queryKey, answer),
  });
  if (!view) return null;
  const { place, keep, running, failed, files } = view;
  if (place !== "folder")
    return (
      <Section title={t("backup.title")}>
        <p className="muted">{t(`backup.${place}`)}</p>
      </Section>
    );
  return (
    <Section
      title={t("backup.title")}
      action={
        <Button variant="default" loading={running} onClick={() => making.submit()}>
          {t("backup.make")}
        </Button>
      }
    >
      <p className="muted">{t("backup.folder", { count: keep, keep: formatNumber(keep) })}</p>
      <p role="status" className="sr-only">
        {running ? t("backup.running") : ""}
      </p>
      {making.problem && (
        <Alert color="red" role="alert">
          {problemText(making.problem.code, making.problem.message)}
        </Alert>
      )}
      {failed && !running && (
        <Alert color="red" role="alert">
          {t("backup.failed", { why: failed })}
        </Alert>
      )}
      {files.length === 0 && !running && <p className="muted">{t("backup.empty")}</p>}
      <Rows>
        {files.map(({ name, madeAt, bytes }) => (
          <Row key={name} title={formatInstant(madeAt)}>
            {name} · {t("backup.size", { size: formatComputed(bytes / 1_000_000, 1) })}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
