import { useTranslation } from "react-i18next";

/** The sentence for a problem's code in the user's language; the server's own where there is none. */
export function useProblemText() {
  const { t, i18n } = useTranslation();
  return (code: string, detail: string) =>
    i18n.exists(`problem.${code}`) ? t(`problem.${code}`) : detail;
}
