import { Button, SegmentedControl, Select } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, asSeen, data, type Schemas } from "../api/client";
import { LinkButton } from "../app/link-button";
import { PageTitle } from "../app/page-title";
import { useSession, useToday } from "../app/session";
import { Loading } from "../app/shell";
import { CheckInForm } from "../check_in/lazy-check-in";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { useUndoable } from "../entity/undo";
import { useFrame } from "../frame/frame-context";
import { keyResultPageQuery } from "../key_result/key-result-query";
import { ownSentenceQuery } from "../sentence/own-sentence";
import { StateSentence } from "../sentence/state-sentence";
import { Empty } from "../ui/empty";
import { Section } from "../ui/section";
import { Awaiting } from "./awaited";
import { Beside } from "./beside";
import { dayPart, firstName, formatLongDay, formatNearDay } from "./day-words";
import { DutyRow } from "./duty-row";
import styles from "./my-work.module.css";
import { type Duty, groupsOf, type MyWork, myWorkQuery, ofAccount } from "./my-work-query";
import { OwnKeyResults } from "./own-key-results";
import { Unminded } from "./unminded";

/** What I owe, what is longest beyond its day first, each one press away from being done. */
export default function MyWorkPage() {
  const { t } = useTranslation();
  const today = useToday();
  const queries = useQueryClient();
  const { account } = useSearch({ from: "/my-work" });
  const [checkIn, setCheckIn] = useState<Schemas["KeyResultPage"]>();
  const query = useQuery(myWorkQuery);
  const finishing = useUndoable(
    (duty: Duty) =>
      data(api.PATCH("/api/v1/actions/{id}", { params: asSeen(duty), body: { doneOn: today } })),
    (now) =>
      data(api.PATCH("/api/v1/actions/{id}", { params: asSeen(now), body: { doneOn: null } })),
    t("myWork.done"),
  );
  const sentence = useQuery(ownSentenceQuery);
  // How many lines it takes nobody knows before: what stands below it would be pushed down.
  if (!query.data || sentence.isPending) return <Loading />;
  const { accounts } = query.data;
  const shown = accounts.some(({ id }) => id === account) ? account : undefined;
  const work = ofAccount(query.data, shown);
  const { late, week, later, unminded } = groupsOf(work.duties);
  const writes = (id: string) => accounts.some((one) => one.id === id && one.writes);
  const openCheckIn = async (keyResult: string) =>
    setCheckIn(await queries.fetchQuery(keyResultPageQuery(keyResult)));
  const rows = (duties: Duty[]) => (
    <ul className={styles.rows}>
      {duties.map((duty) => (
        <DutyRow
          key={`${duty.kind} ${duty.id}`}
          duty={duty}
          first={duty === late[0]}
          writes={writes(duty.account)}
          onCheckIn={openCheckIn}
          onDone={(action) => finishing.send(action)}
        />
      ))}
    </ul>
  );
  return (
    <div className="page">
      <div className={styles.head}>
        <div className={styles.greeting}>
          <Greeting />
          <p className={styles.lede}>{formatLongDay(work.today)}.</p>
          <StateSentence sentence={sentence.data} />
        </div>
        <Filter accounts={accounts} shown={shown} />
      </div>
      <div className={styles.split}>
        <div className={styles.groups} data-one={!!shown || accounts.length < 2 || undefined}>
          {work.duties.length === 0 && <NothingOpen work={work} all={!shown} />}
          {late.length > 0 && (
            <Section title={t("myWork.late")} count={late.length} tone="bad">
              {rows(late)}
            </Section>
          )}
          {week.length > 0 && (
            <Section title={t("myWork.week")} count={week.length}>
              {rows(week)}
            </Section>
          )}
          <OwnKeyResults
            keyResults={work.keyResults}
            today={work.today}
            writes={writes}
            onCheckIn={openCheckIn}
          />
          <Unminded unminded={unminded} />
          <Awaiting awaited={work.awaited} />
          {later.length > 0 && (
            <Section title={t("myWork.later")} count={later.length}>
              {rows(later)}
            </Section>
          )}
        </div>
        <Beside work={work} />
      </div>
      {checkIn && (
        <CheckInForm view={checkIn.view} today={today} onClose={() => setCheckIn(undefined)} />
      )}
    </div>
  );
}

function Greeting() {
  const { t } = useTranslation();
  const name = useSession()?.user?.name;
  return (
    <PageTitle tab={t("nav.myWork")}>
      {name ? t(`myWork.greeting.${dayPart()}`, { name: firstName(name) }) : t("nav.myWork")}
    </PageTitle>
  );
}

const fewAccounts = 4;

/** Whose work is shown, kept in the address. */
function Filter({ accounts, shown }: { accounts: Schemas["OwnAccount"][]; shown?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { phone } = useFrame();
  if (accounts.length < 2) return null;
  const choices = accounts.map(({ id, name }) => ({ value: id, label: name }));
  const choose = (account: string | null) =>
    navigate({ to: "/my-work", search: { account: account || undefined }, replace: true });
  const label = t("myWork.whose");
  return (
    <div className={styles.filter}>
      {accounts.length <= fewAccounts && !phone ? (
        <SegmentedControl
          aria-label={label}
          value={shown ?? ""}
          onChange={choose}
          data={[
            { value: "", label: t("myWork.allAccounts") },
            ...choices.map(({ value, label }) => ({
              value,
              label: <span title={label}>{label}</span>,
            })),
          ]}
        />
      ) : (
        <Select
          aria-label={label}
          placeholder={t("myWork.allAccounts")}
          searchable
          clearable
          clearButtonProps={{ "aria-label": t("myWork.allAccounts") }}
          value={shown ?? null}
          onChange={choose}
          data={choices}
        />
      )}
    </div>
  );
}

/** Of the only account what comes next, where no cycle runs in it yet. */
function PlanCycle({ account }: { account: string }) {
  const { t } = useTranslation();
  const { data: cockpit } = useQuery({ ...cockpitQuery(account), throwOnError: false });
  if (!cockpit || cockpit.cycles.some(({ cycle }) => cycle.state === "active")) return null;
  return (
    <LinkButton variant="default" to="/accounts/$account/cycle" params={{ account }}>
      {t("myWork.planCycle")}
    </LinkButton>
  );
}

/** Nothing is owed: when there will be something, or where to begin. */
function NothingOpen({ work, all }: { work: MyWork; all: boolean }) {
  const { t } = useTranslation();
  const [only, ...others] = work.accounts;
  return (
    <Empty
      icon={<IconCheck />}
      title={t("myWork.empty")}
      action={
        !only ? (
          <Button component={Link} to="/accounts" variant="default">
            {t("nav.accounts")}
          </Button>
        ) : (
          others.length === 0 && only.writes && <PlanCycle account={only.id} />
        )
      }
    >
      {work.accounts.length === 0
        ? t("myWork.noAccount")
        : all && work.nextDue && t("myWork.nextDue", { date: formatNearDay(work.nextDue) })}
    </Empty>
  );
}
