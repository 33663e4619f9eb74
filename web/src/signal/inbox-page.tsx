import { Button } from "@mantine/core";
import { IconAntennaBars5 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { contributedQuery } from "../account/contributed-query";
import { api, data, type Schemas } from "../api/client";
import { LinkButton } from "../app/link-button";
import { MayContext } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useEntityForm } from "../entity/use-entity-form";
import { Empty } from "../ui/empty";
import { Priority } from "../ui/priority";
import { Row, Rows } from "../ui/row";
import { AnswerMenu } from "./answer-menu";
import { SignalState } from "./signal-card";
import { signalFields } from "./signal-fields";

/** What waits for an answer across my accounts; arrow keys walk, Enter assesses. */
export default function InboxPage() {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const inbox = useQuery({
    queryKey: ["inbox"],
    refetchInterval: 30_000,
    queryFn: () => data(api.GET("/api/v1/signals")),
  });
  const contributed = useQuery(contributedQuery);
  if (!inbox.data || !contributed.data) return <Loading />;
  const writes = (account: string) => contributed.data.some(({ id }) => id === account);
  const { lines, waiting, overdue } = inbox.data;
  const walk = (event: KeyboardEvent, index: number) => {
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>(`[data-line="${index + step}"]`)?.focus();
  };
  const capture = <LinkButton to="/capture">{t("capture.title")}</LinkButton>;
  return (
    <div className="page">
      <div className="row">
        <PageTitle grow>{t("inbox.title")}</PageTitle>
        <Button component={Link} to="/market" variant="default">
          {t("market.title")}
        </Button>
        {lines.length > 0 && capture}
      </div>
      {waiting > 0 && (
        <p className="muted">
          {t("inbox.waiting", { count: waiting })}
          {overdue > 0 && (
            <>
              {" · "}
              <span className="poor">{t("inbox.overdue", { count: overdue })}</span>
            </>
          )}{" "}
          · {t("inbox.keys")}
        </p>
      )}
      {lines.length === 0 && (
        <Empty icon={<IconAntennaBars5 />} title={t("inbox.empty")} action={capture}>
          {t("signal.ask")}
        </Empty>
      )}
      <div ref={list}>
        <Rows>
          {lines.map(({ view, accountName }, index) => (
            <MayContext
              key={view.signal.id}
              value={{ contribute: writes(view.signal.account), manage: false }}
            >
              <InboxLine
                view={view}
                accountName={accountName}
                index={index}
                onKeyDown={(event) => walk(event, index)}
              />
            </MayContext>
          ))}
        </Rows>
      </div>
    </div>
  );
}

function InboxLine({
  view,
  accountName,
  index,
  onKeyDown,
}: Schemas["InboxLine"] & { index: number; onKeyDown: (event: KeyboardEvent) => void }) {
  const { t } = useTranslation();
  const [form, open] = useEntityForm();
  return (
    <>
      <Row
        mark={<Priority value={view.priority} />}
        title={
          <button
            type="button"
            data-line={index}
            onKeyDown={onKeyDown}
            onClick={() =>
              open({
                title: t("signal.assess"),
                collection: "/signals",
                fields: signalFields,
                entity: view.signal,
              })
            }
          >
            {view.signal.title}
          </button>
        }
        action={<AnswerMenu signal={view.signal} />}
      >
        {accountName} · <SignalState view={view} />
      </Row>
      {form}
    </>
  );
}
