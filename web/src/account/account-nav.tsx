import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

const pages = [
  ["/accounts/$account/signals", "inbox.title"],
  ["/accounts/$account/questions", "question.title"],
  ["/accounts/$account/supply", "supply.title"],
  ["/accounts/$account/kpis", "kpi.title"],
  ["/accounts/$account/long-term", "longTerm.title"],
  ["/accounts/$account/effectiveness", "effect.title"],
  ["/accounts/$account/agility", "agility.title"],
  ["/accounts/$account/meetings", "meeting.title"],
  ["/accounts/$account/activity", "activity.title"],
  ["/accounts/$account/settings", "settings.title"],
] as const;

/** Which account this is, and the way to all of its pages. */
export function AccountNav({ account }: { account: { id: string; name: string } }) {
  const { t } = useTranslation();
  const params = { account: account.id };
  return (
    <nav className="account-nav no-print no-present" aria-label={account.name}>
      <Link to="/accounts/$account" params={params} activeOptions={{ exact: true }}>
        {account.name}
      </Link>
      {pages.map(([to, name]) => (
        <Link key={to} to={to} params={params}>
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
