import { Button, SegmentedControl } from "@mantine/core";
import { IconAntennaBars5 } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { SignalTabs } from "../account/place-tabs";
import { api, data, type Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { LinkButton } from "../app/link-button";
import { Contributors, WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { nameOf } from "../entity/named";
import { type OpenForm, useEntityForm } from "../entity/use-entity-form";
import { Evidence } from "../media/evidence";
import { AssumedMark } from "../question/assumed-mark";
import { QuestionList } from "../question/question-list";
import { StateSentence } from "../sentence/state-sentence";
import { Chip } from "../ui/chip";
import { Empty } from "../ui/empty";
import { Priority } from "../ui/priority";
import { AnswerMenu } from "./answer-menu";
import { SignalState, type SignalView } from "./signal-card";
import { signalFields } from "./signal-fields";
import { Themes } from "./themes";

type Board = Schemas["SignalBoard"];

/** All signals of an account: those that wait, those that were answered, and early warning. */
export default function BoardPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/signals" });
  const [form, open] = useEntityForm();
  const [shown, setShown] = useState("waiting");
  const [all, setAll] = useState(false);
  useLive(account);
  const query = useQuery({
    queryKey: ["account", account, "signals", all],
    placeholderData: keepPreviousData,
    queryFn: () =>
      data(
        api.GET("/api/v1/accounts/{account}/signal-board", {
          params: { path: { account }, query: { all } },
        }),
      ),
  });
  if (!query.data) return <Loading />;
  const board = query.data;
  const states = ["waiting", "answered", "watched", "dismissed"] as const;
  const fits = (view: SignalView, state: string) =>
    state === "waiting" ? view.waits : !view.waits && view.signal.state === state;
  const signals = board.signals.filter((view) => fits(view, shown));
  const told = (state: string) => board.signals.filter((view) => fits(view, state)).length;
  // Of those that are done the newest are told, and how many there are.
  const count = (state: string) =>
    state === "answered" || state === "dismissed" ? board[state] : told(state);
  return (
    <AccountPage account={board.account}>
      <SignalTabs account={account} />
      <div className="row">
        <PageTitle of={board.account.name} grow>
          {t("inbox.title")}
        </PageTitle>
        <Contributors>
          <LinkButton to="/capture" search={{ account }}>
            {t("capture.title")}
          </LinkButton>
        </Contributors>
      </div>
      <StateSentence sentence={board.sentence} />
      <div className="scroll">
        <SegmentedControl
          aria-label={t("signal.shown")}
          value={shown}
          onChange={setShown}
          data={states.map((value) => ({
            value,
            label: `${t(`signal.group.${value}`)} (${count(value)})`,
          }))}
        />
      </div>
      <div className="cockpit">
        <div className="stack">
          {signals.length === 0 && (
            <Empty
              icon={<IconAntennaBars5 />}
              title={t(board.signals.length === 0 ? "signal.empty" : "signal.noneHere")}
            >
              {board.signals.length === 0 && t("signal.ask")}
            </Empty>
          )}
          {signals.map((view) => (
            <SignalArticle key={view.signal.id} view={view} board={board} open={open} />
          ))}
          {count(shown) > signals.length && (
            <Button variant="default" loading={query.isFetching} onClick={() => setAll(true)}>
              {t("loadMore")}
            </Button>
          )}
        </div>
        <aside className="aside">
          <Themes themes={board.themes} />
          <EarlyWarning board={board} />
        </aside>
      </div>
      {form}
    </AccountPage>
  );
}

function SignalArticle({ view, board, open }: { view: SignalView; board: Board; open: OpenForm }) {
  const { t } = useTranslation();
  const { signal } = view;
  const titleOf = (id: string) => board.signals.find((one) => one.signal.id === id)?.signal.title;
  const merging = useSend(
    (other: string) =>
      data(
        api.POST("/api/v1/signals/{id}/merge", {
          params: { path: { id: other } },
          body: { into: signal.id },
        }),
      ),
    { refreshes: [ofAccounts] },
  );
  return (
    <article className="card stack" id={signal.id} aria-label={signal.title} tabIndex={-1}>
      <div className="row">
        <Priority value={view.priority} />
        <button
          type="button"
          className="plain grow"
          onClick={() =>
            open({
              title: t("signal.assess"),
              collection: "/signals",
              fields: signalFields,
              entity: signal,
            })
          }
        >
          <b>{signal.title}</b> <AssumedMark account={signal.account} id={signal.id} />
          <div>
            <SignalState view={view} />
          </div>
        </button>
        <AnswerMenu signal={signal} />
      </div>
      {signal.detail && <p className="prose">{signal.detail}</p>}
      {signal.evidence.map((link) => (
        <Evidence key={link} link={link} />
      ))}
      <p className="muted">
        {[
          t(`choice.SignalSource.${signal.source}`),
          t("signal.observed", { date: formatDate(signal.observedOn) }),
          nameOf(board.people, signal.recordedBy),
          signal.actBy && t("signal.actBy", { date: formatDate(signal.actBy) }),
          signal.watchUntil && t("signal.watchedUntil", { date: formatDate(signal.watchUntil) }),
          signal.marketSignal && t("market.one"),
          ...signal.tags.map((tag) => `#${tag}`),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {view.similar.map((other) => (
        <div key={other} className="hints row">
          <span className="grow">{t("signal.similar", { title: titleOf(other) })}</span>
          <WriteButton size="compact-sm" variant="default" onClick={() => merging.send(other)}>
            {t("signal.merge")}
          </WriteButton>
        </div>
      ))}
      {view.responses.length > 0 && (
        <ul className="list">
          {view.responses.map((response) => (
            <li key={response.id}>
              <Chip>{t(`choice.ResponseKind.${response.kind}`)}</Chip>{" "}
              {response.kind === "key_result" && response.target ? (
                <Link to="/key-results/$keyResult" params={{ keyResult: response.target }}>
                  {board.targets.find(({ id }) => id === response.target)?.name}
                </Link>
              ) : response.kind === "meeting" && response.target ? (
                <Link to="/meetings/$meeting" params={{ meeting: response.target }}>
                  {t("meeting.open")}
                </Link>
              ) : (
                board.targets.find(({ id }) => id === response.target)?.name
              )}{" "}
              <span className="muted">
                {response.reason} · {nameOf(board.people, response.decidedBy)} ·{" "}
                {formatDate(response.createdAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}

/** What to ask whom to hear of changes early, and whom nobody has spoken to for long. */
function EarlyWarning({ board }: { board: Board }) {
  const { t } = useTranslation();
  const account = board.account.id;
  return (
    <>
      <section className="card" aria-label={t("warning.title")}>
        <div className="head">
          <h2 className="small">{t("warning.title")}</h2>
          <Link className="muted" to="/accounts/$account/questions" params={{ account }}>
            {t("all")}
          </Link>
        </div>
        <QuestionList
          account={account}
          questions={board.questions}
          contacts={board.contacts}
          people={board.people}
        />
      </section>
      {board.quiet.length > 0 && (
        <section className="card">
          <h2 className="small">{t("warning.quiet")}</h2>
          <ul>
            {board.quiet.map((contact) => (
              <li key={contact.id} className="row">
                <span className="grow">{contact.name}</span>
                <span className="muted">
                  {contact.days === null
                    ? t("warning.neverMet")
                    : t("warning.silent", { count: contact.days })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
