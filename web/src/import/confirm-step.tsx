import { Alert, Button, Checkbox } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { LinkButton } from "../app/link-button";
import { useProblemText } from "../entity/problem-text";
import { whileSaving } from "../unsaved/unsaved";
import type { Kind } from "./fields";
import style from "./import.module.css";
import { sendImport } from "./send-import";
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
  plan: "/accounts/$account/cycle",
  check_ins: "/accounts/$account",
  accounts: "/accounts",
} as const satisfies Record<Kind, string>;

/** Says once more what is to happen, and does it. */
export function ConfirmStep({
  kind,
  going,
  made,
  onMade,
  onCheck,
  onCheckIns,
}: {
  kind: Kind;
  going: ImportOnItsWay;
  made: Schemas["ImportAnswer"] | undefined;
  onMade: (answer: Schemas["ImportAnswer"]) => void;
  onCheck: () => void;
  /** Goes on with what the file of a plan says of how its key results stand. */
  onCheckIns: () => void;
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [leavesOut, setLeavesOut] = useState(false);
  const { account, body, id, checked, checking, cycle } = going;
  const stop = useRef(new AbortController());
  const sending = useSend(
    (sent: NonNullable<typeof body> & { id: string; leaveOut: boolean }) => {
      stop.current = new AbortController();
      return whileSaving(sendImport(account, sent, { signal: stop.current.signal }));
    },
    { onSent: onMade, refreshes: [ofAccounts] },
  );
  if (made)
    return (
      <>
        <Made kind={kind} account={account} cycle={cycle?.id} made={made} />
        {kind === "plan" && going.hasCheckIns && (
          <ValuesBeside waits={cycle?.state === "planning"} onCheckIns={onCheckIns} />
        )}
      </>
    );
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
            {stop.current.signal.aborted
              ? t("import.writeStopped")
              : `${problemText(problem.code, problem.message)} ${t("import.keptAll")}`}
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
      {sending.pending && (
        <div className="row">
          <span role="status">{t("import.writing", { count: writes })}</span>
          <Button variant="default" size="compact-md" onClick={() => stop.current.abort()}>
            {t("cancel")}
          </Button>
        </div>
      )}
      <p className="muted">
        {t(kind === "accounts" ? "import.accounts.oneDeed" : "import.oneDeed")}
      </p>
    </>
  );
}

/** Before a cycle runs nothing stands anywhere in it. */
function ValuesBeside({ waits, onCheckIns }: { waits: boolean; onCheckIns: () => void }) {
  const { t } = useTranslation();
  if (waits) return <p className="muted">{t("import.valuesLater")}</p>;
  return (
    <Button variant="default" w="fit-content" onClick={onCheckIns}>
      {t("import.valuesToo")}
    </Button>
  );
}

function Made({
  kind,
  account,
  cycle,
  made,
}: {
  kind: Kind;
  account: string;
  cycle: string | undefined;
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
          <LinkButton
            to={pageOf[kind]}
            params={{ account }}
            search={
              kind === "sites" || kind === "areas"
                ? { tab: "sites" }
                : kind === "plan"
                  ? { cycle }
                  : {}
            }
          >
            {t(`import.look.${kind}`)}
          </LinkButton>
          {made.import && <UndoImport account={account} made={made.import} />}
        </div>
      </div>
    </div>
  );
}
