import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/client";
import { toast } from "../ui/toast";

/** The sentence for a problem's code in the user's language; the server's own where there is none. */
export function problemText(code: string, detail: string): string {
  const most = code === "too_long" && /at most (\d+) characters/.exec(detail)?.[1];
  if (most) return i18next.t("tooLongMost", { most });
  // Of what is not there, a few have a sentence of their own.
  const own = i18next.exists(`problem.${code}`) || code === "unknown_field";
  const key = `problem.${!own && code.startsWith("unknown_") ? "unknown" : code}`;
  return i18next.exists(key) ? i18next.t(key as "problem.unknown") : detail;
}

export function useProblemText() {
  useTranslation();
  return problemText;
}

/** Whatever was refused and has no place of its own on the page is said below it. */
export function sayUnhandledProblems() {
  window.addEventListener("unhandledrejection", (event) => {
    if (!(event.reason instanceof ApiProblem)) return;
    event.preventDefault();
    const { code, message, fields } = event.reason;
    toast({
      kind: "wrong",
      message: problemText(fields[0]?.code ?? code, fields[0]?.detail ?? message),
    });
  });
}
