import { Button } from "@mantine/core";
import { IconChevronLeft, IconFileImport } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, linkOptions, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import type { Schemas } from "../api/client";
import { LinkButton } from "../app/link-button";
import { useMay } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { type Cockpit, cockpitQuery } from "../cockpit/cockpit-query";
import { Empty } from "../ui/empty";
import type { RailStep } from "../ui/rail";
import { LaterStep, StepActs, Steps } from "../ui/steps";
import { useUnsaved } from "../unsaved/unsaved";
import { CheckStep } from "./check-step";
import { ColumnsStep } from "./columns-step";
import { ConfirmStep } from "./confirm-step";
import { type Kind, kindWords } from "./fields";
import style from "./import.module.css";
import { type ImportStep, importSteps } from "./import-steps";
import { PastImports } from "./past-imports";
import type { Place } from "./place";
import { rememberMatch } from "./remembered-match";
import { SheetStep } from "./sheet-step";
import { SourceStep } from "./source-step";
import { useImport } from "./use-import";

/** Tables of the team's own files brought in, in five steps; nothing is written before the last. */
export default function ImportPage() {
  const { account } = useParams({ from: "/accounts/$account/import" });
  const cockpit = useQuery(cockpitQuery(account));
  useLive(account);
  if (!cockpit.data) return <Loading />;
  return (
    <AccountPage account={cockpit.data.account}>
      <Import key={account} cockpit={cockpit.data} />
    </AccountPage>
  );
}

function Import({ cockpit }: { cockpit: Cockpit }) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const { name } = cockpit.account;
  const { kind, step } = useSearch({ from: "/accounts/$account/import" });
  const past = <PastImports cockpit={cockpit} />;
  return (
    <>
      <header className={style.head}>
        <PageTitle of={name}>{t("place.import")}</PageTitle>
        <p className="muted">{t("import.lede")}</p>
      </header>
      {contribute ? (
        <Wizard place={cockpit} kind={kind} step={step} past={past} />
      ) : (
        <>
          <Empty icon={<IconFileImport />} title={t("import.notYours")}>
            {t("import.notYoursWhat")}
          </Empty>
          {past}
        </>
      )}
    </>
  );
}

/** The five steps, for the tables of one account or for accounts themselves. */
export function Wizard({
  place,
  kind,
  step,
  past,
}: {
  place: Place;
  kind: Kind | undefined;
  step: ImportStep | undefined;
  /** What was brought in before. */
  past?: ReactNode;
}) {
  const { t } = useTranslation();
  const account = place.account.id;
  const navigate = useNavigate();
  const [pasted, setPasted] = useState("");
  const [made, setMade] = useState<Schemas["ImportAnswer"]>();
  const wanted: ImportStep = step ?? "source";
  const checks = !made && (wanted === "check" || wanted === "confirm");
  const going = useImport(place, kind, checks);
  const { source, head, missing, noCycle, checked, table, tooMany } = going;
  const sends = missing.length === 0 && !noCycle && (table?.rows.length ?? 0) > 0 && !tooMany;
  const open: Record<ImportStep, boolean> = {
    source: true,
    sheet: kind !== undefined && source !== undefined,
    columns: head !== undefined,
    check: head !== undefined && sends,
    confirm: checked !== undefined,
  };
  // Who comes back by an address without a file begins anew; what is made is still told.
  const now = made || open[wanted] ? wanted : "source";
  useUnsaved((source !== undefined || pasted.trim() !== "") && !made);

  const linkTo = (step: ImportStep) =>
    kind === "accounts"
      ? linkOptions({ to: "/accounts/import", search: { step } })
      : linkOptions({
          to: "/accounts/$account/import",
          params: { account },
          search: { kind, step },
        });
  const go = (next: ImportStep) => {
    if (next === "check" && kind && going.match)
      rememberMatch(account, kind, going.ownNames, going.match, going.format, going.scales);
    return navigate(linkTo(next));
  };
  const says = useSays(going, kind, made);
  const at = importSteps.indexOf(now);
  const done = (step: ImportStep) => made !== undefined || importSteps.indexOf(step) < at;
  const steps: RailStep[] = importSteps.map((key) => ({
    key,
    name: t(`import.step.${key}`),
    says: says[key],
    done: done(key),
    link: (content, current) =>
      open[key] && !made ? (
        <Link {...linkTo(key)} aria-current={current}>
          {content}
        </Link>
      ) : (
        <LaterStep current={current}>{content}</LaterStep>
      ),
  }));
  const before = importSteps[at - 1];
  const next = importSteps[at + 1];
  return (
    <Steps
      label={t("import.steps")}
      steps={steps}
      now={now}
      of={t("import.of", { number: at + 1, count: importSteps.length })}
      lede={t(`import.asks.${now}`)}
      wide
    >
      {now === "source" && (
        <SourceStep
          cockpit={place}
          kind={kind}
          going={going}
          pasted={pasted}
          onPasted={setPasted}
          onNext={() => go("sheet")}
        />
      )}
      {now === "sheet" && <SheetStep going={going} />}
      {now === "columns" && kind && <ColumnsStep cockpit={place} kind={kind} going={going} />}
      {now === "check" && kind && <CheckStep kind={kind} going={going} />}
      {now === "confirm" && kind && (
        <ConfirmStep
          kind={kind}
          going={going}
          made={made}
          onMade={(answer) => {
            setMade(answer);
            setPasted("");
            going.broughtIn();
          }}
          onCheck={() => go("check")}
          onCheckIns={() => {
            going.readAsCheckIns();
            setMade(undefined);
            navigate({
              to: "/accounts/$account/import",
              params: { account },
              search: { kind: "check_ins", step: "columns" },
            });
          }}
        />
      )}
      <StepActs label={t("import.toAndFro")}>
        {before && !made && (
          <LinkButton
            variant="default"
            leftSection={<IconChevronLeft size={16} stroke={1.75} aria-hidden="true" />}
            {...linkTo(before)}
          >
            {t("import.back")}
          </LinkButton>
        )}
        <span className="grow" />
        {now !== "source" && next && (
          <Button disabled={!open[next]} onClick={() => go(next)}>
            {t("import.next", { step: t(`import.step.${next}`) })}
          </Button>
        )}
        {made && (
          <Button
            variant="default"
            onClick={() => {
              going.begin(undefined);
              setMade(undefined);
              go("source");
            }}
          >
            {t("import.another")}
          </Button>
        )}
      </StepActs>
      {now === "source" && past}
    </Steps>
  );
}

/** What each step has, or what it is for. */
function useSays(
  { source, sheet, head, match, checked }: ReturnType<typeof useImport>,
  kind: Kind | undefined,
  made: Schemas["ImportAnswer"] | undefined,
): Record<ImportStep, string> {
  const { t } = useTranslation();
  const matched = match?.roles.filter((role) => role !== null).length ?? 0;
  return {
    source: source?.file ?? (kind ? t(kindWords(kind)) : t("import.says.source")),
    sheet:
      sheet && head
        ? [sheet.name, t("import.has.rows", { count: sheet.rows.length })]
            .filter(Boolean)
            .join(", ")
        : t("import.says.sheet"),
    columns:
      source && kind ? t("import.has.columns", { count: matched }) : t("import.says.columns"),
    check: checked
      ? t("import.has.refused", { count: checked.counts.refused })
      : t("import.says.check"),
    confirm: made
      ? t("import.has.made", { count: made.added + made.changed })
      : t("import.says.confirm"),
  };
}
