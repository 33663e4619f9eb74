import { Alert, Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { AccountPage } from "../account/account-page";
import { CycleTabs } from "../account/place-tabs";
import { api, asSeen, data } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { formatComputed, formatDate } from "../app/format";
import { WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { useToday } from "../app/session";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { OtherCycles } from "../cycle/other-cycles";
import { EffectMatrix, type Point } from "../effect/effect-matrix";
import { useProblemText } from "../entity/problem-text";
import { StateSentence } from "../sentence/state-sentence";
import { Chip } from "../ui/chip";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { ObjectiveReview } from "./objective-review";
import style from "./review.module.css";
import { type ReviewPageData, reviewQuery } from "./review-query";

/** Looking back on a cycle: result, effectiveness, lesson and decision of each objective. */
export default function ReviewPage() {
  const { cycle } = useParams({ from: "/cycles/$cycle/review" });
  const query = useQuery(reviewQuery(cycle));
  useLive(query.data?.account.id, ["review", cycle]);
  if (!query.data) return <Loading />;
  return <ReviewOf page={query.data} />;
}

function ReviewOf({ page }: { page: ReviewPageData }) {
  const { t } = useTranslation();
  const { cycle, account } = page;
  return (
    <AccountPage account={account}>
      <OtherCycles account={account.id} shown={cycle.id} page="review" />
      <CycleTabs cycle={cycle.id} />
      <header className={style.head}>
        <div className={style.name}>
          <div className="row">
            <PageTitle of={account.name}>{t("review.title", { name: cycle.name })}</PageTitle>
            <Chip tone="line">
              {cycle.closedOn
                ? t("review.closedOn", { date: formatDate(cycle.closedOn) })
                : t(`choice.CycleState.${cycle.state}`)}
            </Chip>
            <span className="muted">
              {formatDate(cycle.startsOn)} – {formatDate(cycle.endsOn)}
            </span>
          </div>
          <StateSentence sentence={page.sentence} />
        </div>
        <ReviewSteps page={page} />
      </header>
      {page.objectives.length > 0 && (
        <div className={style.page}>
          <div className={style.left}>
            <section className={style.panel} aria-labelledby="matrix">
              <h2 id="matrix">{t("effect.matrix")}</h2>
              <EffectMatrix borders={page.borders} points={pointsOf(page)} />
              <Link
                className={`${style.link} no-print`}
                to="/accounts/$account/effectiveness"
                params={{ account: account.id }}
              >
                {t("effect.compare")}
              </Link>
            </section>
            <Learned page={page} />
          </div>
          <div className={style.objectives}>
            {page.objectives.map((view, index) => (
              <ObjectiveReview
                key={view.view.objective.id}
                number={index + 1}
                view={view}
                page={page}
                editable={cycle.state === "review"}
              />
            ))}
          </div>
        </div>
      )}
    </AccountPage>
  );
}

const pointsOf = ({ objectives, cycle }: ReviewPageData): Point[] =>
  objectives.map(({ view: { objective, outcome }, score, quadrant }) => {
    const figures = [outcome.baseline, outcome.now].map((one) =>
      formatComputed(one, outcome.decimals),
    );
    const about = outcome.estimated ? "≈" : "";
    const unit = objective.outcomeUnit === "%" ? "\u00a0%" : "";
    return {
      id: objective.id,
      title: objective.title,
      cycle: cycle.id,
      result: score,
      effect: outcome.effect,
      soFar: outcome.soFar,
      quadrant,
      running: cycle.state === "active",
      moved: figures.join(` → ${about}`) + unit,
    };
  });

/** The lessons of the cycle together, each the way to its objective. */
function Learned({ page }: { page: ReviewPageData }) {
  const { t } = useTranslation();
  const lessons = page.objectives.flatMap(({ view: { objective }, review }) =>
    review?.lesson ? [{ ...objective, lesson: review.lesson }] : [],
  );
  if (lessons.length === 0) return null;
  return (
    <section className={`${style.panel} ${style.well}`} aria-labelledby="learned">
      <h2 id="learned">{t("review.learned")}</h2>
      <ul className={style.lessons}>
        {lessons.map(({ id, title, lesson }) => (
          <li key={id}>
            {lesson}
            <Link
              className={style.link}
              to="/cycles/$cycle/review"
              params={{ cycle: page.cycle.id }}
              hash={id}
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** From running to review, from review to closed, from closed to the next cycle. */
function ReviewSteps({ page }: { page: ReviewPageData }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const { cycle, account } = page;
  const stepping = useSend((step: () => Promise<unknown>) => step(), { refreshes: [ofAccounts] });
  const { problem } = stepping;
  const today = useToday();
  const [asks, setAsks] = useState<"review" | "closed">();
  const over = cycle.state === "active" && cycle.endsOn < today;
  const go = (state: "active" | "review" | "closed") =>
    stepping.submit(() =>
      data(api.PATCH("/api/v1/cycles/{id}", { params: asSeen(cycle), body: { state } })),
    );
  const planNext = () =>
    stepping.submit(async () => {
      const params = { path: { account: account.id } };
      const proposal = await data(api.GET("/api/v1/accounts/{account}/next-cycle", { params }));
      const made = await data(
        api.POST("/api/v1/accounts/{account}/next-cycle", {
          params,
          body: { ...proposal, id: newId() },
        }),
      );
      await navigate({
        to: "/cycles/$cycle/plan",
        params: { cycle: made.cycle.id },
        state: { leftOpen: made.leftOpen },
      });
    });
  return (
    <div className={`${style.steps} no-print`}>
      <div className={style.buttons}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() => window.print()}
        >
          {t("print")}
        </Button>
        {cycle.state === "active" && (
          <WriteButton onClick={() => setAsks("review")}>{t("review.begin")}</WriteButton>
        )}
        {cycle.state === "review" && (
          <>
            <WriteButton variant="subtle" onClick={() => go("active")}>
              {t("review.takeBack")}
            </WriteButton>
            <WriteButton
              onClick={() => setAsks("closed")}
              disabled={page.undecided + page.unscored > 0}
            >
              {t("review.close")}
            </WriteButton>
          </>
        )}
        {cycle.state === "closed" && (
          <WriteButton onClick={planNext}>{t("review.planNext")}</WriteButton>
        )}
      </div>
      <p className="muted">
        {t(`review.step.${over ? "over" : cycle.state}`, {
          count: page.undecided,
          unscored: page.unscored,
        })}
      </p>
      {asks && (
        <ConfirmDialog
          title={t(`review.${asks === "review" ? "beginTitle" : "closeTitle"}`, {
            name: cycle.name,
          })}
          confirm={t(`review.${asks === "review" ? "begin" : "close"}`)}
          onConfirm={() => go(asks)}
          onClose={() => setAsks(undefined)}
        >
          {asks === "review"
            ? t(over ? "review.beginWhat" : "review.beginEarly", { date: formatDate(cycle.endsOn) })
            : t("review.closeWhat")}
        </ConfirmDialog>
      )}
      {problem && (
        <Alert color="orange" role="alert">
          {problemText(problem.code, problem.message)}
        </Alert>
      )}
    </div>
  );
}
