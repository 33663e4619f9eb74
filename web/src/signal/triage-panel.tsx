import { ActionIcon, Button, Drawer, Menu, SegmentedControl } from "@mantine/core";
import {
  IconArrowRight,
  IconArrowUp,
  IconBulb,
  IconCheck,
  IconChevronDown,
  IconChevronRight,
  IconChevronUp,
  IconPencil,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Fragment, type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { archive, change } from "../api/entity";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { inTurn } from "../app/in-turn";
import { useMay } from "../app/may";
import { nameOf } from "../entity/named";
import { sayDone } from "../entity/undo";
import { useEntityForm } from "../entity/use-entity-form";
import { Evidence } from "../media/evidence";
import { formatNearDay } from "../my_work/day-words";
import { AssumedMark } from "../question/assumed-mark";
import { Chip } from "../ui/chip";
import { toast } from "../ui/toast";
import { ImpactField } from "./impact-field";
import { Target } from "./signal-board";
import type { SignalView } from "./signal-card";
import { natures, signalFields } from "./signal-fields";
import styles from "./signals.module.css";
import { type AnswerWay, useAnswers } from "./use-answers";
import type { Triage } from "./use-triage";

interface Props {
  /** In the order of the page. */
  views: SignalView[];
  triage: Triage;
  /** What names people and answers, where the page knows. */
  board?: Schemas["SignalBoard"];
  accountName?: string;
}

/**
 * One signal after the other: what it is, how grave, what we answer. Beside the list where there is room, else
 * over it. Once answered, the next one that waits is shown.
 */
export function TriagePanel({ views, triage, board, accountName }: Props) {
  const { t } = useTranslation();
  const arriving = useRef(false);
  const { chosen: view, choose } = triage;
  const at = views.findIndex(({ signal }) => signal.id === view?.signal.id);
  const step = (by: number) => choose(views[at + by]?.signal.id);
  const onAnswered = () => {
    const waiting = views.filter(({ waits }) => waits);
    const answered = waiting.findIndex(({ signal }) => signal.id === view?.signal.id);
    const next = waiting[answered + 1] ?? waiting[answered - 1];
    if (!next) {
      if (!triage.beside) choose(undefined);
      return;
    }
    arriving.current = true;
    choose(next.signal.id);
  };
  const content = view && (
    <>
      <div className={styles.panelHead}>
        <Steps view={view} />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("signal.previous")}
          disabled={at <= 0}
          onClick={() => step(-1)}
        >
          <IconChevronUp size={18} stroke={1.75} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("signal.next")}
          disabled={at < 0 || at === views.length - 1}
          onClick={() => step(1)}
        >
          <IconChevronDown size={18} stroke={1.75} />
        </ActionIcon>
      </div>
      <OneSignal
        key={view.signal.id}
        view={view}
        views={views}
        board={board}
        accountName={accountName}
        arriving={arriving}
        onAnswered={onAnswered}
      />
    </>
  );
  if (triage.beside)
    return content ? (
      <aside className={styles.panel} aria-label={t("signal.panel")}>
        {content}
      </aside>
    ) : null;
  return (
    <Drawer
      opened={view !== undefined}
      onClose={() => {
        // Esc is heard by a form that lies over it, too.
        if (document.querySelectorAll("[role=dialog][aria-modal=true]").length < 2)
          choose(undefined);
      }}
      position="right"
      size="min(100%, 460px)"
      title={t("signal.panel")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {content}
    </Drawer>
  );
}

/** How far it is: recorded, assessed, answered. */
function Steps({ view }: { view: SignalView }) {
  const { t } = useTranslation();
  const { state } = view.signal;
  const done = { recorded: true, assess: state !== "new", answer: !view.waits };
  const now = view.waits ? (state === "new" ? "assess" : "answer") : undefined;
  return (
    <p className={styles.steps}>
      {(["recorded", "assess", "answer"] as const).map((step, index) => (
        <span key={step} aria-current={step === now ? "step" : undefined}>
          {index > 0 && " · "}
          {step === now ? <b>{t(`signal.step.${step}`)}</b> : t(`signal.step.${step}`)}
          {step !== now && done[step] && (
            <IconCheck size={14} stroke={2} role="img" aria-label={t("signal.stepDone")} />
          )}
        </span>
      ))}
    </p>
  );
}

