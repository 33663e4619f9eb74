import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { cycleFields } from "../account/account-fields";
import { api, data, type Schemas } from "../api/client";
import { LinkButton } from "../app/link-button";
import { WriteButton } from "../app/may";
import { CyclePicker } from "../cycle/cycle-picker";
import type { Cockpit } from "./cockpit-query";
import type { Opened } from "./opened";

/** Which cycle is shown, the way to one that is being planned, and planning the next one. */
export function CycleControls({
  cockpit,
  onOpen,
}: {
  cockpit: Cockpit;
  onOpen: (opened: Opened) => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const account = cockpit.account.id;
  const cycle = cockpit.cycles.find((view) => view.cycle.id === cockpit.cycle)?.cycle;

  const proposal = (startsOn?: string) =>
    data(
      api.GET("/api/v1/accounts/{account}/next-cycle", {
        params: { path: { account }, query: { startsOn } },
      }),
    );
  const plan = async () =>
    onOpen({
      title: t("cycle.plan"),
      collection: "/cycles",
      parent: `/accounts/${account}/next-cycle`,
      fields: cycleFields,
      initial: { ...(await proposal()) },
      follows: {
        field: "startsOn",
        propose: async (day) => ({ ...(await proposal(String(day))) }),
      },
      onSaved: (saved) => {
        const { cycle, leftOpen } = saved as unknown as Schemas["PlannedCycle"];
        return navigate({
          to: "/cycles/$cycle/plan",
          params: { cycle: cycle.id },
          state: { leftOpen },
        });
      },
    });

  if (!cycle)
    return (
      <div className="card empty">
        <p>{t("cycle.empty")}</p>
        <WriteButton onClick={plan}>{t("cycle.plan")}</WriteButton>
      </div>
    );
  return (
    <div className="row no-print no-present">
      <CyclePicker
        cycles={cockpit.cycles}
        shown={cycle.id}
        onChoose={(id) =>
          navigate({ to: "/accounts/$account", params: { account }, search: { cycle: id } })
        }
      />
      {cycle.state === "planning" && (
        <LinkButton to="/cycles/$cycle/plan" params={{ cycle: cycle.id }}>
          {t("plan.open")}
        </LinkButton>
      )}
      {!cockpit.cycles.some((view) => view.cycle.state === "planning") && (
        <WriteButton variant="default" onClick={plan}>
          {t("cycle.plan")}
        </WriteButton>
      )}
    </div>
  );
}
