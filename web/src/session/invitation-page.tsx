import { Alert, Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem, api, data, keepCsrf, send } from "../api/client";
import { PageTitle } from "../app/page-title";
import type { SessionView } from "../app/session";
import { LanguageButton, Loading } from "../app/shell";
import { useProblemText } from "../entity/problem-text";
import { Password } from "./password";

/** Where one-time links lead: the first administrator's set-up, or choosing a password. */
export default function InvitationPage() {
  const { t, i18n } = useTranslation();
  const { token } = useParams({ from: "/invitation/$token" });
  const invited = useQuery({
    queryKey: ["invitation", token],
    retry: false,
    throwOnError: false,
    queryFn: () => data(api.GET("/api/v1/invitations/{token}", { params: { path: { token } } })),
  });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const [values, setValues] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<ApiProblem>();

  if (invited.isPending) return <Loading />;
  if (invited.error) {
    const used = invited.error as ApiProblem;
    return (
      <div className="sign-in">
        <Alert color="orange">{problemText(used.code, used.message)}</Alert>
      </div>
    );
  }
  const setUp = invited.data.setUp;
  const names = setUp
    ? (["organisation", "name", "email", "password"] as const)
    : (["password"] as const);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const session = await send<SessionView>("POST", setUp ? "/set-up" : "/invitations", {
        token,
        ...Object.fromEntries(names.map((name) => [name, values[name] ?? ""])),
        ...(setUp ? { language: i18n.language } : {}),
      });
      keepCsrf(session.csrf, session.user?.id);
      queries.clear();
      await navigate({ to: "/accounts" });
    } catch (caught) {
      if (!(caught instanceof ApiProblem)) throw caught;
      setProblem(caught);
    }
  };

  return (
    <div className="sign-in">
      <div className="row">
        <PageTitle grow>{setUp ? t("setUp.title") : t("invitation.title")}</PageTitle>
        <LanguageButton />
      </div>
      <p className="muted">
        {setUp ? t("setUp.text") : t("invitation.text", { name: invited.data.name })}
      </p>
      <form className="stack card" noValidate onSubmit={submit}>
        {problem && problem.fields.length === 0 && (
          <Alert color="red" role="alert">
            {problemText(problem.code, problem.message)}
          </Alert>
        )}
        {names.map((name) => {
          const wrong = problem?.fields.find((field) => field.pointer === `/${name}`);
          const Input = name === "password" ? Password : TextInput;
          return (
            <Input
              key={name}
              label={t(`field.${name}`)}
              description={name === "password" ? t("profile.rule") : undefined}
              error={wrong && problemText(wrong.code, wrong.detail)}
              autoComplete={name === "password" ? "new-password" : name}
              value={values[name] ?? ""}
              onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
            />
          );
        })}
        <Button type="submit">{t("continue")}</Button>
      </form>
    </div>
  );
}
