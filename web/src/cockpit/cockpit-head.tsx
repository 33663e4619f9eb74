import { ActionIcon } from "@mantine/core";
import {
  IconActivity,
  IconDots,
  IconFileImport,
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconHistory,
  IconListCheck,
  IconPlus,
  IconPresentation,
  IconPrinter,
  IconShare,
  IconSlideshow,
  IconTable,
} from "@tabler/icons-react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { loadRoomWords } from "../app/i18n";
import { lazyPart } from "../app/lazy-part";
import { useMay } from "../app/may";
import { PageTitle } from "../app/page-title";
import { CyclePicker } from "../cycle/cycle-picker";
import { AssumedMark } from "../question/assumed-mark";
import { StateSentence } from "../sentence/state-sentence";
import { onePagerAddress } from "../share/one-pager-address";
import { csvAddress } from "../ui/csv-link";
import { LazyMenu } from "../ui/lazy-menu";
import { PersonMark } from "../ui/person";
import style from "./cockpit.module.css";
import type { Cockpit } from "./cockpit-query";

const ShareDialog = lazyPart(async () => {
  const [dialog] = await Promise.all([import("../share/share-dialog"), loadRoomWords("share")]);
  return dialog;
});

const CustomerFileDialog = lazyPart(async () => {
  const [dialog] = await Promise.all([
    import("../share/customer-file-dialog"),
    loadRoomWords("share"),
  ]);
  return dialog;
});

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
              search={{ tab: "team" }}
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

/** The one-pager as PDF, of the cycle shown, for each of us who is to read it. */
const onePagers = (t: TFunction, { account, cycle }: Cockpit) =>
  (
    [
      ["management", "cockpit.asOnePager"],
      ["team", "cockpit.asOnePagerForTeam"],
    ] as const
  ).map(([audience, label]) => ({
    label: t(label),
    icon: IconFileTypePdf,
    file: onePagerAddress(account.id, audience, cycle),
  }));

/** What is done with the page, and the way to what it does not show. */
function MoreMenu({ cockpit, onPlan, onPresent }: Omit<Props, "onVision">) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const { cycle: chosen } = useSearch({ from: "/accounts/$account" });
  const [sharing, setSharing] = useState(false);
  const [showing, setShowing] = useState(false);
  const forCustomer = t("cockpit.asOnePagerForCustomer");
  const cycle = cockpit.cycles.find((view) => view.cycle.id === cockpit.cycle)?.cycle;
  const plansNext = contribute && !cockpit.cycles.some((view) => view.cycle.state === "planning");
  return (
    <>
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
            label: t("shareLinks"),
            icon: IconShare,
            onClick: () => setSharing(true),
            apart: true,
          },
          ...onePagers(t, cockpit),
          {
            label: forCustomer,
            icon: IconFileTypePdf,
            onClick: () => setShowing(true),
          },
          {
            label: t("asSlide"),
            icon: IconSlideshow,
            link: {
              to: "/accounts/$account/slide",
              params: { account: cockpit.account.id },
              search: { cycle: chosen },
            },
          },
          {
            label: t("cockpit.asPlan"),
            icon: IconFileTypePdf,
            file: `/api/v1/accounts/${cockpit.account.id}/plan/pdf`,
            apart: true,
          },
          {
            label: t("asWorkbook"),
            icon: IconFileSpreadsheet,
            file: `/api/v1/accounts/${cockpit.account.id}/workbook`,
          },
          cycle && {
            label: t("listAsCsv", { list: t("checkIn.all") }),
            icon: IconTable,
            file: csvAddress(cockpit.account.id, "check_ins"),
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
      {showing && (
        <Suspense fallback={null}>
          <CustomerFileDialog
            account={cockpit.account.id}
            cycle={cockpit.cycle}
            what={forCustomer}
            onClose={() => setShowing(false)}
          />
        </Suspense>
      )}
      {sharing && (
        <Suspense fallback={null}>
          <ShareDialog
            account={cockpit.account}
            cycle={cockpit.cycles.find((view) => view.cycle.id === chosen)?.cycle}
            onClose={() => setSharing(false)}
          />
        </Suspense>
      )}
    </>
  );
}
