import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { type ApiProblem, api, data } from "../api/client";
import { formatDate } from "../app/format";
import { useProblemText } from "../entity/problem-text";
import styles from "./organisation.module.css";

/** How cycles of usual lengths would be called by a pattern, while it is being written. */
export function CycleNames({ pattern, fiscalMonth }: { pattern: string; fiscalMonth: number }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const id = useId();
  const [asked] = useDebouncedValue(pattern, 250);
  const examples = useQuery({
    queryKey: ["organisation", "examples", asked, fiscalMonth],
    retry: false,
    throwOnError: false,
    placeholderData: keepPreviousData,
    queryFn: () =>
      data(
        api.GET("/api/v1/cycle-name-examples", {
          params: { query: { pattern: asked, fiscalMonth } },
        }),
      ),
  });
  const wrong = (examples.error as ApiProblem | null)?.fields?.[0];
  return (
    <section className={styles.examples} aria-labelledby={id}>
      <h3 id={id}>{t("organisation.examples")}</h3>
      {wrong ? (
        <p className="muted">{problemText(wrong.code, wrong.detail)}</p>
      ) : (
        <ul aria-live="polite">
          {examples.data?.map(({ months, startsOn, name }) => (
            <li key={months}>
              <span>{t("organisation.months", { count: months })}</span>
              <b>{name}</b>
              <span>{t("organisation.from", { date: formatDate(startsOn) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
