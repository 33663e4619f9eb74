import { Button } from "@mantine/core";
import { IconWorld } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { formatDate } from "../app/format";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useEntityForm } from "../entity/use-entity-form";
import { Evidence } from "../media/evidence";
import { Chip } from "../ui/chip";
import { Empty } from "../ui/empty";
import { marketSignalFields, signalFields } from "./signal-fields";

/** Studies, laws, crises: judged for each account by itself; who has not judged yet is plain. */
export default function MarketPage() {
  const { t } = useTranslation();
  const [form, open] = useEntityForm();
  const query = useQuery({
    queryKey: ["market-signals"],
    queryFn: () => data(api.GET("/api/v1/market-signals")),
  });
  if (!query.data) return <Loading />;
  const add = (
    <Button
      onClick={() =>
        open({
          title: t("market.add"),
          collection: "/market-signals",
          parent: "/market-signals",
          fields: marketSignalFields,
          initial: { source: "study", theme: "other" },
        })
      }
    >
      {t("market.add")}
    </Button>
  );
  return (
    <div className="page">
      <div className="row">
        <PageTitle grow>{t("market.title")}</PageTitle>
        {query.data.length > 0 && add}
      </div>
      {query.data.length === 0 && (
        <Empty icon={<IconWorld />} title={t("market.none")} action={add}>
          {t("market.empty")}
        </Empty>
      )}
      {query.data.map(({ marketSignal, judgements }) => (
        <article key={marketSignal.id} className="card stack" aria-label={marketSignal.title}>
          <button
            type="button"
            className="plain"
            onClick={() =>
              open({
                title: t("market.edit"),
                collection: "/market-signals",
                fields: marketSignalFields,
                entity: marketSignal,
              })
            }
          >
            <h2>{marketSignal.title}</h2>
            <span className="muted">
              {t(`choice.SignalTheme.${marketSignal.theme}`)} ·{" "}
              {t(`choice.SignalSource.${marketSignal.source}`)} ·{" "}
              {formatDate(marketSignal.observedOn)}
            </span>
          </button>
          {marketSignal.detail && <p className="prose">{marketSignal.detail}</p>}
          {marketSignal.evidence.map((link) => (
            <Evidence key={link} link={link} />
          ))}
          <ul className="list">
            {judgements.map(({ account, accountName, signal }) => (
              <li key={account} className="row">
                <Link className="grow" to="/accounts/$account/signals" params={{ account }}>
                  {accountName}
                </Link>
                {signal ? (
                  <Chip>
                    {signal.nature
                      ? t(`choice.SignalNature.${signal.nature}`)
                      : t("signal.notAssessed")}
                  </Chip>
                ) : (
                  <>
                    <span className="fair">{t("market.notJudged")}</span>
                    <Button
                      size="compact-md"
                      variant="default"
                      onClick={() =>
                        open({
                          title: t("market.judge", { name: accountName }),
                          collection: "/signals",
                          parent: `/accounts/${account}/signals`,
                          fields: signalFields,
                          initial: {
                            title: marketSignal.title,
                            theme: marketSignal.theme,
                            source: marketSignal.source,
                            observedOn: marketSignal.observedOn,
                          },
                          extra: { marketSignal: marketSignal.id },
                        })
                      }
                    >
                      {t("market.doJudge")}
                    </Button>
                  </>
                )}
              </li>
            ))}
          </ul>
        </article>
      ))}
      {form}
    </div>
  );
}
