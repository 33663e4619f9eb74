import { Alert, Button, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem, send } from "../api/client";
import { useSession } from "../app/session";
import { useProblemText } from "../entity/problem-text";

/** Who I am, and my password. */
export default function ProfilePage() {
  const { t } = useTranslation();
  const user = useSession()?.user;
  const problemText = useProblemText();
  const [present, setPresent] = useState("");
  const [wanted, setWanted] = useState("");
  const [problem, setProblem] = useState<ApiProblem>();
  const [done, setDone] = useState(false);
  const errorOf = (name: string) => {
    const wrong = problem?.fields.find((field) => field.pointer === `/${name}`);
    return wrong && problemText(wrong.code, wrong.detail);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    try {
      await send("PUT", "/password", { present, wanted });
      setDone(true);
      setPresent("");
      setWanted("");
    } catch (caught) {
      if (!(caught instanceof ApiProblem)) throw caught;
      setProblem(caught);
    }
  };
  return (
    <div className="page narrow">
      <h1>{t("profile.title")}</h1>
      <p>
        {user?.name} · {user?.email} · {user && t(`choice.${user.role}`)}
      </p>
      <form className="card stack" noValidate onSubmit={save}>
        <h2>{t("profile.password")}</h2>
        {done && (
          <Alert color="green" role="status">
            {t("profile.changed")}
          </Alert>
        )}
        <PasswordInput
          label={t("profile.present")}
          autoComplete="current-password"
          error={errorOf("present")}
          value={present}
          onChange={(event) => setPresent(event.currentTarget.value)}
        />
        <PasswordInput
          label={t("profile.wanted")}
          description={t("profile.rule")}
          autoComplete="new-password"
          error={errorOf("wanted")}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
        <Button type="submit">{t("save")}</Button>
      </form>
    </div>
  );
}
