import { IconFileImport } from "@tabler/icons-react";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../app/page-title";
import { useSession } from "../app/session";
import { Empty } from "../ui/empty";
import style from "./import.module.css";
import { Wizard } from "./import-page";
import { noAccount } from "./place";

/** A table of accounts with their teams brought in, in the same five steps. */
export default function AccountsImportPage() {
  const { t } = useTranslation();
  const { step } = useSearch({ from: "/accounts/import" });
  const user = useSession()?.user;
  const mayAdd = user && user.role !== "member";
  return (
    <div className="page">
      <header className={style.head}>
        <PageTitle>{t("import.accounts.title")}</PageTitle>
        <p className="muted">{t("import.accounts.lede")}</p>
      </header>
      {mayAdd ? (
        <Wizard place={noAccount} kind="accounts" step={step} />
      ) : (
        <Empty icon={<IconFileImport />} title={t("import.accounts.notYours")}>
          {t("import.accounts.notYoursWhat")}
        </Empty>
      )}
    </div>
  );
}
