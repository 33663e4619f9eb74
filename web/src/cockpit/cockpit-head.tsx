import { ActionIcon } from "@mantine/core";
import {
  IconActivity,
  IconDots,
  IconFileImport,
  IconFileSpreadsheet,
  IconHistory,
  IconListCheck,
  IconPlus,
  IconPresentation,
  IconPrinter,
} from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "../app/may";
import { PageTitle } from "../app/page-title";
import { CyclePicker } from "../cycle/cycle-picker";
import { AssumedMark } from "../question/assumed-mark";
import { StateSentence } from "../sentence/state-sentence";
import { LazyMenu } from "../ui/lazy-menu";
import { PersonMark } from "../ui/person";
import style from "./cockpit.module.css";
import type { Cockpit } from "./cockpit-query";

interface Props {
  cockpit: Cockpit;
  onVision: () => void;
  onPlan: () => void;
  onPresent: () => void;
}

/** Who the customer is, what we want to be for it, and the way to what the page does not show. */
export function CockpitHead({ cockpit, onVision, onPlan, onPresent }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { account, team } = cockpit;
  const facts = [account.statusNote || account.purchasingStrategy, account.industry].filter(
    Boolean,
  );
  return (
    <header className={style.head}>
      {cockpit.cycle && (
        <CyclePicker
          cycles={cockpit.cycles}
          shown={cockpit.cycle}
          onChoose={(cycle) =>
            navigate({
              to: "/accounts/$account",
              params: { account: account.id },
              search: { cycle },
            })
          }
        />
      )}
      <div className={style.who}>
        <div className={style.name}>
          <PageTitle>{account.name}</PageTitle>
          <div className={`${style.menus} no-print`}>
            <MoreMenu cockpit={cockpit} onPlan={onPlan} onPresent={onPresent} />
          </div>
        </div>
        <StateSentence sentence={cockpit.sentence} />
        <div className={style.facts}>
          {team.length > 0 && (
            <Link
              to="/accounts/$account/customer"
              params={{ account: account.id }}
              className={style.team}
            >
              {team.slice(0, 5).map(({ member, person }) => (
                <PersonMark key={member} name={person.name} size="s" />
              ))}
              <span>{t("cockpit.team", { count: team.length })}</span>
            </Link>
          )}
          {facts.map((fact) => (
            <span key={fact} className={style.fact} title={fact}>
              {fact}
            </span>
          ))}
        </div>
      </div>
      <VisionQuote cockpit={cockpit} onVision={onVision} />
    </header>
  );
}

function VisionQuote({ cockpit, onVision }: Pick<Props, "cockpit" | "onVision">) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const { account, vision } = cockpit;
  if (!vision && !contribute) return null;
  return (
    <button type="button" className={`plain ${style.vision}`} onClick={onVision}>
      {vision ? (
        <>
          <span className={style.year}>
            {vision.horizon ? t("cockpit.visionOf", { year: vision.horizon }) : t("vision")}
          </span>
          <q>{vision.text}</q> <AssumedMark account={account.id} id={vision.id} />
        </>
      ) : (
        <span className="muted">{t("cockpit.addVision")}</span>
      )}
    </button>
  );
}

/** What is done with the page, and the way to what it does not show. */
function MoreMenu({ cockpit, onPlan, onPresent }: Omit<Props, "onVision">) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const cycle = cockpit.cycles.find((view) => view.cycle.id === cockpit.cycle)?.cycle;
  const plansNext = contribute && !cockpit.cycles.some((view) => view.cycle.state === "planning");
  return (
    <LazyMenu
      position="bottom-end"
      button={
        <ActionIcon variant="default" size={30} radius="xl" aria-label={t("more")}>
          <IconDots size={16} stroke={1.75} aria-hidden="true" />
        </ActionIcon>
      }
      entries={[
        { label: t("cockpit.present"), icon: IconPresentation, onClick: onPresent },
        { label: t("print"), icon: IconPrinter, onClick: () => window.print() },
        {
          label: t("asWorkbook"),
          icon: IconFileSpreadsheet,
          file: `/api/v1/accounts/${cockpit.account.id}/workbook`,
        },
        cycle && {
          label: t("plan.open"),
          icon: IconListCheck,
          link: { to: "/cycles/$cycle/plan", params: { cycle: cycle.id } },
          apart: true,
        },
        cycle &&
          cycle.state !== "planning" && {
            label: t("review.open"),
            icon: IconHistory,
            link: { to: "/cycles/$cycle/review", params: { cycle: cycle.id } },
          },
        contribute && {
          label: t("place.import"),
          icon: IconFileImport,
          link: { to: "/accounts/$account/import", params: { account: cockpit.account.id } },
          apart: !cycle,
        },
        plansNext && { label: t("cycle.plan"), icon: IconPlus, onClick: onPlan },
        {
          label: t("activity.title"),
          icon: IconActivity,
          link: { to: "/accounts/$account/activity", params: { account: cockpit.account.id } },
        },
      ]}
    />
  );
}
