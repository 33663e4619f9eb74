import { Alert, Button, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { create } from "../api/entity";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { Contributors } from "../app/may";
import { oneLine } from "../entity/fields";
import { useProblemText } from "../entity/problem-text";
import { Chip } from "../ui/chip";
import type { AboutKind } from "./about-kind";
import { questionsQuery } from "./question-query";
import { useConfirming, useTakingOff } from "./use-assumed";

const focus = (field: HTMLElement | null) => field?.focus();

/** What may be written about an entry. */
type Writing = "assume" | "ask";

/** Stores what is typed; false where that was refused. */
export interface Storing {
  store: () => Promise<boolean>;
}

interface Props {
  account: string;
  kind: AboutKind;
  about: string;
  /** Hears whether something is typed here that is not stored. */
  onTyped?: (typed: boolean) => void;
  ref?: Ref<Storing>;
}

/** Whether an entry is assumed and what is asked about it: mark it, confirm it, ask. */
export function Certainty({ account, kind, about, onTyped, ref }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const place = useRef<HTMLElement>(null);
  const [writing, setWriting] = useState<Writing>();
  const [text, setText] = useState("");
  const [id, setId] = useState(() => newId());
  const typed = writing !== undefined && text.trim() !== "";
  useEffect(() => onTyped?.(typed), [typed, onTyped]);

  const refreshes = [ofAccounts];
  const storing = useSend(
    (kindOfText: Writing) => {
      const entry = { id, aboutKind: kind, about };
      return kindOfText === "assume"
        ? create(`/accounts/${account}/assumptions`, { ...entry, note: oneLine(text) })
        : create(`/accounts/${account}/open-questions`, { ...entry, text: oneLine(text) });
    },
    { refreshes },
  );
  const { problem } = storing;
  const wrong = problem?.fields[0];

  const stop = () => {
    setWriting(undefined);
    setText("");
    storing.clear();
    // What was pressed is gone.
    place.current?.focus();
  };
  const store = async () => {
    if (!writing || !(await storing.submit(writing))) return false;
    setId(newId());
    stop();
    return true;
  };
  useImperativeHandle(ref, () => ({ store }));

  const page = useQuery({ ...questionsQuery(account), throwOnError: false }).data;
  const assumed = page?.assumptions?.find(
    (view) => view.assumption.about === about && !view.assumption.confirmedOn,
  );
  const assumption = assumed?.assumption;
  const confirming = useConfirming(assumed?.aboutName ?? "");
  const takingOff = useTakingOff(assumed?.aboutName ?? "");
  if (!page?.open) return null;
  const asked = page.open.filter(({ question }) => question.about === about);

  /** What was pressed is gone then. */
  const inPlace = async (done: Promise<unknown>) => {
    await done;
    place.current?.focus();
  };

  return (
    <section className="hints stack" aria-label={t("assumed.about")} tabIndex={-1} ref={place}>
      {assumption && (
        <p>
          <Chip>{t("assumed.mark")}</Chip>{" "}
          <span className="muted">
            {[t("assumed.for", { date: formatDate(assumption.createdAt) }), assumption.note]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </p>
      )}
      {asked.map(({ question }) => (
        <p key={question.id}>
          <Chip>{t("term.open_question")}</Chip> {question.text}
        </p>
      ))}
      <Contributors>
        {writing ? (
          <form
            className="stack"
            noValidate
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              store();
            }}
          >
            {problem && (
              <Alert color="red" role="alert">
                {problemText(wrong?.code ?? problem.code, wrong?.detail ?? problem.message)}
              </Alert>
            )}
            <Textarea
              ref={focus}
              autosize
              label={t(writing === "assume" ? "assumed.restsOn" : "assumed.ask")}
              disabled={storing.pending}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <div className="row">
              <Button
                type="submit"
                size="compact-md"
                loading={storing.pending}
                disabled={writing === "ask" && !typed}
              >
                {t(writing === "assume" ? "assumed.set" : "question.add")}
              </Button>
              <Button size="compact-md" variant="default" onClick={stop}>
                {t("cancel")}
              </Button>
            </div>
          </form>
        ) : (
          <div className="row">
            {assumption ? (
              <>
                <Button
                  size="compact-sm"
                  variant="light"
                  loading={confirming.pending}
                  onClick={() => inPlace(confirming.send(assumption))}
                >
                  {t("assumed.confirm")}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  loading={takingOff.pending}
                  onClick={() => inPlace(takingOff.send(assumption))}
                >
                  {t("assumed.takeOff")}
                </Button>
              </>
            ) : (
              <Button size="compact-sm" variant="subtle" onClick={() => setWriting("assume")}>
                {t("assumed.set")}
              </Button>
            )}
            <Button size="compact-sm" variant="subtle" onClick={() => setWriting("ask")}>
              {t("assumed.ask")}
            </Button>
          </div>
        )}
      </Contributors>
    </section>
  );
}
