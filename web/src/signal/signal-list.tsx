import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AssumedMark } from "../question/assumed-mark";
import { Priority } from "../ui/priority";
import { ResponseLine, ResponseWords, type Scale } from "./response-line";
import type { SignalView } from "./signal-card";
import styles from "./signals.module.css";
import type { Triage } from "./use-triage";

/** The title of a signal, which opens it; all of what stands around it leads there, too. */
export function SignalTitle({
  view: { signal },
  triage,
  unnamed = false,
}: {
  view: SignalView;
  triage: Triage;
  /** It stands on the page a second time, in one line: the address and the keys lead to the other one. */
  unnamed?: boolean;
}) {
  return (
    <button
      type="button"
      className={styles.title}
      title={unnamed ? signal.title : undefined}
      id={unnamed ? undefined : signal.id}
      data-signal={unnamed ? undefined : signal.id}
      aria-current={triage.beside && triage.chosen?.signal.id === signal.id ? "true" : undefined}
      onClick={() => triage.choose(signal.id)}
    >
      {signal.title}
    </button>
  );
}

/** What a signal is about, in one line. */
export function SignalFacts({
  view: { signal },
  children,
}: {
  view: SignalView;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const facts = [
    signal.nature && t(`choice.SignalNature.${signal.nature}`),
    signal.theme !== "other" && t(`choice.SignalTheme.${signal.theme}`),
    t(`choice.SignalSource.${signal.source}`),
    ...signal.tags.map((tag) => `#${tag}`),
  ];
  return (
    <span className={styles.facts}>
      {children}
      {facts.filter(Boolean).join(" · ")}
    </span>
  );
}

interface Props {
  views: SignalView[];
  scale: Scale;
  triage: Triage;
  /** Whose signal it is, where that is not plain. */
  accountOf?: (view: SignalView) => string;
}

/** Signals one below the other, each with its line from recorded to answered. */
export function SignalList({ views, scale, triage, accountOf }: Props) {
  return (
    <ul className={styles.lines}>
      {views.map((view) => (
        <li key={view.signal.id} className={styles.row}>
          <Priority value={view.priority} />
          <div className={styles.text}>
            <SignalTitle view={view} triage={triage} />{" "}
            <AssumedMark account={view.signal.account} id={view.signal.id} />
            <SignalFacts view={view}>{accountOf && `${accountOf(view)} · `}</SignalFacts>
          </div>
          <ResponseLine view={view} scale={scale} />
          <ResponseWords view={view} />
        </li>
      ))}
    </ul>
  );
}
