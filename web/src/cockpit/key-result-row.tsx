import { ActionIcon } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { formatDaysAgo } from "../app/format";
import { useMay } from "../app/may";
import { nameOf } from "../entity/named";
import { useStandpoint } from "../key_result/standpoint";
import { AssumedMark } from "../question/assumed-mark";
import { Bar } from "../ui/bar";
import { HealthChip } from "../ui/health-chip";
import { PersonMark } from "../ui/person";
import type { Cockpit, KeyResultView } from "./cockpit-query";
import style from "./objective-card.module.css";
import type { Opened } from "./opened";

/** Who, what and the last word of it, how far, how it stands; C checks in where the focus is, Enter opens. */
export function KeyResultRow({
  view,
  cockpit,
  active,
  onOpen,
}: {
  view: KeyResultView;
  cockpit: Cockpit;
  active: boolean;
  onOpen: (opened: Opened) => void;
}) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const standpoint = useStandpoint();
  const { keyResult } = view;
  const stale = view.health === "outdated";
  const checksIn = contribute && active && keyResult.state === "active";
  const checkIn = () => onOpen({ checkIn: view });
  const press = (event: KeyboardEvent) => {
    if (!checksIn || event.key.toLowerCase() !== "c") return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    checkIn();
  };
  return (
    <li className={style.row} data-state={keyResult.state} onKeyDown={press}>
      <PersonMark name={nameOf(cockpit.people, keyResult.owner)} />
      <div className={style.what}>
        <Link
          to="/key-results/$keyResult"
          params={{ keyResult: keyResult.id }}
          aria-keyshortcuts={checksIn ? "c" : undefined}
        >
          {keyResult.title}
        </Link>{" "}
        <AssumedMark account={keyResult.account} id={keyResult.id} />
        <LastWord view={view} cockpit={cockpit} stale={stale} />
      </div>
      <div className={style.standpoint}>
        <Bar told progress={view.progress} expected={view.expected} stale={stale} />
        <span>{standpoint(view)}</span>
      </div>
      <div className={style.health}>
        <HealthChip health={view.health} />
        {view.confidence !== null && (
          <span>
            {t("confidence")} <b>{view.confidence}</b>
          </span>
        )}
      </div>
      {checksIn && (
        <ActionIcon
          variant="default"
          className={`${style.checkIn} no-print`}
          aria-label={t("checkIn.for", { title: keyResult.title })}
          onClick={checkIn}
        >
          <IconPlus size={16} stroke={1.75} aria-hidden="true" />
        </ActionIcon>
      )}
    </li>
  );
}

/** When something was last heard, what it was, and what else is to know. */
function LastWord({
  view,
  cockpit,
  stale,
}: {
  view: KeyResultView;
  cockpit: Cockpit;
  stale: boolean;
}) {
  const { t } = useTranslation();
  const { keyResult, sitesTotal } = view;
  const waitsFor = cockpit.objectives
    .flatMap((objective) => objective.keyResults.map((one, index) => ({ one, number: index + 1 })))
    .find(({ one }) => one.keyResult.id === keyResult.dependsOn);
  const facts = [
    view.lastNote && t("cockpit.quoted", { text: view.lastNote }),
    sitesTotal !== null && t("sitesReached", { reached: view.sitesReached, total: sitesTotal }),
    view.sitesReported !== null &&
      view.sitesReported < view.sites.length &&
      t("sitesReported", { reported: view.sitesReported, total: sitesTotal }),
    view.sitesSilent !== null &&
      view.sitesSilent > 0 &&
      t(view.sitesSilent === sitesTotal ? "allSitesSilent" : "sitesSilent", {
        count: view.sitesSilent,
        total: sitesTotal,
      }),
    waitsFor && t("waitsFor", { number: waitsFor.number }),
    keyResult.follows !== "check_ins" && t(`choice.Follows.${keyResult.follows}`),
    keyResult.state === "dropped" && t("choice.KeyResultState.dropped"),
  ].filter(Boolean);
  return (
    <small>
      {view.daysSilent !== null && (
        <span className={stale ? style.late : undefined}>{formatDaysAgo(view.daysSilent)}</span>
      )}
      {view.daysSilent !== null && facts.length > 0 && " · "}
      {sitesTotal !== null && (
        <span className={style.sites} aria-hidden="true">
          {view.sites.map((site) => (
            <i
              key={site.siteTarget.id}
              title={site.name}
              data-reached={site.reached ? "all" : (site.progress ?? 0) > 0 ? "part" : undefined}
            />
          ))}
        </span>
      )}
      {facts.join(" · ")}
    </small>
  );
}
