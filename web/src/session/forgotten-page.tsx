import { Alert, Button, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { useSend } from "../api/use-send";
import { useSession } from "../app/session";
import { useProblemText } from "../entity/problem-text";
import { Door } from "./door";
import styles from "./door.module.css";

/** Asks for a link with which a forgotten password is chosen anew. */
export default function ForgottenPage() {
  const { t } = useTranslation();
  const session = useSession();
  const problemText = useProblemText();
  const [email, setEmail] = useState("");
  const [asked, setAsked] = useState<string>();
  const asking = useSend((of: string) =>
    data(api.POST("/api/v1/password-requests", { body: { email: of } })),
  );
  const { problem } = asking;
  const wrong = problem?.fields[0];
  const back = <Link to="/sign-in">{t("forgotten.back")}</Link>;

  if (session && !session.mailsLinks)
    return (
      <Door title={t("forgotten.title")}>
        <p>{t("forgotten.noMail")}</p>
        {back}
      </Door>
    );
  if (asked)
    return (
      <Door title={t("forgotten.sentTitle")}>
        <p role="status">{t("forgotten.sent", { email: asked })}</p>
        <p className={styles.note}>{t("forgotten.nothing")}</p>
        {back}
      </Door>
    );

  const ask = async (event: FormEvent) => {
    event.preventDefault();
    const of = email.trim();
    if (await asking.submit(of)) setAsked(of);
  };
  return (
    <Door title={t("forgotten.title")} lead={t("forgotten.text")}>
      <form noValidate onSubmit={ask}>
        {problem && !wrong && (
          <Alert color="red" role="alert">
            {problemText(problem.code, problem.message)}
          </Alert>
        )}
        <TextInput
          size="md"
          label={t("field.email")}
          type="email"
          autoComplete="username"
          error={wrong && problemText(wrong.code, wrong.detail)}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Button type="submit" size="lg" loading={asking.pending}>
          {t("forgotten.submit")}
        </Button>
      </form>
      {back}
    </Door>
  );
}
