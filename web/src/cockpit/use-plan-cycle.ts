import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { cycleFields } from "../account/account-fields";
import { api, data, type Schemas } from "../api/client";
import type { Opened } from "./opened";

/** Opens the form of the account's next cycle, with what the server proposes, and leads to its plan. */
export function usePlanCycle(account: string, onOpen: (opened: Opened) => void) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const proposal = (startsOn?: string) =>
    data(
      api.GET("/api/v1/accounts/{account}/next-cycle", {
        params: { path: { account }, query: { startsOn } },
      }),
    );
  return async () =>
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
}
