import { Alert, Button, Checkbox, NumberInput, SegmentedControl, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import i18next from "i18next";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { AccountPage } from "../account/account-page";
import { ChangeLine } from "../activity/change-line";
import { ApiProblem, api, data, type Schemas, send } from "../api/client";
import { formatDate, formatNumber, formatPercent, formatShare } from "../app/format";
import { useMay, WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { fractionOfPercent, percentOfFraction } from "../app/percent";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { Bar } from "../cockpit/bar";
import { useStandpoint } from "../cockpit/objective-card";
import { Spark } from "../cockpit/spark";
import { QuadrantChip } from "../cycle/quadrant";
import { Conflict } from "../entity/conflict";
import { useProblemText } from "../entity/problem-text";
import { useEntityForm } from "../entity/use-entity-form";
import { decisions, reviewFields } from "./review-fields";
import { type ReviewPageData, reviewQuery } from "./review-query";
import { useReview } from "./use-review";

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
    <AccountPage account={account} narrow>
      <div className="row">
        <PageTitle of={account.name}>{t("review.title", { name: cycle.name })}</PageTitle>
        <span className="chip">{t(`choice.CycleState.${cycle.state}`)}</span>
        <span className="muted">
          {formatDate(cycle.startsOn)} – {formatDate(cycle.endsOn)}
        </span>
      </div>
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
  const queries = useQueryClient();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const [problem, setProblem] = useState<string>();
  const { cycle, account } = page;
  const attempt = async (step: () => Promise<void>) => {
    setProblem(undefined);
    try {
      await step();
      await queries.invalidateQueries();
    } catch (caught) {
      if (!(caught instanceof ApiProblem)) throw caught;
      setProblem(problemText(caught.code, caught.message));
    }
  };
  const go = (state: "review" | "closed") =>
    attempt(() => send("PATCH", `/cycles/${cycle.id}`, { state }, cycle.version));
  const planNext = () =>
    attempt(async () => {
      const proposal = await data(
        api.GET("/api/v1/accounts/{account}/next-cycle", {
          params: { path: { account: account.id } },
        }),
      );
      const made = await send<Schemas["PlannedCycle"]>(
        "POST",
        `/accounts/${account.id}/next-cycle`,
        { ...proposal, id: newId() },
      );
      await navigate({
        to: "/cycles/$cycle/plan",
        params: { cycle: made.cycle.id },
        state: { leftOpen: made.leftOpen },
      });
    });
  return (
    <section className="card row no-print">
      <p className="grow">{t(`review.step.${cycle.state}`, { count: page.undecided })}</p>
      {cycle.state === "active" && (
        <WriteButton onClick={() => go("review")}>{t("review.begin")}</WriteButton>
      )}
      {cycle.state === "review" && (
        <WriteButton onClick={() => go("closed")} disabled={page.undecided > 0}>
          {t("review.close")}
        </WriteButton>
      )}
      {cycle.state === "closed" && (
        <WriteButton variant="default" onClick={planNext}>
          {t("review.planNext")}
        </WriteButton>
      )}
      {problem && (
        <Alert color="orange" role="alert">
          {problem}
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
        <span className="chip">{t("objective.number", { number })}</span>
        <QuadrantChip quadrant={view.quadrant} />
        {page.cycle.state === "closed" && (
          <span className="chip">{t(`choice.ObjectiveState.${objective.state}`)}</span>
        )}
        {dropped && <span className="chip">{t("choice.ObjectiveState.dropped")}</span>}
      </div>
      <h2>{objective.title}</h2>
      <div className="facts">
        <div>
          <span className="muted">
            {t("effect.result")} <span className="strong">{formatPercent(view.score)}</span>
          </span>
          <Bar progress={view.score} expected={null} stale={false} />
        </div>
        <div>
          <span className="muted">
            {t("outcome")}: {objective.outcome}{" "}
            <span className="strong">
              {formatNumber(outcome.baseline)} → {formatNumber(outcome.now)}
            </span>{" "}
            {objective.outcomeUnit} · {t("effect.target", { target: formatNumber(outcome.target) })}
          </span>
          <Spark outcome={outcome} />
        </div>
      </div>
      {!outcome.known && !dropped && <OutcomeAsked view={view} today={page.today} />}
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
function OutcomeAsked({ view, today }: { view: Schemas["ReviewView"]; today: string }) {
  const { t } = useTranslation();
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

function ReviewForm({ view }: { view: Schemas["ReviewView"] }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { save, conflict, problem, settle } = useReview(view);
  const { review } = view;
  const [score, setScore] = useState<number | "">("");
  const [reason, setReason] = useState("");
  const overridden = review?.scoreOverride ?? null;
  useEffect(() => {
    setScore(overridden === null ? "" : percentOfFraction(overridden));
    setReason(review?.scoreReason ?? "");
  }, [overridden, review?.scoreReason]);
  const { contribute } = useMay();
  const carried = review?.carried ?? [];
  const goesOn = review?.decision === "continue" || review?.decision === "adapt";
  return (
    <fieldset className="bare stack" disabled={!contribute}>
      {problem && (
        <Alert color="red" role="alert">
          {problemText(
            problem.fields[0]?.code ?? problem.code,
            problem.fields[0]?.detail ?? problem.message,
          )}
        </Alert>
      )}
      {conflict && (
        <Conflict
          fields={reviewFields(
            view.view.keyResults.map(({ keyResult: { id, title } }) => ({
              value: id,
              label: title,
            })),
          ).filter(({ name }) => name === conflict.name)}
          mine={{ [conflict.name]: conflict.mine }}
          theirs={{ ...conflict.theirs }}
          onMine={() => {
            settle();
            save({ [conflict.name]: conflict.mine });
          }}
          onTheirs={settle}
        />
      )}
      <SharedText
        label={t("field.effectNote")}
        value={review?.effectNote ?? ""}
        onSave={(effectNote, base) => save({ effectNote }, { effectNote: base })}
      />
      <SharedText
        label={t("field.lesson")}
        value={review?.lesson ?? ""}
        onSave={(lesson, base) => save({ lesson }, { lesson: base })}
      />
      <details>
        <summary>{t("review.override")}</summary>
        <div className="row">
          <NumberInput
            label={t("field.scoreOverride")}
            suffix=" %"
            min={0}
            max={100}
            decimalSeparator={i18next.language === "de" ? "," : "."}
            w={140}
            value={score}
            onChange={(next) => setScore(next === "" ? "" : Number(next))}
          />
          <Textarea
            label={t("field.scoreReason")}
            autosize
            className="grow"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            variant="default"
            onClick={() =>
              save({
                scoreOverride: score === "" ? null : fractionOfPercent(score),
                scoreReason: reason,
              })
            }
          >
            {t("save")}
          </Button>
        </div>
      </details>
      <div>
        <div id={`decision-${view.view.objective.id}`}>{t("review.decide")}</div>
        <SegmentedControl
          fullWidth
          aria-labelledby={`decision-${view.view.objective.id}`}
          value={review?.decision ?? ""}
          onChange={(decision) =>
            save({
              decision: decision as (typeof decisions)[number],
              ...((decision === "continue" || decision === "adapt") && carried.length === 0
                ? {
                    carried: view.view.keyResults
                      .filter((one) => one.keyResult.state === "active" && (one.progress ?? 0) < 1)
                      .map((one) => one.keyResult.id),
                  }
                : {}),
            })
          }
          data={decisions.map((value) => ({ value, label: t(`choice.Decision.${value}`) }))}
        />
      </div>
      {goesOn && (
        <Checkbox.Group
          label={t("review.carried")}
          value={carried}
          onChange={(next) => save({ carried: next })}
        >
          <div className="stack" style={{ gap: 6, marginTop: 6 }}>
            {view.view.keyResults.map((one) => (
              <Checkbox
                key={one.keyResult.id}
                value={one.keyResult.id}
                label={one.keyResult.title}
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </fieldset>
  );
}

/** A text that several people may write; it is saved when its writer leaves it. */
function SharedText({
  label,
  value,
  onSave,
}: {
  label: string;
  value: string;
  onSave: (value: string, base: string) => Promise<void>;
}) {
  // What is being written here, and what was there when the writing began.
  const [draft, setDraft] = useState<{ text: string; base: string }>();
  return (
    <Textarea
      label={label}
      autosize
      minRows={2}
      value={draft?.text ?? value}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft((now) => ({ text, base: now?.base ?? value }));
      }}
      onBlur={async () => {
        if (draft && draft.text !== value) await onSave(draft.text, draft.base);
        setDraft(undefined);
      }}
    />
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
