import { Alert, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { type ApiProblem, api, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { speak } from "../app/i18n";
import { Loading } from "../app/shell";
import { keepZone } from "../app/zone";
import { useProblemText } from "../entity/problem-text";
import { Door } from "../session/door";
import { Password } from "../session/password";
import { OnePager } from "./one-pager";

type Shared = Schemas["SharedPage"];

/** Where a share link leads: the one-pager, in the link's language, for whoever has the link. */
export default function SharedPage() {
  const { token } = useParams({ from: "/shared/$token" });
  return <OfToken key={token} token={token} />;
}

export function OfToken({ token }: { token: string }) {
  const params = { path: { token } };
  const asked = useQuery({
    queryKey: ["shared", token],
    queryFn: () => data(api.GET("/api/v1/shared/{token}", { params })),
    // Each reading is counted as one.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    throwOnError: false,
  });
  const opening = useSend((password: string) =>
    data(api.POST("/api/v1/shared/{token}", { params, body: { password } })),
  );
  const [opened, setOpened] = useState<Shared>();
  const shared = asked.data ?? opened;
  if (shared) return <InItsLanguage shared={shared} />;
  if (asked.isPending) return <Loading />;
  const problem = asked.error as ApiProblem;
  if (problem.code === "password_wanted" && !isOver(opening.problem))
    return (
      <PasswordForm
        problem={opening.problem}
        pending={opening.pending}
        onPassword={async (password) => setOpened((await opening.submit(password))?.answer)}
      />
    );
  return <Over problem={opening.problem ?? problem} />;
}

const isOver = (problem: ApiProblem | undefined) => problem?.status === 404;

/** The page, once its words are there, by the clock of those whose it is. */
function InItsLanguage({ shared }: { shared: Shared }) {
  const { i18n } = useTranslation();
  const { language } = shared;
  const spoken = i18n.language === language;
  useEffect(() => {
    if (!spoken) speak(language);
  }, [spoken, language]);
  // Nobody told the server where a guest is.
  keepZone(shared.timeZone);
  return spoken ? <OnePager shared={shared} /> : <Loading />;
}

function Over({ problem }: { problem: ApiProblem }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  if (isOver(problem))
    return (
      <Door
        guest
        title={t(problem.code === "link_expired" ? "shared.expired" : "shared.over")}
        lead={t("shared.overText")}
      >
        {null}
      </Door>
    );
  return (
    <Door guest title="Takt">
      <Alert color="red" role="alert">
        {problemText(problem.code, problem.message)}
      </Alert>
    </Door>
  );
}

interface FormProps {
  problem: ApiProblem | undefined;
  pending: boolean;
  onPassword: (password: string) => void;
}

function PasswordForm({ problem, pending, onPassword }: FormProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password) onPassword(password);
  };
  return (
    <Door guest title={t("shared.password")} lead={t("shared.passwordLead")}>
      <form noValidate onSubmit={submit}>
        <Password
          size="md"
          label={t("field.password")}
          autoComplete="off"
          autoFocus
          value={password}
          error={problem && problemText(problem.code, problem.message)}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="lg" loading={pending}>
          {t("shared.show")}
        </Button>
      </form>
    </Door>
  );
}
