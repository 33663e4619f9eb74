import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { onePagerQuery } from "./share-query";

/** The titles that the customer will read, as they stand: what free text tells nobody can leave out. */
export function TitlesShown({
  account,
  cycle,
}: {
  account: string;
  cycle: string | null | undefined;
}) {
  const { t } = useTranslation();
  const page = useQuery({
    ...onePagerQuery(account, "customer", cycle ?? undefined),
    throwOnError: false,
  }).data;
  if (!page) return null;
  if (page.objectives.length === 0) return <p className="muted">{t("shared.noObjectives")}</p>;
  return (
    <div>
      <b>{t("share.titles")}</b>
      <ul>
        {page.objectives.map(({ title, customerGoal }) => (
          <li key={title}>
            {title}
            {customerGoal && <div className="muted">{customerGoal}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}
