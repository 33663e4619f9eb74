import { Alert, Button, Checkbox, SegmentedControl, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { useMay } from "../app/may";
import { fractionOfPercent, percentOfFraction } from "../app/percent";
import { Conflict } from "../entity/conflict";
import { useProblemText } from "../entity/problem-text";
import { isUnreadable, type NumberEntry, NumberField } from "../number/number-field";
import { useUnsaved, whileSaving } from "../unsaved/unsaved";
import style from "./review.module.css";
import { decisions, reviewFields } from "./review-fields";
import { useReview } from "./use-review";

type Review = Schemas["Review"];

/** What the team writes of an objective; everybody at once, each field for itself. */
export function ReviewForm({ view }: { view: Schemas["ReviewView"] }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { review, save, conflicts, problem, settle } = useReview(view);
  const { contribute } = useMay();
  const { carried = [], decision } = review;
  const goesOn = decision === "continue" || decision === "adapt";
  const fields = reviewFields(
    view.view.keyResults.map(({ keyResult: { id, title } }) => ({ value: id, label: title })),
  );
  return (
    <fieldset className={`bare ${style.form}`} disabled={!contribute}>
      {problem && (
        <Alert color="red" role="alert">
          {problemText(
            problem.fields[0]?.code ?? problem.code,
            problem.fields[0]?.detail ?? problem.message,
          )}
        </Alert>
      )}
      {conflicts.map((conflict) => (
        <Conflict
          key={Object.keys(conflict.mine).join()}
          fields={fields.filter(({ name }) => name in conflict.mine)}
          mine={{ ...conflict.mine }}
          theirs={{ ...conflict.theirs }}
          onMine={async () => {
            if (await save(conflict.mine)) settle(conflict);
          }}
          onTheirs={() => settle(conflict)}
        />
      ))}
      <SharedText
        label={t("field.effectNote")}
        value={review.effectNote ?? ""}
        onSave={(effectNote, base) => save({ effectNote }, { effectNote: base })}
      />
      <SharedText
        label={t("field.lesson")}
        weighty
        value={review.lesson ?? ""}
        onSave={(lesson, base) => save({ lesson }, { lesson: base })}
      />
      {view.asksScore && (
        <Alert color="orange">
          <div className="stack">
            {t("review.asksScore")}
            <Checkbox
              label={t("field.notJudged")}
              checked={review.notJudged ?? false}
              disabled={(review.scoreOverride ?? null) !== null}
              onChange={(event) => save({ notJudged: event.currentTarget.checked })}
            />
          </div>
        </Alert>
      )}
      <ScoreOverride review={review} asked={view.asksScore} save={save} />
      <div className={style.field}>
        <div id={`decision-${view.view.objective.id}`} className={style.term}>
          {t("review.decide")}
        </div>
        <SegmentedControl
          className={style.decisions}
          aria-labelledby={`decision-${view.view.objective.id}`}
          value={decision ?? ""}
          onChange={(next) =>
            save({
              decision: next as (typeof decisions)[number],
              ...((next === "continue" || next === "adapt") && carried.length === 0
                ? { carried: view.proposed }
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

/** A score of the team's own, with the reason: saved together, by the button. */
function ScoreOverride({
  review,
  asked,
  save,
}: {
  review: Partial<Review>;
  asked: boolean;
  save: (patch: Partial<Review>, base: Partial<Review>) => Promise<boolean>;
}) {
  const { t } = useTranslation();
  const stored = {
    scoreOverride: review.scoreOverride ?? null,
    scoreReason: review.scoreReason ?? "",
  };
  // What is being entered here, and what was there when that began.
  const [draft, setDraft] = useState<{ patch: typeof stored; base: typeof stored }>();
  const [unreadable, setUnreadable] = useState<string>();
  const shown = draft?.patch ?? stored;
  const put = (change: Partial<typeof stored>) =>
    setDraft((now) => ({
      patch: { ...(now?.patch ?? stored), ...change },
      base: now?.base ?? stored,
    }));
  const putScore = (percent: NumberEntry) => {
    setUnreadable(isUnreadable(percent) ? percent : undefined);
    if (!isUnreadable(percent))
      put({ scoreOverride: percent === null ? null : fractionOfPercent(percent) });
  };
  useUnsaved(draft !== undefined || unreadable !== undefined);
  return (
    <details open={asked}>
      <summary>{t("review.override")}</summary>
      <div className="row">
        <NumberField
          label={t("field.scoreOverride")}
          rightSection="%"
          min={0}
          max={100}
          w={140}
          value={
            unreadable ??
            (shown.scoreOverride === null ? null : percentOfFraction(shown.scoreOverride))
          }
          onChange={putScore}
        />
        <Textarea
          label={t("field.scoreReason")}
          autosize
          className="grow"
          value={shown.scoreReason}
          onChange={(event) => put({ scoreReason: event.currentTarget.value })}
        />
        <Button
          variant="default"
          onClick={async () => {
            if (unreadable !== undefined) return;
            // What is given a score is judged.
            const judged =
              review.notJudged && draft?.patch.scoreOverride != null ? { notJudged: false } : {};
            if (!draft || (await save({ ...draft.patch, ...judged }, draft.base)))
              setDraft((now) => (now === draft ? undefined : now));
          }}
        >
          {t("save")}
        </Button>
      </div>
    </details>
  );
}

/** A text that several people may write; it is saved when its writer leaves it. */
function SharedText({
  label,
  value,
  weighty,
  onSave,
}: {
  label: string;
  value: string;
  /** It is what is read first. */
  weighty?: boolean;
  /** Says whether the text may be forgotten here. */
  onSave: (value: string, base: string) => Promise<boolean>;
}) {
  // What is being written here, and what was there when the writing began.
  const [draft, setDraft] = useState<{ text: string; base: string }>();
  useUnsaved(draft !== undefined && draft.text !== draft.base);
  return (
    <Textarea
      label={label}
      autosize
      minRows={2}
      classNames={{
        root: style.field,
        label: style.term,
        input: weighty ? style.lesson : undefined,
      }}
      value={draft?.text ?? value}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft((now) => ({ text, base: now?.base ?? value }));
      }}
      onBlur={async () => {
        if (!draft) return;
        const moved = draft.text !== draft.base && draft.text !== value;
        if (moved && !(await whileSaving(onSave(draft.text, draft.base)))) return;
        // Whoever wrote on meanwhile goes on from what is saved.
        setDraft((now) => (now && now !== draft ? { ...now, base: draft.text } : undefined));
      }}
    />
  );
}
