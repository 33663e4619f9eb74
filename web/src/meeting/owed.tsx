import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, asSeen, data, type Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { useMay } from "../app/may";
import { useToday } from "../app/session";
import { nameOf } from "../entity/named";
import { Chip } from "../ui/chip";
import { Row, Rows } from "../ui/row";
import { Section } from "../ui/section";
import type { Room } from "./room-query";

/** The open actions of an account; overdue ones come first, those without a day last. */
export const openActionsQuery = (account: string) => ({
  queryKey: ["account", account, "open-actions"],
  queryFn: async () =>
    (await data(api.GET("/api/v1/accounts/{account}/actions", { params: { path: { account } } })))
      .filter(({ doneOn, archivedAt }) => doneOn === null && archivedAt === null)
      .sort((left, right) => (left.due ?? "9999").localeCompare(right.due ?? "9999")),
});

/** What was agreed before and is still open: the first thing a meeting looks at. */
export function Owed({ room }: { room: Room }) {
  const { t } = useTranslation();
  if (room.owed.length === 0) return null;
  return (
    <Section title={t("meeting.owed")} count={room.owed.length}>
      <ActionRows actions={room.owed} people={room.people} />
    </Section>
  );
}

/** Actions with who does them until when; each is done with one tap. */
export function ActionRows({
  actions,
  people,
}: {
  actions: Schemas["Action"][];
  people: Room["people"];
}) {
  const { t } = useTranslation();
  const today = useToday();
  const { contribute } = useMay();
  const finishing = useSend(
    (action: Schemas["Action"]) =>
      data(
        api.PATCH("/api/v1/actions/{id}", {
          params: asSeen(action),
          body: { doneOn: action.doneOn ? null : today },
        }),
      ),
    { refreshes: [ofAccounts] },
  );
  return (
    <Rows>
      {actions.map((action) => {
        const late = !action.doneOn && action.due !== null && action.due < today;
        return (
          <Row
            key={action.id}
            done={action.doneOn !== null}
            mark={
              contribute && (
                <Checkbox
                  aria-label={t("action.isDone", { title: action.title })}
                  checked={action.doneOn !== null}
                  onChange={() => finishing.send(action)}
                />
              )
            }
            title={action.title}
            action={late && <Chip tone="warn">{t("meeting.late")}</Chip>}
          >
            {[
              action.assignee ? nameOf(people, action.assignee) : t("plan.noOwner"),
              action.due && t("meeting.until", { date: formatDate(action.due) }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </Row>
        );
      })}
    </Rows>
  );
}
