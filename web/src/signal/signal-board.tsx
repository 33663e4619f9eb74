import { IconCornerDownRight, IconEye } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate } from "../app/format";
import { nameOf } from "../entity/named";
import { AssumedMark } from "../question/assumed-mark";
import { Priority } from "../ui/priority";
import type { SignalView } from "./signal-card";
import { SignalTitle } from "./signal-list";
import { isIn, type states } from "./signal-search";
import styles from "./signals.module.css";
import type { Triage } from "./use-triage";

type State = (typeof states)[number];

interface Props {
  board: Schemas["SignalBoard"];
  views: SignalView[];
  count: (state: State) => number;
  triage: Triage;
}

/** Signals by what became of them: who waits, what was answered, what is watched or dismissed. */
export function SignalBoard({ board, views, count, triage }: Props) {
  const { t } = useTranslation();
  const cards = (state: State) =>
    views
      .filter((view) => isIn(view, state))
      .map((view) => <Card key={view.signal.id} view={view} board={board} triage={triage} />);
  const column = (state: State, more?: React.ReactNode) => {
    const shown = cards(state);
    const name = t(`signal.group.${state}`);
    return (
      <section className={styles.column} aria-label={name}>
        <h2>
          {name}{" "}
          <b data-tone={state === "waiting" && shown.length > 0 ? "bad" : undefined}>
            {count(state)}
          </b>
        </h2>
        {shown.length === 0 && <p className={styles.none}>{t("signal.noneHere")}</p>}
        {shown}
        {more}
      </section>
    );
  };
  const dismissed = cards("dismissed");
  return (
    <div className={styles.board}>
      {column("waiting")}
      {column("answered")}
      {column(
        "watched",
        dismissed.length > 0 && (
          <details className={styles.dismissed}>
            <summary>
              {t("signal.group.dismissed")} ({count("dismissed")})
            </summary>
            {dismissed}
          </details>
        ),
      )}
    </div>
  );
}

function Card({
  view,
  board,
  triage,
}: {
  view: SignalView;
  board: Schemas["SignalBoard"];
  triage: Triage;
}) {
  const { t } = useTranslation();
  const { signal } = view;
  return (
    <article
      className={styles.card}
      aria-label={signal.title}
      data-chosen={(triage.beside && triage.chosen?.signal.id === signal.id) || undefined}
    >
      <div className={styles.cardHead}>
        <Priority value={view.priority} />
        <span>
          {[
            signal.nature && t(`choice.SignalNature.${signal.nature}`),
            t(`choice.SignalTheme.${signal.theme}`),
          ]
            .filter(Boolean)
            .join(" · ")}
          <br />
          {t(`choice.SignalSource.${signal.source}`)}, {nameOf(board.people, signal.recordedBy)}
        </span>
      </div>
      <SignalTitle view={view} triage={triage} />{" "}
      <AssumedMark account={signal.account} id={signal.id} />
      <p className={styles.cardState}>
        {view.waits ? (
          <span className={view.overdue ? styles.late : undefined}>
            {t(view.overdue ? "signal.overdueSince" : "signal.since", { count: view.days })}
          </span>
        ) : signal.state === "watched" ? (
          <>
            <IconEye size={16} stroke={1.75} aria-hidden="true" />
            {t("signal.backOn", { date: formatDate(signal.watchUntil) })}
          </>
        ) : (
          <Outcome view={view} board={board} />
        )}
      </p>
    </article>
  );
}

/** What a signal was answered with, and how soon. */
function Outcome({ view, board }: { view: SignalView; board: Schemas["SignalBoard"] }) {
  const { t } = useTranslation();
  const last = view.responses[view.responses.length - 1];
  const after =
    view.responseDays !== null && t("signal.after", { count: Math.round(view.responseDays) });
  return (
    <>
      <IconCornerDownRight size={16} stroke={1.75} aria-hidden="true" />
      <span>
        {last?.kind === "dismiss" ? last.reason : last && <Target response={last} board={board} />}{" "}
        {after}
      </span>
    </>
  );
}

/** What an answer leads to, as a link where that has a page. */
export function Target({
  response: { kind, target },
  board,
}: {
  response: Schemas["Response"];
  board: Pick<Schemas["SignalBoard"], "targets" | "account">;
}) {
  const { t } = useTranslation();
  const name = board.targets.find(({ id }) => id === target)?.name;
  const way = t(`choice.ResponseKind.${kind}`);
  if (!target) return <>{way}</>;
  if (kind === "key_result")
    return (
      <Link className={styles.link} to="/key-results/$keyResult" params={{ keyResult: target }}>
        {name ?? way}
      </Link>
    );
  if (kind === "meeting")
    return (
      <Link className={styles.link} to="/meetings/$meeting" params={{ meeting: target }}>
        {way}
      </Link>
    );
  if (kind === "objective")
    return (
      <Link
        className={styles.link}
        to="/accounts/$account"
        params={{ account: board.account.id }}
        hash={target}
      >
        {name ?? way}
      </Link>
    );
  return <>{name ? `${way}: ${name}` : way}</>;
}