function OneSignal({
  view,
  views,
  board,
  accountName,
  arriving,
  onAnswered,
}: Omit<Props, "triage"> & {
  view: SignalView;
  arriving: RefObject<boolean>;
  onAnswered: () => void;
}) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const heading = useRef<HTMLHeadingElement>(null);
  const [form, open] = useEntityForm();
  const { signal } = view;
  useEffect(() => {
    if (!arriving.current) return;
    arriving.current = false;
    // The panel begins anew; the page stays where it is.
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [arriving]);
  return (
    <div className={styles.one}>
      <div>
        {accountName && <p className={styles.facts}>{accountName}</p>}
        <h2 ref={heading} tabIndex={-1}>
          {signal.title}
        </h2>
        <p className={styles.facts}>
          {[
            t(`choice.SignalSource.${signal.source}`),
            signal.theme !== "other" && t(`choice.SignalTheme.${signal.theme}`),
            signal.observedOn && t("signal.observed", { date: formatNearDay(signal.observedOn) }),
            board
              ? t("signal.recordedBy", {
                  name: nameOf(board.people, signal.recordedBy),
                  date: formatDate(signal.createdAt),
                })
              : t("signal.recordedOn", { date: formatDate(signal.createdAt) }),
            signal.actBy && t("signal.actBy", { date: formatDate(signal.actBy) }),
            signal.watchUntil && t("signal.watchedUntil", { date: formatDate(signal.watchUntil) }),
            signal.marketSignal && t("market.one"),
          ]
            .filter(Boolean)
            .join(" · ")}{" "}
          <AssumedMark account={signal.account} id={signal.id} />
        </p>
        {signal.tags.length > 0 && (
          <p className={styles.tags}>
            {signal.tags.map((tag) => (
              <Link
                key={tag}
                to="/accounts/$account/signals"
                params={{ account: signal.account }}
                search={{ tag }}
                hash={signal.id}
              >
                #{tag}
              </Link>
            ))}
          </p>
        )}
        {signal.detail && <p className={`prose ${styles.detail}`}>{signal.detail}</p>}
        {signal.evidence.map((link) => (
          <Evidence key={link} link={link} />
        ))}
        {contribute && (
          <Button
            mt={8}
            variant="default"
            size="xs"
            leftSection={<IconPencil size={16} stroke={1.75} />}
            onClick={() =>
              open({
                title: t("signal.edit"),
                collection: "/signals",
                fields: signalFields,
                entity: signal,
              })
            }
          >
            {t("edit")}
          </Button>
        )}
      </div>
      <Assessment view={view} />
      {contribute && <Answers view={view} onAnswered={onAnswered} />}
      <Similar view={view} views={views} />
      <Given view={view} board={board} />
      {form}
    </div>
  );
}

/** Opportunity or threat, how grave and how likely: each one press. */
function Assessment({ view }: { view: SignalView }) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const { signal, priority } = view;
  const latest = useRef(signal);
  if (signal.version > latest.current.version) latest.current = signal;
  const [turn] = useState(inTurn);
  // What was pressed stands at once; two presses follow one another.
  const [pressed, setPressed] = useState<Partial<Schemas["Signal"]>>({});
  const assessing = useSend(
    (body: Partial<Schemas["Signal"]>) =>
      turn(async () => {
        latest.current = (await change(
          "/signals",
          latest.current,
          body,
        )) as unknown as Schemas["Signal"];
      }),
    { refreshes: [ofAccounts] },
  );
  const assess = async (body: Partial<Schemas["Signal"]>) => {
    const { nature, impact, likelihood } = latest.current;
    setPressed((now) => ({ ...now, ...body }));
    try {
      await assessing.send(body);
      sayDone(`assessed-${signal.id}`, t("signal.said.assess", { title: signal.title }), () =>
        assessing.send({ nature, impact, likelihood }),
      );
    } finally {
      setPressed({});
    }
  };
  const shown = { ...view, signal: { ...signal, ...pressed } };
  const label = t("signal.forUs");
  return (
    <>
      {contribute && (
        <div>
          <p className={styles.label}>{label}</p>
          <SegmentedControl
            aria-label={label}
            value={shown.signal.nature ?? ""}
            onChange={(value) => {
              const nature = natures.find((one) => one === value);
              if (nature) assess({ nature });
            }}
            data={natures.map((value) => ({ value, label: t(`choice.SignalNature.${value}`) }))}
          />
        </div>
      )}
      <div className={styles.assess}>
        {contribute && (
          <>
            <p className={styles.label}>
              {t("field.impactShort")} <IconArrowUp size={14} stroke={2} aria-hidden="true" />{" "}
              {t("field.likelihoodShort")}{" "}
              <IconArrowRight size={14} stroke={2} aria-hidden="true" />
            </p>
            <ImpactField
              view={shown}
              onChoose={(impact, likelihood) => assess({ impact, likelihood })}
            />
          </>
        )}
        <div className={styles.priority} data-band={priority?.band}>
          <p className={styles.label}>{t("signal.priorityName")}</p>
          <p>
            <b>{priority?.score ?? "–"}</b>
            {priority ? t(`choice.Band.${priority.band}`) : t("signal.notAssessed")}
          </p>
          {!contribute && signal.nature && <p>{t(`choice.SignalNature.${signal.nature}`)}</p>}
          {view.answerBy && (
            <p className={view.overdue ? styles.late : styles.facts}>
              {t("signal.answerBy", { date: formatNearDay(view.answerBy) })}
            </p>
          )}
        </div>
      </div>
    </>
  );
}

