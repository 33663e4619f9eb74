import { useTranslation } from "react-i18next";
import { LinkButton } from "../app/link-button";
import { Contributors } from "../app/may";
import type { ImportKind } from "./import-steps";

/** From the place where something is listed to bringing a table of it in. */
export function ImportLink({ account, kind }: { account: string; kind?: ImportKind }) {
  const { t } = useTranslation();
  return (
    <Contributors>
      <LinkButton
        variant="default"
        to="/accounts/$account/import"
        params={{ account }}
        search={{ kind }}
      >
        {t("place.importFile")}
      </LinkButton>
    </Contributors>
  );
}
