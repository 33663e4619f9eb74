import { Alert, Button, Select } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cycleFields } from "../account/account-fields";
import { ApiProblem, send } from "../api/client";
import { useProblemText } from "../entity/problem-text";
import type { Opened } from "./cockpit-page";
import type { Cockpit } from "./cockpit-query";

/** Which cycle is shown, planning the next one, activating a planned one. */
export function CycleControls({
  cockpit,
  onOpen,
}: {
  cockpit: Cockpit;
  onOpen: (opened: Opened) => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const [problem, setProblem] = useState<ApiProblem>();
  const account = cockpit.account.id;
  const cycle = cockpit.cycles.find((view) => view.cycle.id === cockpit.cycle)?.cycle;

  const plan = () =>
    onOpen({
      title: t("cycle.plan"),
      collection: "/cycles",
      parent: `/accounts/${account}/cycles`,
      fields: cycleFields,
      initial: nextCycle(cockpit),
      onSaved: (saved) =>
        navigate({ to: "/accounts/$account", params: { account }, search: { cycle: saved.id } }),
    });
  const activate = async () => {
    if (!cycle) return;
    try {
      await send("PATCH", `/cycles/${cycle.id}`, { state: "active" }, cycle.version);
      await queries.invalidateQueries();
      setProblem(undefined);
    } catch (caught) {
      if (!(caught instanceof ApiProblem)) throw caught;
      setProblem(caught);
    }
  };

  if (!cycle)
    return (
      <div className="card empty">
        <p>{t("cycle.empty")}</p>
        <Button onClick={plan}>{t("cycle.plan")}</Button>
      </div>
    );
  return (
    <div className="stack no-print no-present">
      <div className="row">
        <Select
          aria-label={t("cycle.shown")}
          allowDeselect={false}
          data={cockpit.cycles.map((view) => ({
            value: view.cycle.id,
            label: `${view.cycle.name} · ${t(`choice.${view.cycle.state}`)}`,
          }))}
          value={cycle.id}
          onChange={(id) =>
            navigate({
              to: "/accounts/$account",
              params: { account },
              search: { cycle: id ?? undefined },
            })
          }
        />
        {cycle.state === "planning" && <Button onClick={activate}>{t("cycle.activate")}</Button>}
        {cycle.state !== "closed" && (
          <Button
            variant="default"
            onClick={() =>
              onOpen({
                title: t("cycle.edit"),
                collection: "/cycles",
                fields: cycleFields,
                entity: cycle,
                canArchive: cycle.state === "planning",
              })
            }
          >
            {t("cycle.edit")}
          </Button>
        )}
        {!cockpit.cycles.some((view) => view.cycle.state === "planning") && (
          <Button variant="default" onClick={plan}>
            {t("cycle.plan")}
          </Button>
        )}
      </div>
      {problem && (
        <Alert color="orange" role="alert">
          {problemText(problem.code, problem.message)}
        </Alert>
      )}
    </div>
  );
}

/** A default for the next cycle: after the last one, as long as the account's cadence says. */
function nextCycle(cockpit: Cockpit) {
  const last = cockpit.cycles[cockpit.cycles.length - 1]?.cycle;
  const start = new Date(
    last
      ? Date.parse(last.endsOn) + 86_400_000
      : Date.parse(cockpit.account.firstCycleStart ?? cockpit.today),
  );
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + cockpit.account.cadence);
  end.setUTCDate(end.getUTCDate() - 1);
  const half = start.getUTCMonth() < 6 ? "H1" : "H2";
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  return { name: `${start.getUTCFullYear()} ${half}`, startsOn: iso(start), endsOn: iso(end) };
}
