import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatComputed, formatDate, formatDaysAgo, ofUnit } from "../app/format";
import { nameOf } from "../entity/named";
import { Section } from "../ui/section";
import style from "./key-result.module.css";
import type { Page } from "./key-result-part";
import { useStartAndTarget } from "./standpoint";

/** Who, until when, how sure, and what it hangs on. */
export function Facts({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { view, account, answered = [] } = page;
  const { keyResult } = view;
  const startAndTarget = useStartAndTarget()(view);
  const waitsFor = page.siblings.find(({ id }) => id === keyResult.dependsOn);
  return (
    <Section title={t("keyResult.glance")}>
      <dl className={style.facts}>
        <Fact name={t("field.owner")}>{nameOf(page.people, keyResult.owner)}</Fact>
        <Fact name={t("keyResult.dueOn")}>{formatDate(page.due)}</Fact>
        {startAndTarget && <Fact name={t("keyResult.way")}>{startAndTarget}</Fact>}
        <Fact name={t("keyResult.weight")}>{formatComputed(view.weight, 0) + ofUnit("%")}</Fact>
        {view.confidence !== null && (
          <Fact name={t("confidence")}>
            <Confidences page={page} />
          </Fact>
        )}
        {view.daysSilent !== null && page.cycle.state !== "closed" && (
          <Fact name={t("keyResult.lastHeard")}>{formatDaysAgo(view.daysSilent)}</Fact>
        )}
        {keyResult.follows !== "check_ins" && (
          <Fact name={t("keyResult.followsWhat")}>
            <Link
              to={
                keyResult.follows === "kpi"
                  ? "/accounts/$account/kpis"
                  : "/accounts/$account/supply"
              }
              params={{ account: account.id }}
            >
              {page.kpis.find(({ id }) => id === keyResult.kpi)?.name ?? t("supply.title")}
            </Link>
          </Fact>
        )}
        {waitsFor && (
          <Fact name={t("field.dependsOn")}>
            <Link to="/key-results/$keyResult" params={{ keyResult: waitsFor.id }}>
              {waitsFor.title}
            </Link>
          </Fact>
        )}
        {answered.length > 0 && (
          <Fact name={t("keyResult.answers")}>
            {answered.map(({ signal, title }) => (
              <Link
                key={signal}
                to="/accounts/$account/signals"
                params={{ account: account.id }}
                hash={signal}
              >
                {title}
              </Link>
            ))}
          </Fact>
        )}
      </dl>
    </Section>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

/** "7, last 6": now, and what it was before where that was named. */
function Confidences({ page: { view, checkIns } }: { page: Page }) {
  const { t } = useTranslation();
  const superseded = new Set(checkIns.map(({ supersedes }) => supersedes));
  const before = checkIns.filter(
    ({ id, confidence }) => confidence !== null && !superseded.has(id),
  )[1]?.confidence;
  if (before === undefined) return view.confidence;
  return t("keyResult.confidences", { now: view.confidence, before });
}
