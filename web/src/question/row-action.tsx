import { useTranslation } from "react-i18next";
import { WriteButton } from "../app/may";
import { inPlace } from "./in-place";

/** What can be done about a row of a list; read out with what the row is called. */
export function RowAction({
  action,
  of,
  main = false,
  pending,
  onClick,
}: {
  action: string;
  of: string;
  /** What is mostly done. */
  main?: boolean;
  /** Of what is sent at once rather than opened: whether that goes on. */
  pending?: boolean;
  onClick: () => unknown;
}) {
  const { t } = useTranslation();
  return (
    <WriteButton
      size="compact-sm"
      variant={main ? "light" : "subtle"}
      disabled={pending}
      aria-label={t("question.actionOf", { action, text: of })}
      onClick={pending === undefined ? onClick : inPlace(onClick)}
    >
      {action}
    </WriteButton>
  );
}
