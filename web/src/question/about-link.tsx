import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AboutKind } from "./about-kind";

interface Props {
  account: string;
  kind: AboutKind;
  about: string;
  name: string;
  archived: boolean;
  /** On whose page the entry is shown. */
  keyResult?: string | null;
}

type Page =
  `/accounts/$account/${"customer" | "supply" | "kpis" | "long-term" | "signals" | "meetings"}`;

/** Pages of the account on which the entries of a kind are shown; the cockpit shows the others. */
const pages: Partial<Record<AboutKind, Page>> = {
  site: "/accounts/$account/customer",
  product_area: "/accounts/$account/customer",
  contact: "/accounts/$account/customer",
  account: "/accounts/$account/customer",
  supply_record: "/accounts/$account/supply",
  kpi: "/accounts/$account/kpis",
  kpi_value: "/accounts/$account/kpis",
  vision: "/accounts/$account/long-term",
  long_term_goal: "/accounts/$account/long-term",
  milestone: "/accounts/$account/long-term",
  signal: "/accounts/$account/signals",
  meeting: "/accounts/$account/meetings",
};

/** "Contact: Sabine Hoppe", with the way to where that entry stands. */
export function AboutLink({ account, kind, about, name, archived, keyResult }: Props) {
  const { t } = useTranslation();
  const page = kind === "key_result" ? about : keyResult;
  const shown = archived ? t("question.archivedEntry", { name }) : name;
  return (
    <span>
      {t(`choice.AboutKind.${kind}`)}:{" "}
      {page ? (
        <Link
          className="title-link strong"
          to="/key-results/$keyResult"
          params={{ keyResult: page }}
        >
          {shown}
        </Link>
      ) : (
        <Link
          className="title-link strong"
          to={pages[kind] ?? "/accounts/$account"}
          params={{ account }}
          hash={about}
        >
          {shown}
        </Link>
      )}
    </span>
  );
}
