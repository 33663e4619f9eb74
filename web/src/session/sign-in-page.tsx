import { Alert, Button, TextInput } from "@mantine/core";
import { Link, useRouter, useSearch } from "@tanstack/react-router";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { type SessionView, useSession } from "../app/session";
import { useProblemText } from "../entity/problem-text";
import { PersonMark } from "../ui/person";
import { Door } from "./door";
import styles from "./door.module.css";
import { Password } from "./password";
import { useEntering } from "./use-entering";

export default function SignInPage() {
  const { t } = useTranslation();
  const session = useSession();
  const router = useRouter();
  const { to: wanted, link } = useSearch({ from: "/sign-in" });
  const problemText = useProblemText();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { enter, pending, problem } = useEntering();
  const passwordId = useId();

  const enterBy = async (open: () => Promise<SessionView>, to: string) => {
    if (await enter(open)) router.history.push(wanted ?? to);
  };

  return (
    <Door
      title={t("signIn.title")}
      lead={[session?.organisation, location.host].filter(Boolean).join(" · ")}
    >
      {link === "over" && <LinkOver mails={session?.mailsLinks ?? false} />}
      {session && session.demo.length > 0 && (
        <section className={styles.people} aria-labelledby="demo-title">
          <h2 id="demo-title">{t("signIn.demo")}</h2>
          {session.demo.map((person) => (
            <button
              key={person.id}
              type="button"
              className="plain person"
              onClick={() =>
                enterBy(
                  () => data(api.POST("/api/v1/demo-session", { body: { user: person.id } })),
                  "/accounts",
                )
              }
            >
              <PersonMark name={person.name} size="l" beside />
              <span>
                <b>{person.name}</b>
                <br />
                <span className="muted">{person.function}</span>
              </span>
            </button>
          ))}
        </section>
      )}
      <form
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          enterBy(
            () => data(api.POST("/api/v1/session", { body: { email, password } })),
            "/my-work",
          );
        }}
      >
        {problem && (
          <Alert color="red" role="alert">
            {problemText(problem.code, problem.message)}
          </Alert>
        )}
        <TextInput
          size="md"
          label={t("field.email")}
          type="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <div>
          <div className={styles.beside}>
            <label htmlFor={passwordId}>{t("field.password")}</label>
            <Link to="/sign-in/forgotten" aria-label={t("signIn.forgottenWhat")}>
              {t("signIn.forgotten")}
            </Link>
          </div>
          <Password
            id={passwordId}
            size="md"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </div>
        <Button type="submit" size="lg" loading={pending}>
          {t("signIn.submit")}
        </Button>
        <p className={styles.note}>{t("signIn.noAccount")}</p>
      </form>
    </Door>
  );
}

/** Why somebody who followed a link stands here. */
function LinkOver({ mails }: { mails: boolean }) {
  const { t } = useTranslation();
  return (
    <Alert color="orange" role="alert" title={t("signIn.linkOver")}>
      <p>{t(mails ? "signIn.linkOverMail" : "signIn.linkOverAsk")}</p>
      {mails && <Link to="/sign-in/forgotten">{t("signIn.newLink")}</Link>}
    </Alert>
  );
}
