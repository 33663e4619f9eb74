import { Button } from "@mantine/core";
import i18next from "i18next";
import { download } from "../app/download";
import { problemText } from "../entity/problem-text";
import { hideToast, toast } from "./toast";

/** Most files are there at once: of those nothing is said. */
const atOnce = 700;

/** Fetches a file that the server makes, says so while that takes long, and can be stopped. */
export async function takeFile(address: string, what: string) {
  const stop = new AbortController();
  const slow = setTimeout(
    () =>
      toast({
        id: address,
        kind: "making",
        message: i18next.t("beingMade", { what }),
        action: (
          <Button variant="subtle" size="compact-sm" onClick={() => stop.abort()}>
            {i18next.t("cancel")}
          </Button>
        ),
      }),
    atOnce,
  );
  const wrong = (code: string, detail: string) =>
    toast({ kind: "wrong", message: `${what}: ${problemText(code, detail)}` });
  try {
    const answer = await fetch(address, { signal: stop.signal });
    if (answer.ok) download(await answer.blob(), nameOf(answer) ?? what);
    else {
      const { code = "failed", detail = answer.statusText } = await answer.json().catch(() => ({}));
      wrong(code, detail);
    }
  } catch (failure) {
    if (!stop.signal.aborted) wrong("no_connection", String(failure));
  } finally {
    clearTimeout(slow);
    hideToast(address);
  }
}

/** As the server calls it. */
function nameOf({ headers }: Response) {
  const said = headers.get("Content-Disposition") ?? "";
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(said)?.[1];
  return coded ? decodeURIComponent(coded) : /filename="([^"]+)"/.exec(said)?.[1];
}
