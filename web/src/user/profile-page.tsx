import { Alert, Button, CopyButton, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { useSend } from "../api/use-send";
import { PageTitle } from "../app/page-title";
import { useSession } from "../app/session";
import { EntityForm } from "../entity/lazy-form";
import { useProblemText } from "../entity/problem-text";
import { consented, revokeConsent } from "../media/consent";
import { Password } from "../session/password";
import { profileFields } from "./user-fields";

/** Who I am, and my password. */
export default function ProfilePage() {
  const { t } = useTranslation();
  const user = useSession()?.user;
  const problemText = useProblemText();
  const [present, setPresent] = useState("");
  const [wanted, setWanted] = useState("");
  const changing = useSend(() => data(api.PUT("/api/v1/password", { body: { present, wanted } })));
  const { problem } = changing;
  const [done, setDone] = useState(false);
  const [edited, setEdited] = useState<NonNullable<typeof user>>();
  const errorOf = (name: string) => {
    const wrong = problem?.fields.find((field) => field.pointer === `/${name}`);
    return wrong && problemText(wrong.code, wrong.detail);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setDone(false);
    if (!(await changing.submit())) return;
    setDone(true);
    // What was typed while they were on their way stays.
    setPresent((now) => (now === present ? "" : now));
    setWanted((now) => (now === wanted ? "" : now));
  };
  return (
    <div className="page reading">
      <PageTitle>{t("profile.title")}</PageTitle>
      <div className="card row">
        <p className="grow">
          <b>{user?.name}</b>
          <br />
          <span className="muted">
            {[user?.function, user?.email, user && t(`choice.OrganisationRole.${user.role}`)]
              .filter(Boolean)
              .join(" · ")}
          </span>
        </p>
        <Button variant="default" onClick={() => setEdited(user ?? undefined)}>
          {t("edit")}
        </Button>
      </div>
      {edited && (
        <EntityForm
          title={t("profile.title")}
          collection="/users"
          fields={profileFields}
          entity={edited}
          canArchive={false}
          onClose={() => setEdited(undefined)}
        />
      )}
      <form className="card stack" noValidate onSubmit={save}>
        <h2>{t("profile.password")}</h2>
        {done && (
          <Alert color="green" role="status">
            {t("profile.changed")}
          </Alert>
        )}
        {problem && problem.fields.length === 0 && (
          <Alert color="red" role="alert">
            {problemText(problem.code, problem.message)}
          </Alert>
        )}
        <Password
          label={t("profile.present")}
          autoComplete="current-password"
          error={errorOf("present")}
          value={present}
          onChange={(event) => setPresent(event.currentTarget.value)}
        />
        <Password
          label={t("profile.wanted")}
          description={t("profile.rule")}
          autoComplete="new-password"
          error={errorOf("wanted")}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <div className="row">
          <Button type="submit">{t("save")}</Button>
        </div>
      </form>
      <CalendarCard />
      <MediaCard />
    </div>
  );
}

function CalendarCard() {
  const { t } = useTranslation();
  const [address, setAddress] = useState<string>();
  const make = async () => {
    const { path } = await data(api.POST("/api/v1/calendar"));
    setAddress(location.origin + path);
  };
  return (
    <section className="card stack" id="calendar">
      <h2>{t("calendar.title")}</h2>
      <p className="muted">{t("calendar.what")}</p>
      {address && (
        <div className="row">
          <TextInput
            className="grow"
            readOnly
            aria-label={t("calendar.title")}
            value={address}
            onFocus={(event) => event.currentTarget.select()}
          />
          <CopyButton value={address}>
            {({ copied, copy }) => <Button onClick={copy}>{t(copied ? "copied" : "copy")}</Button>}
          </CopyButton>
        </div>
      )}
      <div className="row">
        <Button variant="default" onClick={make}>
          {t("calendar.make")}
        </Button>
      </div>
    </section>
  );
}

function MediaCard() {
  const { t } = useTranslation();
  const [providers, setProviders] = useState(consented);
  return (
    <section className="card stack">
      <h2>{t("media.title")}</h2>
      {providers.length === 0 && <p className="muted">{t("media.none")}</p>}
      {providers.map((provider) => (
        <Button
          key={provider}
          variant="default"
          onClick={() => {
            revokeConsent(provider);
            setProviders(consented());
          }}
        >
          {t("media.revoke", { provider })}
        </Button>
      ))}
    </section>
  );
}
