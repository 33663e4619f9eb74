import { Alert, Button, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data, keepCsrf } from "../api/client";
import { useSend } from "../api/use-send";
import { LanguageButton } from "../app/language";
import { PageTitle } from "../app/page-title";
import { type SessionView, useSession } from "../app/session";
import { useProblemText } from "../entity/problem-text";
import { PersonMark } from "../ui/person";
import { Password } from "./password";

export default function SignInPage() {
  const { t } = useTranslation();
  const session = useSession();
  const queries = useQueryClient();
  const router = useRouter();
  const wanted = useSearch({ from: "/sign-in" }).to;
  const problemText = useProblemText();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const entering = useSend(async (open: () => Promise<SessionView>) => {
    const opened = await open();
    keepCsrf(opened.csrf, opened.user?.id);
  });
  const { problem } = entering;

  const enter = async (open: () => Promise<SessionView>, to: string) => {
    if (!(await entering.submit(open))) return;
    queries.clear();
    router.history.push(wanted ?? to);
  };

  return (
    <div className="sign-in">
      <div className="row">
        <PageTitle grow>Takt</PageTitle>
        <LanguageButton />
      </div>
      <p className="muted">{t("signIn.what")}</p>
      {session && session.demo.length > 0 && (
        <section className="stack" aria-labelledby="demo-title">
          <h2 id="demo-title">{t("signIn.demo")}</h2>
          {session.demo.map((person) => (
            <button
              key={person.id}
              type="button"
              className="plain person"
              onClick={() =>
                enter(
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
        className="stack card"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          enter(() => data(api.POST("/api/v1/session", { body: { email, password } })), "/my-work");
        }}
      >
        <h2>{t("signIn.title")}</h2>
        {problem && (
          <Alert color="red" role="alert">
            {problemText(problem.code, problem.message)}
          </Alert>
        )}
        <TextInput
          label={t("field.email")}
          type="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Password
          label={t("field.password")}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit">{t("signIn.submit")}</Button>
      </form>
    </div>
  );
}
