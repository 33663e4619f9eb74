import { Alert, Button, Checkbox } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { LinkButton } from "../app/link-button";
import { useProblemText } from "../entity/problem-text";
import { whileSaving } from "../unsaved/unsaved";
import type { Kind } from "./fields";
import style from "./import.module.css";
import { UndoImport } from "./undo-import";
import type { ImportOnItsWay } from "./use-import";

/** Where what came in is to be seen. */
const pageOf = {
  sites: "/accounts/$account/customer",
  areas: "/accounts/$account/customer",
  contacts: "/accounts/$account/customer",
  actions: "/accounts/$account/customer",
  supply: "/accounts/$account/supply",
  kpi_values: "/accounts/$account/kpis",
  signals: "/accounts/$account/signals",
} as const satisfies Record<Kind, string>;

/** Says once more what is to happen, and does it. */
export function ConfirmStep({
  kind,
  going,
  made,
  onMade,
  onCheck,
}: {
  kind: Kind;
  going: ImportOnItsWay;
  made: Schemas["ImportAnswer"] | undefined;
  onMade: (answer: Schemas["ImportAnswer"]) => void;
  onCheck: () => void;
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [leavesOut, setLeavesOut] = useState(false);
  const { account, body, id, checked, checking } = going;
  const sending = useSend(
    (sent: NonNullable<typeof body> & { id: string; leaveOut: boolean }) =>
      whileSaving(
        data(
          api.POST("/api/v1/accounts/{account}/imports", {
            params: { path: { account } },
            body: sent,
          }),
        ),
      ),
    { onSent: onMade, refreshes: [ofAccounts] },
  );
  if (made) return <Made kind={kind} account={account} made={made} />;
  if (!checked || !body) return null;
  const { counts } = checked;
  const writes = counts.new + counts.changed;
  const blocked = counts.refused > 0 && !leavesOut;
  const { problem } = sending;
  return (
    <>
      <ul className={style.facts}>
        {(["new", "changed", "unchanged"] as const).map((verdict) => (
          <li key={verdict}>{t(`import.will.${verdict}`, { count: counts[verdict] })}</li>
        ))}
      </ul>
      {counts.refused > 0 && (
        <Alert color="orange" title={t("import.will.refused", { count: counts.refused })}>
          <div className="stack">
            <Checkbox
              label={t("import.leaveOut", { count: counts.refused })}
              checked={leavesOut}
              onChange={(event) => setLeavesOut(event.currentTarget.checked)}
            />
            <Button variant="default" size="xs" w="fit-content" onClick={onCheck}>
              {t("import.putRight")}
            </Button>
          </div>
        </Alert>
      )}
      {writes === 0 && <p role="status">{t("import.nothingNew")}</p>}
      {problem && (
        <Alert color="red" role="alert">
          <p>
            {problemText(problem.code, problem.message)} {t("import.keptAll")}
          </p>
          {problem.code === "rows_refused" && (
            <Button
              variant="default"
              size="xs"
              onClick={() => {
                going.recheck();
                onCheck();
              }}
            >
              {t("import.putRight")}
            </Button>
          )}
        </Alert>
      )}
      <Button
        size="md"
        w="fit-content"
        disabled={blocked || writes === 0 || checking}
        loading={sending.pending}
        onClick={() => sending.submit({ ...body, id, leaveOut: leavesOut })}
      >
        {t("import.bringIn", { count: writes })}
      </Button>
      <p className="muted">{t("import.oneDeed")}</p>
    </>
  );
}

function Made({
  kind,
  account,
  made,
}: {
  kind: Kind;
  account: string;
  made: Schemas["ImportAnswer"];
}) {
  const { t } = useTranslation();
  return (
    <div className={style.made} role="status">
      <IconCircleCheck size={24} stroke={1.75} aria-hidden="true" />
      <div className="stack">
        <b>{t("import.done", { count: made.added + made.changed })}</b>
        <p>
          {[
            t("import.count.added", { count: made.added }),
            t("import.count.changed", { count: made.changed }),
            t("import.count.unchanged", { count: made.unchanged }),
            t("import.count.leftOut", { count: made.refused }),
          ].join(" · ")}
        </p>
        <div className="row">
          <LinkButton to={pageOf[kind]} params={{ account }}>
            {t(`import.look.${kind}`)}
          </LinkButton>
          {made.import && <UndoImport account={account} made={made.import} />}
        </div>
      </div>
    </div>
  );
}
