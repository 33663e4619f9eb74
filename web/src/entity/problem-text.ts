import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/client";
import { toast } from "../ui/toast";

/** The sentence for a problem's code in the user's language; the server's own where there is none. */
export function problemText(code: string, detail: string): string {
  const within = bounds(code, detail);
  if (within) return within;
  // Of what is not there, a few have a sentence of their own.
  const own = i18next.exists(`problem.${code}`) || code === "unknown_field";
  const key = `problem.${!own && code.startsWith("unknown_") ? "unknown" : code}`;
  return i18next.exists(key) ? i18next.t(key as "problem.unknown") : detail;
}

/** What would be right, where the server says so in figures. */
function bounds(code: string, detail: string): string | undefined {
  const [, length] = /at (?:least|most) (\d+) characters/.exec(detail) ?? [];
  if (length && code === "too_long") return i18next.t("tooLongMost", { most: length });
  if (length && code === "too_short") return i18next.t("tooShortLeast", { least: length });
  const [, low, high] = /^must be .*from (-?\d+) to (\d+)$/.exec(detail) ?? [];
  // What the server calls 0 to 1 was entered as per cent.
  if (low && high && code === "out_of_range" && high !== "1")
    return i18next.t("outOfRange", { low: low.replace("-", "−"), high });
  return undefined;
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
