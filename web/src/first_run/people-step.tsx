import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "../app/may";
import { useSession } from "../app/session";
import type { Cockpit } from "../cockpit/cockpit-query";
import { PasteList } from "../paste/paste-list";
import { Section } from "../ui/section";
import { pastedIn, type StepProps } from "./drafts";
import style from "./first-run.module.css";

/** Who works for the customer, where it buys, and what it could buy from us. */
export function PeopleStep({ cockpit, drafts, put }: StepProps<Cockpit>) {
  const { t } = useTranslation();
  const may = useMay();
  const administers = useSession()?.user?.role === "administrator";
  const account = cockpit.account.id;
  const lists = [
    { kind: "team", names: cockpit.team.map(({ person }) => person.name), writes: may.manage },
    { kind: "sites", names: cockpit.sites.map(({ name }) => name), writes: may.contribute },
    { kind: "areas", names: cockpit.productAreas.map(({ name }) => name), writes: may.contribute },
  ] as const;
  return (
    <>
      {lists.map(({ kind, names, writes }) => (
        <Section key={kind} title={t(`settings.${kind}`)} count={names.length}>
          <Names names={names} />
          {writes ? (
            <PasteList
              account={account}
              kind={kind}
              draft={pastedIn(drafts[kind])}
              onDraft={(draft) => put(kind, draft)}
            />
          ) : (
            <p className="muted">
              {t(`firstRun.writtenBy.${kind === "team" ? "manager" : "team"}`)}
            </p>
          )}
          {kind === "team" && administers && (
            <p className="muted">
              {t("firstRun.invite")}{" "}
              <Link className="title-link strong" to="/users">
                {t("nav.users")}
              </Link>
            </p>
          )}
        </Section>
      ))}
    </>
  );
}

const most = 12;

/** What there is already. */
export function Names({ names }: { names: readonly string[] }) {
  const { t } = useTranslation();
  if (names.length === 0) return null;
  return (
    <p className={style.names}>
      {names.slice(0, most).join(" · ")}
      {names.length > most && ` · ${t("firstRun.andMore", { count: names.length - most })}`}
    </p>
  );
}
