import { Button, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { api, data, type Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { useProblemText } from "../entity/problem-text";
import type { OpenForm } from "../entity/use-entity-form";
import { Chip } from "../ui/chip";

/** Templates for situations that come again; choosing one writes the objective and its key results. */
export function PlaybookPicker({
  cycle,
  reason,
  onClose,
  open,
  objectiveFields,
}: {
  cycle: string;
  /** Why the plan changes, where the cycle is running. */
  reason: string | undefined;
  onClose: () => void;
  open: OpenForm;
  objectiveFields: Parameters<OpenForm>[0]["fields"];
}) {
  const { t, i18n } = useTranslation();
  const problemText = useProblemText();
  const playbooks = useQuery({
    queryKey: ["playbooks", i18n.language],
    queryFn: () =>
      data(
        api.GET("/api/v1/playbooks", {
          params: { query: { language: i18n.language as Schemas["Language"] } },
        }),
      ),
  });
  const planning = useSend(
    ({ playbook }: Schemas["PlaybookView"]) =>
      data(
        api.POST("/api/v1/cycles/{id}/planned-objectives", {
          params: { path: { id: cycle } },
          body: {
            id: newId(),
            reason: reason ?? "",
            title: playbook.title,
            why: playbook.why,
            outcomeKind: playbook.outcomeKind,
            outcome: playbook.outcome,
            outcomeUnit: playbook.outcomeUnit,
            keyResults: playbook.keyResults,
          },
        }),
      ),
    { refreshes: [ofAccounts] },
  );
  const { problem } = planning;
  const take = async (view: Schemas["PlaybookView"]) => {
    const taken = await planning.submit(view);
    if (!taken) return;
    onClose();
    open({
      title: t("objective.edit"),
      collection: "/objectives",
      fields: objectiveFields,
      entity: taken.answer,
      askReason: reason !== undefined,
      hintsPath: `/cycles/${cycle}/objective-hints`,
    });
  };
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t("playbook.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {problem && <p role="alert">{problemText(problem.code, problem.message)}</p>}
      <ul className="list">
        {playbooks.data?.map((view) => (
          <li key={view.playbook.id} className="stack">
            <div className="row">
              <b className="grow">{view.playbook.name}</b>
              {view.own && <Chip>{t("playbook.own")}</Chip>}
              <Button onClick={() => take(view)}>{t("playbook.take")}</Button>
            </div>
            <span className="muted">{view.playbook.situation}</span>
            <details>
              <summary>{view.playbook.title}</summary>
              <ul>
                {view.playbook.keyResults.map((keyResult) => (
                  <li key={keyResult.title}>{keyResult.title}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </Modal>
  );
}

/** Keeps an objective of ours as a template for the next time. */
export async function keepAsPlaybook(view: Schemas["ObjectiveView"], language: string) {
  const { objective } = view;
  await api.POST("/api/v1/playbooks", {
    body: {
      id: newId(),
      name: objective.title.slice(0, 120),
      situation: objective.why,
      language: language as Schemas["Language"],
      title: objective.title,
      why: objective.why,
      outcomeKind: objective.outcomeKind,
      outcome: objective.outcome,
      outcomeUnit: objective.outcomeUnit,
      keyResults: view.keyResults.map(({ keyResult }) => ({
        title: keyResult.title,
        kind: keyResult.kind,
        unit: keyResult.unit,
        start: keyResult.start,
        target: keyResult.target,
        lower: keyResult.lower,
        upper: keyResult.upper,
        stages: keyResult.stages,
      })),
    },
  });
}
