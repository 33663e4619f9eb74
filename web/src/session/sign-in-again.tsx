import { Alert, Button, Modal, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data, keepCsrf } from "../api/client";
import { useSend } from "../api/use-send";
import { type SessionView, sessionQuery } from "../app/session";
import { useProblemText } from "../entity/problem-text";
import { Password } from "./password";

/** Over a page with something typed whose writer is not signed in any more: nobody else goes on. */
export default function SignInAgain({
  as,
  session,
  onDiscard,
}: {
  as: NonNullable<SessionView["user"]>;
  /** What came in the place of theirs. */
  session: SessionView;
  onDiscard: () => void;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const [password, setPassword] = useState("");
  const demo = session.demo.some(({ id }) => id === as.id);

  const entering = useSend(
    () =>
      data(
        demo
          ? api.POST("/api/v1/demo-session", { body: { user: as.id } })
          : api.POST("/api/v1/session", { body: { email: as.email, password } }),
      ),
    {
      onSent: (opened) => {
        keepCsrf(opened.csrf, opened.user?.id);
        queries.setQueryData(sessionQuery.queryKey, opened);
      },
      // The page goes on as theirs.
      refreshes: [{}],
    },
  );
  const { problem } = entering;

  const enter = async (event: FormEvent) => {
    event.preventDefault();
    await entering.submit();
  };

  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      // What stands on the page is not for whoever comes by.
      overlayProps={{ backgroundOpacity: 0.9, blur: 12 }}
      zIndex={400}
      title={t("signInAgain.ended")}
    >
      <form className="stack" onSubmit={enter}>
        {session.user && (
          <p>{t("signInAgain.other", { other: session.user.name, name: as.name })}</p>
        )}
        <p>{t("signInAgain.text", { name: as.name })}</p>
        {problem && (
          <Alert color="red" role="alert">
            {problemText(problem.code, problem.message)}
          </Alert>
        )}
        {!demo && (
          <>
            <TextInput
              label={t("field.email")}
              type="email"
              autoComplete="username"
              readOnly
              value={as.email}
            />
            <Password
              label={t("field.password")}
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </>
        )}
        <div className="row">
          <Button type="submit">{t("signIn.submit")}</Button>
          <Button variant="subtle" color="red" onClick={onDiscard}>
            {t("signInAgain.discard")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
