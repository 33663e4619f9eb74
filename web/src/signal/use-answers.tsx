import {
  IconAdjustments,
  IconArchive,
  IconEye,
  IconSquareCheck,
  IconTargetArrow,
  IconUsers,
  type TablerIcon,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { api, data, type Schemas } from "../api/client";
import { archive, change, type Entity } from "../api/entity";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import type { Texts } from "../app/i18n";
import { nextMeetingHour } from "../app/zone";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { asksReason } from "../cycle/asks-reason";
import { planForms } from "../cycle/plan-options";
import { changedValues } from "../entity/fields";
import { sayDone } from "../entity/undo";
import { useEntityForm } from "../entity/use-entity-form";
import { newKeyResult } from "../key_result/key-result-fields";
import { meetingFields } from "../meeting/meeting-fields";
import { newObjective } from "../objective/objective-fields";
import { toast } from "../ui/toast";
import { WatchOrDismiss } from "./watch-or-dismiss";

export type Answer = Schemas["ResponseInput"];

/** One way to answer a signal: at once, or by one of several things. */
export interface AnswerWay {
  name: keyof Texts["signal"]["way"];
  icon: TablerIcon;
  act?: () => void;
  /** In groups: what each is a part of, where it does not say so itself. */
  choices?: { part?: string; of: { id: string; title: string; act: () => void }[] }[];
}

interface Given {
  body: Answer;
  /** Takes back what the answer made. */
  takeBack?: () => Promise<unknown>;
}

/**
 * The ways to answer a signal, and the form of the one that was taken. What was answered is said, with the
 * way back: the answer is taken back, and what it made with it.
 */
export function useAnswers(
  signal: Schemas["Signal"],
  onAnswered?: () => void,
): { ways: AnswerWay[]; form: ReactNode } {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form, open] = useEntityForm();
  const [asking, setAsking] = useState<"watch" | "dismiss">();
  const cockpit = useQuery(cockpitQuery(signal.account)).data;
  const cycle = cockpit?.cycles.find((view) => view.cycle.id === cockpit.cycle)?.cycle;
  const forms = cockpit && planForms(cockpit);
  const running = asksReason(cycle);
  const { title } = signal;
  const reason = t("signal.asReason", { title });
  const backReason = running ? t("signal.takenBack", { title }) : undefined;

  const refreshes = [ofAccounts];
  const undoing = useSend((undo: () => Promise<unknown>) => undo(), { refreshes });
  const said = ({ kind, watchUntil }: Answer) => {
    if (kind === "watch")
      return t("signal.said.watch", { title, date: formatDate(watchUntil ?? null) });
    return t(kind === "dismiss" ? "signal.said.dismiss" : "signal.said.answer", { title });
  };
  /** What came of the answer goes first, then the answer; tried again, it goes on where it stopped. */
  const undoOf = (...steps: ((() => Promise<unknown>) | undefined)[]) => {
    const left = steps.filter((step) => step !== undefined);
    return () =>
      undoing.send(async () => {
        for (let step = left[0]; step; step = left[0]) {
          await step();
          left.shift();
        }
      });
  };
  const responding = useSend(
    ({ body }: Given) =>
      data(
        api.POST("/api/v1/signals/{parent}/responses", {
          params: { path: { parent: signal.id } },
          body: { ...body, id: newId() },
        }),
      ),
    {
      refreshes,
      onSent: (response, { body, takeBack }) =>
        // Who called a meeting is in it by then.
        body.kind === "meeting"
          ? toast({ message: said(body) })
          : sayDone(
              response.id,
              said(body),
              undoOf(takeBack, () => archive("/responses", response)),
            ),
    },
  );
  const respond = async (body: Answer, takeBack?: () => Promise<unknown>) => {
    await responding.send({ body, takeBack });
    onAnswered?.();
  };

  const addKeyResult = (objective: string) =>
    open({
      title: t("keyResult.add"),
      collection: "/key-results",
      parent: `/objectives/${objective}/key-results`,
      fields: forms?.keyResult ?? [],
      initial: newKeyResult,
      askReason: running,
      reason,
      onSaved: (saved) =>
        respond({ kind: "key_result", target: saved.id, reason: title }, () =>
          archive("/key-results", saved, backReason),
        ),
    });
  const changeKeyResult = (keyResult: Entity) => {
    const fields = forms?.keyResult ?? [];
    open({
      title: t("keyResult.edit"),
      collection: "/key-results",
      fields,
      entity: keyResult,
      askReason: running,
      reason,
      // An answer that changes nothing would stop the clock for nothing.
      check: (values) =>
        Object.keys(changedValues(fields, keyResult, values)).length > 0
          ? []
          : [{ pointer: "/title", code: "nothing_changed", detail: t("signal.nothingChanged") }],
      onSaved: (saved) =>
        respond({ kind: "key_result", target: saved.id, reason: title }, () =>
          change("/key-results", saved, {
            ...changedValues(fields, saved, keyResult),
            ...(backReason && { reason: backReason }),
          }),
        ),
    });
  };

  const objectives = cockpit?.objectives ?? [];
  const ways: AnswerWay[] = [];
  if (cycle && cycle.state !== "closed" && forms) {
    ways.push({
      name: "objective",
      icon: IconTargetArrow,
      act: () =>
        open({
          title: t("objective.add"),
          collection: "/objectives",
          parent: `/cycles/${cycle.id}/objectives`,
          fields: forms.objective,
          initial: { ...newObjective, why: title },
          askReason: running,
          reason,
          onSaved: (saved) =>
            respond({ kind: "objective", target: saved.id, reason: title }, () =>
              archive("/objectives", saved, backReason),
            ),
        }),
    });
    const withKeyResults = objectives.filter((view) => view.keyResults.length > 0);
    if (withKeyResults.length > 0)
      ways.push({
        name: "changeKeyResult",
        icon: IconAdjustments,
        choices: withKeyResults.map(({ objective, keyResults }) => ({
          part: objective.title,
          of: keyResults.map(({ keyResult }) => ({
            id: keyResult.id,
            title: keyResult.title,
            act: () => changeKeyResult(keyResult),
          })),
        })),
      });
    if (objectives.length > 0)
      ways.push({
        name: "keyResult",
        icon: IconTargetArrow,
        choices: [
          {
            of: objectives.map(({ objective }) => ({
              id: objective.id,
              title: objective.title,
              act: () => addKeyResult(objective.id),
            })),
          },
        ],
      });
  }
  ways.push(
    {
      name: "action",
      icon: IconSquareCheck,
      act: () =>
        open({
          title: t("action.add"),
          collection: "/actions",
          parent: `/accounts/${signal.account}/actions`,
          fields: [
            { name: "title", kind: "text", required: true },
            {
              name: "assignee",
              kind: "reference",
              options: (cockpit?.team ?? []).map(({ person }) => ({
                value: person.id,
                label: person.name,
              })),
            },
            { name: "due", kind: "date" },
          ],
          onSaved: (saved) =>
            respond({ kind: "action", target: saved.id }, () => archive("/actions", saved)),
        }),
    },
    {
      name: "meeting",
      icon: IconUsers,
      act: () =>
        open({
          title: t("meeting.flash"),
          collection: "/meetings",
          parent: `/accounts/${signal.account}/meetings`,
          fields: meetingFields,
          initial: { kind: "flash", plannedAt: nextMeetingHour(), duration: 30, signal: signal.id },
          extra: { signal: signal.id },
          onSaved: async (saved) => {
            await respond({ kind: "meeting", target: saved.id });
            await navigate({ to: "/meetings/$meeting", params: { meeting: saved.id } });
          },
        }),
    },
    { name: "watch", icon: IconEye, act: () => setAsking("watch") },
    { name: "dismiss", icon: IconArchive, act: () => setAsking("dismiss") },
  );
  return {
    ways,
    form: (
      <>
        {asking && (
          <WatchOrDismiss kind={asking} onClose={() => setAsking(undefined)} respond={respond} />
        )}
        {form}
      </>
    ),
  };
}
