import { Alert, Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Navigate, useNavigate, useParams } from "@tanstack/react-router";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ApiProblem, api, data, type Schemas } from "../api/client";
import { chooseLanguage } from "../app/i18n";
import { Loading } from "../app/shell";
import { useProblemText } from "../entity/problem-text";
import { choseAtTheDoor } from "./chosen-language";
import { Door } from "./door";
import { Password } from "./password";
import { useEntering } from "./use-entering";

/** Where one-time links lead: the first administrator's set-up, or choosing a password. */
export default function InvitationPage() {
  const { i18n } = useTranslation();
  const { token } = useParams({ from: "/invitation/$token" });
  const invited = useQuery({
    queryKey: ["invitation", token],
    retry: false,
    throwOnError: false,
    queryFn: () => data(api.GET("/api/v1/invitations/{token}", { params: { path: { token } } })),
  });
  const problemText = useProblemText();
  // A link speaks the language of whom it is for, unless they choose another one.
  const theirs = invited.data && !invited.data.setUp ? invited.data.language : undefined;
  useEffect(() => {
    if (theirs && theirs !== i18n.language && !choseAtTheDoor()) chooseLanguage(theirs);
  }, [theirs, i18n]);

  if (invited.isPending) return <Loading />;
  if (invited.error) {
    const { code, message } = invited.error as ApiProblem;
    if (code === "link_used_up") return <LinkOver />;
    return (
      <Door title="Takt">
        <Alert color="red" role="alert">
          {problemText(code, message)}
        </Alert>
      </Door>
    );
  }
  return <Choosing token={token} invited={invited.data} />;
}

const LinkOver = () => <Navigate to="/sign-in" search={{ link: "over" }} replace />;

/** Chooses a password and, where nobody is here yet, who is the first one. */
function Choosing({ token, invited }: { token: string; invited: Schemas["Invited"] }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const [values, setValues] = useState<Record<string, string>>({});
  const { enter, pending, problem } = useEntering();
  const { setUp, name, email, purpose } = invited;
  const anew = purpose === "password";

  // Somebody used it meanwhile, in another tab perhaps.
  if (problem?.code === "link_used_up") return <LinkOver />;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const password = values.password ?? "";
    const entered = await enter(() =>
      data(
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
      ),
    );
    if (entered) await navigate({ to: anew ? "/my-work" : "/accounts" });
  };

  const names = setUp ? (["organisation", "name", "email"] as const) : [];
  const common = (field: "organisation" | "name" | "email" | "password") => {
    const wrong = problem?.fields.find(({ pointer }) => pointer === `/${field}`);
    return {
      size: "md",
      label: t(`field.${field}`),
      error: wrong && problemText(wrong.code, wrong.detail),
      value: values[field] ?? "",
      onChange: (event: { currentTarget: { value: string } }) => {
        const { value } = event.currentTarget;
        setValues((now) => ({ ...now, [field]: value }));
      },
    };
  };
  return (
    <Door
      title={t(setUp ? "setUp.title" : anew ? "invitation.newTitle" : "invitation.title")}
      lead={setUp ? t("setUp.text") : t(anew ? "invitation.newText" : "invitation.text", { name })}
    >
      <form noValidate onSubmit={submit}>
        {problem && problem.fields.length === 0 && (
          <Alert color="red" role="alert">
            {problemText(problem.code, problem.message)}
          </Alert>
        )}
        {names.map((field) => (
          <TextInput
            key={field}
            {...common(field)}
            type={field === "email" ? "email" : "text"}
            autoComplete={field === "email" ? "username" : field}
          />
        ))}
        {/* What passwords are kept by. */}
        {!setUp && (
          <TextInput
            size="md"
            label={t("field.email")}
            type="email"
            autoComplete="username"
            readOnly
            value={email}
          />
        )}
        <Password
          {...common("password")}
          description={t("profile.rule")}
          autoComplete="new-password"
        />
        <Button type="submit" size="lg" loading={pending}>
          {t("continue")}
        </Button>
      </form>
    </Door>
  );
}