/** What we make of it: six ways, each with what it asks for. */
function Answers({ view, onAnswered }: { view: SignalView; onAnswered: () => void }) {
  const { t } = useTranslation();
  const { ways, form } = useAnswers(view.signal, onAnswered);
  return (
    <div>
      <p className={styles.label}>{t(view.waits ? "signal.yourAnswer" : "signal.otherAnswer")}</p>
      <ul className={styles.ways}>
        {ways.map((way) => (
          <li key={way.name}>
            {way.choices ? (
              <Menu position="bottom-end" width="target">
                <Menu.Target>
                  <Way way={way} />
                </Menu.Target>
                <Menu.Dropdown mah={360} style={{ overflowY: "auto" }}>
                  {way.choices.map(({ part, of }) => (
                    <Fragment key={part ?? way.name}>
                      {part && <Menu.Label>{part}</Menu.Label>}
                      {of.map(({ id, title, act }) => (
                        <Menu.Item key={id} onClick={act}>
                          {title}
                        </Menu.Item>
                      ))}
                    </Fragment>
                  ))}
                </Menu.Dropdown>
              </Menu>
            ) : (
              <Way way={way} onClick={way.act} />
            )}
          </li>
        ))}
      </ul>
      {form}
    </div>
  );
}

function Way({
  way: { name, icon: Icon },
  ...button
}: { way: AnswerWay } & React.ComponentPropsWithRef<"button">) {
  const { t } = useTranslation();
  return (
    <button type="button" {...button} className={styles.way}>
      <Icon size={18} stroke={1.75} aria-hidden="true" />
      <span>
        <b>{t(`signal.way.${name}`)}</b>
        <small>{t(`signal.wayHint.${name}`)}</small>
      </span>
      <IconChevronRight size={16} stroke={1.75} aria-hidden="true" />
    </button>
  );
}

/** Others that may be about the same; what they say is put together. */
function Similar({ view, views }: { view: SignalView; views: SignalView[] }) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const merging = useSend(
    (other: Schemas["Signal"]) =>
      data(
        api.POST("/api/v1/signals/{id}/merge", {
          params: { path: { id: other.id } },
          body: { into: view.signal.id },
        }),
      ),
    {
      refreshes: [ofAccounts],
      onSent: (_, { title }) => toast({ message: t("signal.said.merge", { title }) }),
    },
  );
  const similar = views.filter(({ signal }) => view.similar.includes(signal.id));
  return similar.map(({ signal }) => (
    <div key={signal.id} className={styles.similar}>
      <IconBulb size={18} stroke={1.75} aria-hidden="true" />
      <span>{t("signal.similar", { title: signal.title })}</span>
      {contribute && (
        <Button size="compact-sm" variant="default" onClick={() => merging.send(signal)}>
          {t("signal.merge")}
        </Button>
      )}
    </div>
  ));
}

/** What was answered so far; each can be taken back, what came of it stays. */
function Given({ view, board }: Pick<Props, "board"> & { view: SignalView }) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const takingBack = useSend(
    (response: SignalView["responses"][number]) => archive("/responses", response),
    {
      refreshes: [ofAccounts],
      onSent: () => toast({ message: t("signal.takenBack", { title: view.signal.title }) }),
    },
  );
  if (view.responses.length === 0) return null;
  return (
    <div>
      <p className={styles.label}>{t("signal.given")}</p>
      <ul className="list">
        {view.responses.map((response) => (
          <li key={response.id}>
            <Chip>{t(`choice.ResponseKind.${response.kind}`)}</Chip>{" "}
            {board && response.target && <Target response={response} board={board} />}{" "}
            <span className={styles.facts}>
              {[
                response.reason,
                board && nameOf(board.people, response.decidedBy),
                formatDate(response.createdAt),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>{" "}
            {contribute && response.kind !== "meeting" && (
              <Button
                size="compact-sm"
                variant="subtle"
                loading={takingBack.pending}
                onClick={() => takingBack.send(response)}
              >
                {t("signal.takeBack")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
