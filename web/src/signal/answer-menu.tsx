import { Button, Menu, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { ApiProblem, api, data, type Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { useMay } from "../app/may";
import { nextHour } from "../app/zone";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { asksReason } from "../cycle/asks-reason";
import { planForms } from "../cycle/plan-options";
import { useProblemText } from "../entity/problem-text";
import { useEntityForm } from "../entity/use-entity-form";
import { newKeyResult } from "../key_result/key-result-fields";
import { meetingFields } from "../meeting/meeting-fields";
import { DayInput } from "../ui/day-input";
import { type DayEntry, isDay, notADay } from "../ui/read-day";
import { FormDialog } from "../unsaved/form-dialog";

type Answer = Schemas["ResponseInput"];

/** Answers a signal: by an objective, a key result, an action, a flash meeting; or watch, or dismiss. */
export function AnswerMenu({ signal }: { signal: Schemas["Signal"] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form, open] = useEntityForm();
  const [asking, setAsking] = useState<"watch" | "dismiss">();
  const cockpit = useQuery(cockpitQuery(signal.account)).data;
  const cycle = cockpit?.cycles.find((view) => view.cycle.id === cockpit.cycle)?.cycle;
  const forms = cockpit && planForms(cockpit);
  const running = asksReason(cycle);
  const reason = t("signal.asReason", { title: signal.title });

  const responding = useSend(
    (body: Answer) =>
      data(
        api.POST("/api/v1/signals/{parent}/responses", {
          params: { path: { parent: signal.id } },
          body: { ...body, id: newId() },
        }),
      ),
    { refreshes: [ofAccounts] },
  );
  const respond = responding.send;
  const objectives = cockpit?.objectives ?? [];
  const { contribute } = useMay();

  if (!contribute) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default">{t("signal.answer")}</Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} maw="min(100vw - 1rem, 30rem)" style={{ overflowY: "auto" }}>
          <Menu.Item
            onClick={() =>
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
                onSaved: (saved) => respond({ kind: "action", target: saved.id }),
              })
            }
          >
            {t("signal.newAction")}
          </Menu.Item>
          <Menu.Item
            onClick={() =>
              open({
                title: t("meeting.flash"),
                collection: "/meetings",
                parent: `/accounts/${signal.account}/meetings`,
                fields: meetingFields,
                initial: { kind: "flash", plannedAt: nextHour(), duration: 30, signal: signal.id },
                extra: { signal: signal.id },
                onSaved: async (saved) => {
                  await respond({ kind: "meeting", target: saved.id });
                  await navigate({ to: "/meetings/$meeting", params: { meeting: saved.id } });
                },
              })
            }
          >
            {t("signal.callMeeting")}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => setAsking("watch")}>{t("signal.watch")}</Menu.Item>
          <Menu.Item onClick={() => setAsking("dismiss")}>{t("signal.dismiss")}</Menu.Item>
          {cycle && cycle.state !== "closed" && forms && (
            <>
              <Menu.Divider />
              <Menu.Item
                onClick={() =>
                  open({
                    title: t("objective.add"),
                    collection: "/objectives",
                    parent: `/cycles/${cycle.id}/objectives`,
                    fields: forms.objective,
                    initial: { outcomeKind: "supply", outcomeUnit: "%", why: signal.title },
                    askReason: running,
                    reason,
                    onSaved: (saved) =>
                      respond({ kind: "objective", target: saved.id, reason: signal.title }),
                  })
                }
              >
                {t("signal.newObjective")}
              </Menu.Item>
              {objectives.map(({ objective }) => (
                <Menu.Item
                  key={objective.id}
                  onClick={() =>
                    open({
                      title: t("keyResult.add"),
                      collection: "/key-results",
                      parent: `/objectives/${objective.id}/key-results`,
                      fields: forms.keyResult,
                      initial: newKeyResult,
                      askReason: running,
                      reason,
                      onSaved: (saved) =>
                        respond({ kind: "key_result", target: saved.id, reason: signal.title }),
                    })
                  }
                >
                  {t("signal.newKeyResult", { title: objective.title })}
                </Menu.Item>
              ))}
              {objectives
                .flatMap((view) => view.keyResults)
                .map(({ keyResult }) => (
                  <Menu.Item
                    key={keyResult.id}
                    onClick={() =>
                      open({
                        title: t("keyResult.edit"),
                        collection: "/key-results",
                        fields: forms.keyResult,
                        entity: keyResult,
                        askReason: running,
                        reason,
                        onSaved: (saved) =>
                          respond({ kind: "key_result", target: saved.id, reason: signal.title }),
                      })
                    }
                  >
                    {t("signal.changeKeyResult", { title: keyResult.title })}
                  </Menu.Item>
                ))}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {asking && (
        <WatchOrDismiss kind={asking} onClose={() => setAsking(undefined)} respond={respond} />
      )}
      {form}
    </>
  );
}

export function WatchOrDismiss({
  kind,
  respond,
  onClose,
}: {
  kind: "watch" | "dismiss";
  respond: (body: Answer) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState<DayEntry>(null);
  const responding = useSend(async (body: Answer) => {
    if (body.watchUntil && !isDay(body.watchUntil))
      throw new ApiProblem(422, "invalid", "", [{ pointer: "/watchUntil", ...notADay }]);
    return respond(body);
  });
  const { problem } = responding;
  const errorOf = (name: string) => {
    const wrong = problem?.fields.find((field) => field.pointer === `/${name}`);
    return wrong && problemText(wrong.code, wrong.detail);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const watchUntil = kind === "watch" ? until : null;
    if (await responding.submit({ kind, reason, watchUntil })) onClose();
  };
  return (
    <FormDialog
      typed={reason !== "" || until !== null}
      busy={responding.pending}
      onClose={onClose}
      title={t(`signal.${kind}`)}
    >
      {() => (
        <form className="stack" noValidate onSubmit={save}>
          {kind === "watch" && (
            <DayInput
              data-autofocus
              label={t("field.watchUntil")}
              error={errorOf("watchUntil")}
              value={until}
              onChange={setUntil}
            />
          )}
          <Textarea
            label={t("signal.why")}
            error={errorOf("reason")}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit">{t("save")}</Button>
        </form>
      )}
    </FormDialog>
  );
}
