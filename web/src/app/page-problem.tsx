import { Alert, Anchor, Button } from "@mantine/core";
import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/client";
import { useProblemText } from "../entity/problem-text";
import { isLostScript, reload } from "./new-version";
import { PageTitle } from "./page-title";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <PageTitle>{t("notFound.title")}</PageTitle>
      <p>{t("notFound.text")}</p>
      <Anchor component={Link} to="/accounts">
        {t("nav.accounts")}
      </Anchor>
    </div>
  );
}

/** Instead of a page that could not be fetched: why, and the way to try again. */
export function PageProblem({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryErrorResetBoundary();
  const problem = error instanceof ApiProblem ? error : undefined;
  if (problem?.status === 404) return <NotFound />;
  return (
    <div className="page reading">
      <PageTitle>{t("pageProblem.title")}</PageTitle>
      <Alert color="orange" role="alert">
        {problemText(problem?.code ?? "failed", t("problem.failed"))}
      </Alert>
      <div className="row">
        <Button
          onClick={() => {
            // A script that was not to be had is not asked for again, but with the page.
            if (isLostScript(error)) return reload();
            queries.reset();
            reset();
          }}
        >
          {t("pageProblem.again")}
        </Button>
        <Button component={Link} to="/my-work" variant="default" onClick={queries.reset}>
          {t("nav.myWork")}
        </Button>
      </div>
    </div>
  );
}
