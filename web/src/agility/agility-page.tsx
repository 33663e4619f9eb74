import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { api, data, type Schemas } from "../api/client";
import { formatNumber } from "../app/format";
import type { Texts } from "../app/i18n";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { StateSentence } from "../sentence/state-sentence";
import { Bar } from "../ui/bar";

type Figure = Schemas["AgilityFigure"];
type Code = keyof Texts["agility"]["figure"];
type Advice = keyof Texts["agility"]["advice"];

/** How agile does the team react, how agile is its plan? Each figure with its raw numbers. */
export default function AgilityPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/agility" });
  useLive(account);
  const query = useQuery({
    queryKey: ["account", account, "agility"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/agility", { params: { path: { account } } })),
  });
  if (!query.data) return <Loading />;
  const { now, before } = query.data;
  const past = (code: string) =>
    before.map((cycle) => ({
      name: cycle.name,
      score: cycle.figures.find((figure) => figure.code === code)?.score ?? null,
    }));
  return (
    <AccountPage account={query.data.account} reading>
      <div className="row">
        <PageTitle of={query.data.account.name} grow>
          {t("agility.title")}
        </PageTitle>
        <Button variant="default" className="no-print" onClick={() => window.print()}>
          {t("print")}
        </Button>
      </div>
      <StateSentence sentence={query.data.sentence} />
      <section className="card row">
        <span className="big">{score(now.total)}</span>
        <span className="muted grow">
          {t("agility.total", { name: now.name || t("agility.sixMonths") })}
          {before.map((cycle) => ` · ${cycle.name}: ${score(cycle.total)}`)}
        </span>
      </section>
      {now.figures.map((figure) => (
        <section key={figure.code} className="card" aria-label={t(nameOf(figure))}>
          <div className="row">
            <h2 className="grow">{t(nameOf(figure))}</h2>
            <Trend past={past(figure.code)} now={figure.score} />
            <span className="strong">{score(figure.score)}</span>
          </div>
          <Bar
            progress={figure.score === null ? null : figure.score / 100}
            label={t(nameOf(figure))}
          />
          {figure.score !== null && <p>{rawSentence(figure, t)}</p>}
          <p className="muted">{t(`agility.advice.${figure.advice as Advice}`)}</p>
        </section>
      ))}
      <p className="muted">{t("agility.noRanking")}</p>
    </AccountPage>
  );
}

const nameOf = (figure: Figure) => `agility.figure.${figure.code as Code}.name` as const;

const score = (value: number | null) => (value === null ? "–" : formatNumber(Math.round(value)));

/** Figures whose sentence ends in a count of what there may be none of. */
const withNone = { cadence: true, response: true, long_term_tie: true };

function rawSentence(figure: Figure, t: TFunction): string {
  const raw = figure.raw.map((value) =>
    value === null ? "–" : formatNumber(Math.round(value * 10) / 10),
  );
  // The last two numbers are so many of so many; of none there is something else to say.
  const none = figure.raw.at(-1) === 0 && figure.code in withNone;
  const key = none
    ? (`agility.figure.${figure.code as keyof typeof withNone}.none` as const)
    : (`agility.figure.${figure.code as Code}.raw` as const);
  return t(key, {
    a: raw[0] ?? "–",
    b: raw[1] ?? "–",
    c: raw[2] ?? "–",
    d: raw[3] ?? "–",
  });
}

/** Earlier cycles as small columns before today's. */
function Trend({
  past,
  now,
}: {
  past: { name: string; score: number | null }[];
  now: number | null;
}) {
  const values = [...past.map((one) => one.score), now];
  if (past.length === 0) return null;
  return (
    <svg className="columns" width={values.length * 10} height={24} aria-hidden="true">
      {values.map((value, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a cycle is its place
          key={index}
          x={index * 10}
          y={24 - ((value ?? 0) / 100) * 24}
          width={7}
          height={((value ?? 0) / 100) * 24}
        />
      ))}
    </svg>
  );
}
