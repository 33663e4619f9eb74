import { IconPackage } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../app/link-button";
import { useMay } from "../app/may";
import type { Cockpit } from "../cockpit/cockpit-query";
import { ImportLink } from "../import/import-link";
import { TrySample } from "../import/try-sample";
import { PasteSupply } from "../supply/paste-supply";
import { periodName } from "../supply/period-name";
import { Empty } from "../ui/empty";
import { pastedIn, type StepProps } from "./drafts";

/** How much of its demand the customer covers with us, over some quarters. */
export function ShareStep({ cockpit, drafts, put }: StepProps<Cockpit>) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const { account, productAreas, supply } = cockpit;
  if (productAreas.length === 0)
    return (
      <Empty
        icon={<IconPackage />}
        title={t("supply.areasFirst")}
        action={
          contribute && (
            <LinkButton to="/first-run" search={{ account: account.id, step: "people" }}>
              {t("settings.add.areas")}
            </LinkButton>
          )
        }
      >
        {t("supply.noAreas")}
      </Empty>
    );
  return (
    <>
      {supply && (
        <p>
          {t("firstRun.has.until", { period: periodName(supply.period, supply.startsOn) })}{" "}
          {contribute && t("firstRun.has.replaces")}
        </p>
      )}
      {contribute ? (
        <>
          <PasteSupply
            cockpit={cockpit}
            draft={pastedIn(drafts.share)}
            onDraft={(draft) => put("share", draft)}
          />
          {pastedIn(drafts.share).text === "" && (
            <TrySample
              make={({ sampleText }) =>
                sampleText({
                  sites: cockpit.sites,
                  productAreas,
                  kpis: cockpit.kpis,
                  sharePeriod: account.sharePeriod,
                })
              }
              onMade={(text) => put("share", { text })}
            />
          )}
          <p className="muted">{t("firstRun.byHand")}</p>
          <div className="row">
            <LinkButton
              variant="default"
              to="/accounts/$account/supply"
              params={{ account: account.id }}
            >
              {t("supply.enter")}
            </LinkButton>
            <ImportLink account={account.id} kind="supply" />
          </div>
        </>
      ) : (
        <p className="muted">{t("firstRun.writtenBy.team")}</p>
      )}
    </>
  );
}
