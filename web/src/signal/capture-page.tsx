import { Alert, Button, Select, Textarea } from "@mantine/core";
import {
  IconArrowsUpDown,
  IconTrendingDown,
  IconTrendingUp,
  IconWifiOff,
} from "@tabler/icons-react";
import { onlineManager, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useRef, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { contributedQuery } from "../account/contributed-query";
import { ApiProblem, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { PageTitle } from "../app/page-title";
import { todayOf, useSession } from "../app/session";
import { Loading } from "../app/shell";
import { oneLine, optionsOf } from "../entity/fields";
import { LinksInput } from "../entity/links-input";
import { useProblemText } from "../entity/problem-text";
import { isUnreadable, type NumberEntry, NumberField, notANumber } from "../number/number-field";
import { keptNotice, sendOrKeep, type Writer } from "../outbox/outbox";
import { ChoiceChips } from "../ui/choice-chips";
import { DayInput } from "../ui/day-input";
import { isDay, notADay } from "../ui/read-day";
import { toast } from "../ui/toast";
import { useUnsaved } from "../unsaved/unsaved";
import styles from "./capture.module.css";
import { natures, sources, themes } from "./signal-fields";
import { SimilarSignals } from "./similar-signals";

const lastAccount = "takt-capture-account";

/** So many customers have a chip each; more are a list to search in. */
const fewAccounts = 5;

const icons = {
  opportunity: <IconTrendingUp size={16} stroke={1.75} aria-hidden="true" />,
  threat: <IconTrendingDown size={16} stroke={1.75} aria-hidden="true" />,
  both: <IconArrowsUpDown size={16} stroke={1.75} aria-hidden="true" />,
};

type Numbers = Record<"impact" | "likelihood", NumberEntry>;
type Draft = Partial<Omit<Schemas["SignalInput"], keyof Numbers> & Numbers>;

const unreadable = (name: keyof Draft, why: typeof notANumber) =>
  new ApiProblem(422, "invalid", "", [{ pointer: `/${name}`, ...why }]);

/** A signal in ten seconds: what happened, at which customer. The rest follows when there is time. */
export default function CapturePage() {
  const { t } = useTranslation();
  const shared = useSearch({ from: "/capture" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const session = useSession();
  const user = session?.user;
  const today = todayOf(session);
  const accounts = useQuery(contributedQuery);
  const [id, setId] = useState(() => newId());
  const [account, setAccount] = useState<string | null>(
    shared.account ?? localStorage.getItem(lastAccount),
  );
  const [title, setTitle] = useState([shared.title, shared.text].filter(Boolean).join(": "));
  const [more, setMore] = useState<Draft>(shared.url ? { evidence: [shared.url] } : {});
  const capturing = useSend(async ({ writer, account }: { writer: Writer; account: string }) => {
    const { impact, likelihood, ...rest } = more;
    if (isUnreadable(impact)) throw unreadable("impact", notANumber);
    if (isUnreadable(likelihood)) throw unreadable("likelihood", notANumber);
    if (rest.actBy && !isDay(rest.actBy)) throw unreadable("actBy", notADay);
    if (rest.observedOn && !isDay(rest.observedOn)) throw unreadable("observedOn", notADay);
    const observedOn = rest.observedOn || today || undefined;
    const body = { ...rest, impact, likelihood, title: oneLine(title), id, observedOn };
    return sendOrKeep(writer, `/accounts/${account}/signals`, body, title);
  });
  const { problem } = capturing;
  const wrong = problem?.fields[0];
  // What stands there when a save ends: more may have been typed by then.
  const latest = useRef({ title, more });
  latest.current = { title, more };
  const text = useRef<HTMLTextAreaElement>(null);
  const online = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
  useUnsaved(title.trim() !== "" || Object.keys(more).length > (shared.url ? 1 : 0));
  if (!accounts.data) return <Loading />;
  const lines = accounts.data;
  const chosen = lines.some(({ id }) => id === account) ? account : (lines[0]?.id ?? null);
  const put = (change: Draft) => setMore((now) => ({ ...now, ...change }));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!chosen || !user) return;
    localStorage.setItem(lastAccount, chosen);
    const taken = await capturing.submit({ writer: user, account: chosen });
    if (!taken) return;
    const how = taken.answer;
    toast(
      how === "sent"
        ? { message: t("capture.sent") }
        : { id: keptNotice, kind: "waits", message: t("capture.kept") },
    );
    setId(newId());
    const wroteOn = latest.current.title !== title || latest.current.more !== more;
    if (!wroteOn) {
      setTitle("");
      setMore({});
      text.current?.focus();
    }
    await queries.invalidateQueries({ queryKey: ["account", chosen] });
    if (how !== "sent" || wroteOn) return;
    // Back among the signals of the account that one came from.
    if (shared.account)
      await navigate({ to: "/accounts/$account/signals", params: { account: chosen }, hash: id });
    else await navigate({ to: "/signals" });
  };

  return (
    <div className="page reading">
      <PageTitle>{t("capture.title")}</PageTitle>
      <form className={styles.form} noValidate onSubmit={save}>
        {problem && (
          <Alert color="red" role="alert">
            {problemText(wrong?.code ?? problem.code, wrong?.detail ?? problem.message)}
          </Alert>
        )}
        <Textarea
          autoFocus
          ref={text}
          label={t("capture.what")}
          autosize
          minRows={2}
          size="md"
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        {lines.length > fewAccounts ? (
          <Select
            label={t("capture.account")}
            size="md"
            allowDeselect={false}
            searchable
            limit={100}
            data={optionsOf(lines)}
            value={chosen}
            onChange={setAccount}
          />
        ) : (
          lines.length > 0 && (
            <ChoiceChips
              label={t("capture.account")}
              choices={optionsOf(lines)}
              value={chosen}
              onChange={(account) => setAccount(account ?? null)}
            />
          )
        )}
        {lines.length === 0 && <p className="muted">{t("capture.nowhere")}</p>}
        <ChoiceChips
          optional
          label={t("signal.forUs")}
          choices={natures.map((value) => ({
            value,
            label: t(`choice.SignalNature.${value}`),
            icon: icons[value],
          }))}
          value={more.nature}
          onChange={(nature) => put({ nature })}
        />
        {chosen && <SimilarSignals account={chosen} title={title} />}
        <details>
          <summary>{t("capture.more")}</summary>
          <div className={styles.more}>
            <DayInput
              label={t("field.observedOn")}
              max={today}
              value={more.observedOn ?? today}
              onChange={(observedOn) => put({ observedOn })}
            />
            <div className="row">
              {(["impact", "likelihood"] as const).map((name) => (
                <NumberField
                  key={name}
                  label={t(`field.${name}`)}
                  min={1}
                  max={5}
                  w={170}
                  value={more[name]}
                  onChange={(value) => put({ [name]: value })}
                />
              ))}
              <DayInput
                label={t("field.actBy")}
                value={more.actBy}
                onChange={(actBy) => put({ actBy })}
              />
            </div>
            <Select
              label={t("field.theme")}
              data={themes.map((value) => ({ value, label: t(`choice.SignalTheme.${value}`) }))}
              value={more.theme ?? "other"}
              onChange={(value) => put({ theme: themes.find((one) => one === value) })}
            />
            <Select
              label={t("field.source")}
              data={sources.map((value) => ({ value, label: t(`choice.SignalSource.${value}`) }))}
              value={more.source ?? "conversation"}
              onChange={(value) => put({ source: sources.find((one) => one === value) })}
            />
            <Textarea
              label={t("field.detail")}
              autosize
              value={more.detail ?? ""}
              onChange={(event) => put({ detail: event.currentTarget.value })}
            />
            <LinksInput
              label={t("field.evidence")}
              value={more.evidence ?? []}
              onChange={(evidence) => put({ evidence })}
            />
          </div>
        </details>
        <footer className={styles.foot}>
          {!online && (
            <p className={styles.offline} role="status">
              <IconWifiOff size={16} stroke={1.75} aria-hidden="true" />
              {t("capture.offline")}
            </p>
          )}
          <Button type="submit" size="md" fullWidth disabled={!chosen || title.trim() === ""}>
            {t("capture.save")}
          </Button>
        </footer>
      </form>
    </div>
  );
}
