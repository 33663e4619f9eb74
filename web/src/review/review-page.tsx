import { Alert, Button, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { AccountPage } from "../account/account-page";
import { CycleTabs } from "../account/place-tabs";
import { ChangeLine } from "../activity/change-line";
import { api, asSeen, data, type Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate, formatPercent, formatShare } from "../app/format";
import { WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { useToday } from "../app/session";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { Outcome } from "../cockpit/outcome";
import { OtherCycles } from "../cycle/other-cycles";
import { QuadrantChip } from "../cycle/quadrant";
import { useProblemText } from "../entity/problem-text";
import { useEntityForm } from "../entity/use-entity-form";
import { useStandpoint } from "../key_result/standpoint";
import { StateSentence } from "../sentence/state-sentence";
import { Bar } from "../ui/bar";
import { Chip } from "../ui/chip";
import { ReviewForm } from "./review-form";
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
      <div className="row">
        <PageTitle of={account.name}>{t("review.title", { name: cycle.name })}</PageTitle>
        <Chip>{t(`choice.CycleState.${cycle.state}`)}</Chip>
        <span className="muted">
          {formatDate(cycle.startsOn)} – {formatDate(cycle.endsOn)}
        </span>
      </div>
      <StateSentence sentence={page.sentence} />
      <ReviewSteps page={page} />
      {page.objectives.map((view, index) => (
        <ObjectiveReview
          key={view.view.objective.id}
          number={index + 1}
          view={view}
          page={page}
          editable={cycle.state === "review"}
        />
      ))}
    </AccountPage>
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
  const [asks, setAsks] = useState(false);
  const over = cycle.state === "active" && cycle.endsOn < today;
  const go = (state: "review" | "closed") =>
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
    <section className="card row no-print">
      <p className="grow">
        {t(`review.step.${over ? "over" : cycle.state}`, {
          count: page.undecided,
          unscored: page.unscored,
        })}
      </p>
      {cycle.state === "active" && (
        <WriteButton onClick={() => go("review")}>{t("review.begin")}</WriteButton>
      )}
      {cycle.state === "review" && (
        <WriteButton onClick={() => setAsks(true)} disabled={page.undecided + page.unscored > 0}>
          {t("review.close")}
        </WriteButton>
      )}
      {cycle.state === "closed" && (
        <WriteButton variant="default" onClick={planNext}>
          {t("review.planNext")}
        </WriteButton>
      )}
      <Modal
        opened={asks}
        onClose={() => setAsks(false)}
        title={t("review.closeTitle", { name: cycle.name })}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <div className="stack">
          <p>{t("review.closeWhat")}</p>
          <div className="row">
            <Button variant="default" onClick={() => setAsks(false)}>
              {t("cancel")}
            </Button>
            <Button
              onClick={() => {
                setAsks(false);
                go("closed");
              }}
            >
              {t("review.close")}
            </Button>
          </div>
        </div>
      </Modal>
      {problem && (
        <Alert color="orange" role="alert">
          {problemText(problem.code, problem.message)}
        </Alert>
      )}
    </section>
  );
}

interface PartProps {
  view: Schemas["ReviewView"];
  page: ReviewPageData;
  editable: boolean;
}

function ObjectiveReview({ number, view, page, editable }: PartProps & { number: number }) {
  const { t } = useTranslation();
  const standpoint = useStandpoint();
  const { objective, outcome } = view.view;
  const dropped = objective.state === "dropped";
  return (
    <article className="card stack" aria-label={objective.title}>
      <div className="row">
        <Chip>{t("objective.number", { number })}</Chip>
        <QuadrantChip quadrant={view.quadrant} />
        {page.cycle.state === "closed" && (
          <Chip>{t(`choice.ObjectiveState.${objective.state}`)}</Chip>
        )}
        {dropped && <Chip>{t("choice.ObjectiveState.dropped")}</Chip>}
      </div>
      <h2>{objective.title}</h2>
      <div className="facts">
        <div>
          <span className="muted">
            {t("effect.result")} <span className="strong">{formatShare(view.score)}</span>
            {page.cycle.state === "active" && ` · ${t("effect.soFar")}`}
          </span>
          <Bar progress={view.score} label={t("effect.result")} told />
          {view.neverMeasured.length > 0 && !dropped && !view.asksScore && (
            <p className="muted">
              {t("review.neverMeasured", { titles: view.neverMeasured.join(", ") })}
            </p>
          )}
        </div>
        {objective.outcomeKind !== "none" && <Outcome view={view.view} />}
      </div>
      {objective.outcomeKind !== "none" && !outcome.known && !dropped && (
        <OutcomeAsked view={view} />
      )}
      <ul className="list">
        {view.view.keyResults.map((one) => (
          <li key={one.keyResult.id} className="row">
            <Link
              className="grow title-link"
              to="/key-results/$keyResult"
              params={{ keyResult: one.keyResult.id }}
            >
              {one.keyResult.title}
            </Link>
            <span className="muted">{standpoint(one)}</span>
            <span className="strong">{formatPercent(one.progress)}</span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t("review.happened", { count: view.happened.length })}</summary>
        <ul className="list">
          {view.happened.map((change) => (
            <li key={change.revision}>
              <ChangeLine change={change} people={page.people} />
            </li>
          ))}
        </ul>
      </details>
      {!dropped && (editable ? <ReviewForm view={view} /> : <ReviewText view={view} />)}
    </article>
  );
}

/** No reading after the middle of the cycle: the effect is unknown, and the review asks for it. */
function OutcomeAsked({ view }: { view: Schemas["ReviewView"] }) {
  const { t } = useTranslation();
  const today = useToday();
  const [form, open] = useEntityForm();
  const { objective } = view.view;
  return (
    <Alert color="orange">
      <div className="row">
        <span className="grow">{t("review.effectUnknown")}</span>
        {objective.outcomeKind === "own" && (
          <WriteButton
            size="compact-md"
            onClick={() =>
              open({
                title: t("review.reading"),
                collection: "/outcome-readings",
                parent: `/objectives/${objective.id}/outcome-readings`,
                fields: [
                  { name: "on", kind: "date", required: true },
                  { name: "value", kind: "number", required: true },
                  { name: "source", kind: "text" },
                ],
                initial: { on: today },
              })
            }
          >
            {t("review.reading")}
          </WriteButton>
        )}
      </div>
      {form}
    </Alert>
  );
}

function ReviewText({ view }: { view: Schemas["ReviewView"] }) {
  const { t } = useTranslation();
  const { review } = view;
  if (!review) return null;
  return (
    <dl className="facts-list">
      {review.effectNote && (
        <>
          <dt>{t("field.effectNote")}</dt>
          <dd>{review.effectNote}</dd>
        </>
      )}
      {review.lesson && (
        <>
          <dt>{t("field.lesson")}</dt>
          <dd>{review.lesson}</dd>
        </>
      )}
      {review.scoreOverride !== null && (
        <>
          <dt>{t("field.scoreOverride")}</dt>
          <dd>
            {formatShare(review.scoreOverride)} · {review.scoreReason}
          </dd>
        </>
      )}
      {review.decision && (
        <>
          <dt>{t("review.decision")}</dt>
          <dd>{t(`choice.Decision.${review.decision}`)}</dd>
        </>
      )}
    </dl>
  );
}
