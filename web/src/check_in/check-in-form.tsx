import { Alert, Button, Select, Textarea, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { ApiProblem } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { formatComputed, formatNumber, formatPercent, ofUnit } from "../app/format";
import { useSession } from "../app/session";
import type { KeyResultView } from "../cockpit/cockpit-query";
import { useProblemText } from "../entity/problem-text";
import { useStartAndTarget } from "../key_result/standpoint";
import { isUnreadable, type NumberEntry, NumberField, notANumber } from "../number/number-field";
import { keptNotice, sendOrKeep, type Writer } from "../outbox/outbox";
import { DayInput } from "../ui/day-input";
import { type DayEntry, isDay, notADay } from "../ui/read-day";
import { StageList } from "../ui/stage-list";
import { toast } from "../ui/toast";
import { FormDialog } from "../unsaved/form-dialog";
import styles from "./check-in.module.css";
import { CheckInEffect } from "./check-in-effect";
import { ConfidenceKeys } from "./confidence-keys";

export interface CheckInFormProps {
  view: KeyResultView;
  today: string;
  supersedes?: string;
  onClose: () => void;
}

/** A check-in: value or stage, confidence, a note. Twenty seconds, on a phone too. */
export default function CheckInForm({ view, today, supersedes, onClose }: CheckInFormProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const user = useSession()?.user;
  const { keyResult } = view;
  const phone = useMediaQuery("(max-width: 767px)");
  const staged = keyResult.kind === "stages";
  const follows = keyResult.follows !== "check_ins";
  const [id] = useState(() => newId());
  const sites = view.sites.filter((one) => !one.archived);
  const [site, setSite] = useState<string | null>(sites[0]?.siteTarget.site ?? null);
  const at = sites.find((one) => one.siteTarget.site === site);
  const last = at ? at.value : view.value;
  const lastStage = at ? at.stage : view.stage;
  const startAndTarget = useStartAndTarget()(
    at
      ? {
          ...view,
          start: at.start,
          keyResult: { ...keyResult, target: at.siteTarget.target ?? keyResult.target },
        }
      : view,
  );
  const [value, setValue] = useState<NumberEntry>(last);
  const [stage, setStage] = useState(String(lastStage ?? 0));
  // Whoever names none says nothing of it; a correction begins with what was said.
  const [confidence, setConfidence] = useState(supersedes ? view.confidence : null);
  const [note, setNote] = useState("");
  const [evidence, setEvidence] = useState("");
  const [effectiveOn, setEffectiveOn] = useState<DayEntry>(today);

  const entered = {
    effectiveOn: isDay(effectiveOn) ? effectiveOn : today,
    ...(staged && { stage: Number(stage) }),
    ...(!staged && !follows && { value: isUnreadable(value) ? undefined : value }),
    site,
    confidence,
    ...(supersedes ? { supersedes } : {}),
  };
  const first = {
    value: last,
    stage: String(lastStage ?? 0),
    confidence: supersedes ? view.confidence : null,
  };
  const typed =
    note !== "" ||
    evidence !== "" ||
    effectiveOn !== today ||
    value !== first.value ||
    stage !== first.stage ||
    confidence !== first.confidence;

  const checkingIn = useSend(
    async (writer: Writer) => {
      if (isUnreadable(value))
        throw new ApiProblem(422, "invalid", "", [{ pointer: "/value", ...notANumber }]);
      if (!isDay(effectiveOn))
        throw new ApiProblem(422, "invalid", "", [{ pointer: "/effectiveOn", ...notADay }]);
      return sendOrKeep(
        writer,
        `/key-results/${keyResult.id}/check-ins`,
        { ...entered, id, note, evidence: evidence.split(/\s+/).filter(Boolean) },
        `${t("checkIn.title")}: ${keyResult.title}`,
      );
    },
    { onSent: (how) => how === "sent" && queries.invalidateQueries(ofAccounts) },
  );
  const { problem } = checkingIn;

  const errorOf = (name: string) => {
    const wrong = problem?.fields.find((field) => field.pointer.startsWith(`/${name}`));
    return wrong && problemText(wrong.code, wrong.detail);
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const taken = user && (await checkingIn.submit(user));
    if (!taken) return;
    toast(
      taken.answer === "sent"
        ? { message: t("checkIn.saved") }
        : { id: keptNotice, kind: "waits", message: t("capture.kept") },
    );
    onClose();
  };

  return (
    <FormDialog
      typed={typed}
      busy={checkingIn.pending}
      onClose={onClose}
      fullScreen={phone}
      title={t(supersedes ? "checkIn.correct" : "checkIn.title")}
    >
      {() => (
        <form className="stack" noValidate onSubmit={save}>
          <b className={styles.title}>{keyResult.title}</b>
          {(staged ? lastStage : last) !== null && (
            <span className="muted">
              {t("checkIn.last", {
                value: staged
                  ? (keyResult.stages[lastStage ?? -1]?.title ?? "–")
                  : `${follows ? formatComputed(last, view.decimals) : formatNumber(last)}${ofUnit(keyResult.unit, " ")}`,
                progress: formatPercent((at ?? view).progress),
              })}
            </span>
          )}
          {startAndTarget && <span className="muted">{startAndTarget}</span>}
          {problem && problem.fields.length === 0 && (
            <Alert color="red" role="alert">
              {problemText(problem.code, problem.message)}
            </Alert>
          )}
          {view.sites.length > 0 && (
            <Select
              label={t("field.site")}
              error={errorOf("site")}
              allowDeselect={false}
              data={sites.map((one) => ({ value: one.siteTarget.site, label: one.name }))}
              value={site}
              onChange={(next) => {
                setSite(next);
                const chosen = sites.find((one) => one.siteTarget.site === next);
                setValue(chosen?.value ?? null);
                setStage(String(chosen?.stage ?? 0));
              }}
            />
          )}
          {staged ? (
            <StageList
              label={t("checkIn.howFar")}
              stages={keyResult.stages}
              was={lastStage}
              value={Number(stage)}
              onChange={(next) => setStage(String(next))}
            />
          ) : follows ? (
            <span className="muted">{t("checkIn.follows")}</span>
          ) : (
            <NumberField
              data-autofocus
              label={keyResult.unit ? `${t("field.value")} (${keyResult.unit})` : t("field.value")}
              error={errorOf("value")}
              size="md"
              value={value}
              onChange={setValue}
            />
          )}
          <ConfidenceKeys view={view} value={confidence} onChange={setConfidence} />
          <Textarea
            label={t("field.note")}
            description={t("checkIn.noteHint")}
            autosize
            minRows={2}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <details>
            <summary>{t("checkIn.more")}</summary>
            <DayInput
              label={t("field.effectiveOn")}
              max={today}
              error={errorOf("effectiveOn")}
              value={effectiveOn}
              onChange={setEffectiveOn}
            />
            <TextInput
              label={t("field.evidence")}
              placeholder="https://"
              error={errorOf("evidence")}
              value={evidence}
              onChange={(event) => setEvidence(event.currentTarget.value)}
            />
          </details>
          <footer className={styles.foot}>
            <CheckInEffect keyResult={keyResult.id} entered={entered} />
            <Button type="submit" size="md" loading={checkingIn.pending}>
              {t("checkIn.submit")}
            </Button>
          </footer>
        </form>
      )}
    </FormDialog>
  );
}
