import { Button } from "@mantine/core";
import { IconFileTypePdf } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { api, data, type Schemas } from "../api/client";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { StateSentence } from "../sentence/state-sentence";
import { FiguresTable } from "../ui/figures-table";
import style from "./agility.module.css";
import { NextSteps } from "./next-steps";
import { nameOf, scoreText } from "./raw-words";
import { SevenQuestions } from "./seven-questions";

type Page = Schemas["AgilityPage"];

/** How agile does the team react, how agile is its plan? Seven questions, each with what would help. */
export default function AgilityPage() {
  const { account } = useParams({ from: "/accounts/$account/agility" });
  useLive(account);
  const query = useQuery({
    queryKey: ["account", account, "agility"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/agility", { params: { path: { account } } })),
  });
  if (!query.data) return <Loading />;
  return <AgilityOf page={query.data} />;
}

function AgilityOf({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { now, before, questions } = page;
  const name = now.name || t("agility.sixMonths");
  return (
    <AccountPage account={page.account}>
      <header className={style.head}>
        <span
          className={style.total}
          role="img"
          aria-label={t("agility.total", { score: scoreText(now.total) })}
        >
          {scoreText(now.total)}
        </span>
        <div className={style.words}>
          <PageTitle of={page.account.name}>{t("agility.title")}</PageTitle>
          <StateSentence sentence={page.sentence} />
          <p className="muted">{basisOf(now, t)}</p>
        </div>
        <Button
          variant="default"
          className="no-print"
          component="a"
          href={`/api/v1/accounts/${page.account.id}/agility/pdf`}
          download
          leftSection={<IconFileTypePdf size={16} stroke={1.75} aria-hidden="true" />}
        >
          {t("asPdf")}
        </Button>
      </header>
      <SevenQuestions
        questions={questions}
        goodFrom={page.goodFrom}
        before={before.at(-1)?.name}
        now={name}
      />
      <div className={style.below}>
        <NextSteps questions={questions} people={page.people} />
        <section className={`${style.panel} ${style.well}`} aria-labelledby="meaning">
          <h2 id="meaning">{t("agility.meaning")}</h2>
          <p>{t("agility.meaningWhat")}</p>
        </section>
      </div>
      <AsTable page={page} name={name} />
    </AccountPage>
  );
}

/** From how many of the questions the total comes: a few say little. */
export function basisOf({ total, figures }: Page["now"], t: TFunction) {
  const measured = figures.filter(({ score }) => score !== null).length;
  if (total !== null) return t("agility.basis", { count: measured, all: figures.length });
  return t(measured > 0 ? "agility.planOnly" : "agility.noBasis");
}

/** The same figures, of all cycles. */
function AsTable({ page: { now, before, questions }, name }: { page: Page; name: string }) {
  const { t } = useTranslation();
  const cycles = [...before.map((cycle) => ({ ...cycle })), { ...now, name }];
  return (
    <FiguresTable summary={t("agility.asTable")} label={t("agility.allCycles")}>
      <thead>
        <tr>
          <th scope="col">{t("agility.question")}</th>
          {cycles.map((cycle) => (
            <th key={cycle.cycle ?? cycle.name} scope="col">
              {cycle.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {questions.map(({ code }) => (
          <tr key={code}>
            <th scope="row">{nameOf(code, t)}</th>
            {cycles.map((cycle) => (
              <td key={cycle.cycle ?? cycle.name}>
                {scoreText(cycle.figures.find((figure) => figure.code === code)?.score ?? null)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("agility.mean")}</th>
          {cycles.map((cycle) => (
            <td key={cycle.cycle ?? cycle.name}>{scoreText(cycle.total)}</td>
          ))}
        </tr>
      </tfoot>
    </FiguresTable>
  );
}
