import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** A plan without a question mark is gently doubted; what ends that is a question. */
export function Doubt({ account }: { account?: string }) {
  const { t } = useTranslation();
  return (
    <section className="hints" aria-label={t("hint.title")}>
      <p>{t("hint.no_questions")}</p>
      {account && (
        <Link className="title-link" to="/accounts/$account/questions" params={{ account }}>
          {t("question.toPage")}
        </Link>
      )}
    </section>
  );
}
