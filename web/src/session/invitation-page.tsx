import { Alert, Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ApiProblem, api, data, keepCsrf, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { LanguageButton } from "../app/language";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
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
  const accepting = useSend(async (setUp: boolean) => {
    const password = values.password ?? "";
    const session = await data(
      setUp
        ? api.POST("/api/v1/set-up", {
            body: {
              token,
              organisation: values.organisation ?? "",
              name: values.name ?? "",
              email: values.email ?? "",
              password,
              language: i18n.language as Schemas["Language"],
            },
          })
        : api.POST("/api/v1/invitations", { body: { token, password } }),
    );
    keepCsrf(session.csrf, session.user?.id);
  });
  const { problem } = accepting;

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
    if (!(await accepting.submit(setUp))) return;
    queries.clear();
    await navigate({ to: "/accounts" });
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
