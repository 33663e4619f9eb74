import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

/** Which account this is, and the way to all of its pages. */
export function AccountNav({ account }: { account: { id: string; name: string } }) {
  const { t } = useTranslation();
  const params = { account: account.id };
  return (
    <nav className="account-nav no-print no-present" aria-label={account.name}>
      <Link to="/accounts/$account" params={params} activeOptions={{ exact: true }}>
        {account.name}
      </Link>
      <Link to="/accounts/$account/settings" params={params}>
        {t("settings.title")}
      </Link>
      <Link to="/accounts/$account/activity" params={params}>
        {t("activity.title")}
      </Link>
    </nav>
  );
}
