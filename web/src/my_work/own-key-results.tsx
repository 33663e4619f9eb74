import { Button } from "@mantine/core";
import {
  IconArrowsVertical,
  IconListCheck,
  IconTrendingDown,
  IconTrendingUp,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDaysAgo } from "../app/format";
import { useStandpoint } from "../key_result/standpoint";
import { Bar } from "../ui/bar";
import { Section } from "../ui/section";
import { formatNearDay } from "./day-words";
import styles from "./my-work.module.css";
import { WorkRow } from "./work-row";

interface Props {
  keyResults: Schemas["OwnKeyResult"][];
  today: string;
  /** Whether the reader writes the account's plan. */
  writes: (account: string) => boolean;
  onCheckIn: (keyResult: string) => void;
}

/** The key results that the reader answers for: where they stand, and when they are to be told of. */
export function OwnKeyResults({ keyResults, today, writes, onCheckIn }: Props) {
  const { t } = useTranslation();
  const standpoint = useStandpoint();
  if (keyResults.length === 0) return null;
  return (
    <Section title={t("myWork.keyResults")} count={keyResults.length}>
      <ul className={styles.rows}>
        {keyResults.map(({ accountName, view }) => {
          const { keyResult, nextCheckIn } = view;
          return (
            <WorkRow
              key={keyResult.id}
              lead={<KindIcon view={view} />}
              title={
                <Link to="/key-results/$keyResult" params={{ keyResult: keyResult.id }}>
                  {keyResult.title}
                </Link>
              }
              accountName={accountName}
              health={view.health}
              bar={
                <Bar
                  progress={view.progress}
                  expected={view.expected}
                  stale={view.health === "outdated"}
                />
              }
              act={
                writes(keyResult.account) && (
                  <Button
                    variant="default"
                    aria-label={t("checkIn.for", { title: keyResult.title })}
                    onClick={() => onCheckIn(keyResult.id)}
                  >
                    {t("checkIn.title")}
                  </Button>
                )
              }
            >
              {view.progress !== null && standpoint(view)}
              {view.confidence !== null && `${t("confidence")} ${view.confidence}`}
              {view.daysSilent === null ? t("myWork.never") : formatDaysAgo(view.daysSilent)}
              {nextCheckIn !== null &&
                nextCheckIn >= today &&
                t("myWork.nextCheckIn", { date: formatNearDay(nextCheckIn) })}
            </WorkRow>
          );
        })}
      </ul>
    </Section>
  );
}

function KindIcon({ view }: { view: Schemas["KeyResultView"] }) {
  const Icon = {
    stages: IconListCheck,
    corridor: IconArrowsVertical,
    metric: view.falling ? IconTrendingDown : IconTrendingUp,
  }[view.keyResult.kind];
  return <Icon size={22} stroke={1.75} aria-hidden />;
}
