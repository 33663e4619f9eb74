import { Alert, Button } from "@mantine/core";
import { type ComponentType, lazy } from "react";
import { useTranslation } from "react-i18next";
import { reload } from "./new-version";

/** lazy() for a part of a page: one that can't be had says so, and the page with what is typed stands. */
// biome-ignore lint/suspicious/noExplicitAny: as lazy() itself takes them.
export const lazyPart = <T extends ComponentType<any>>(load: () => Promise<{ default: T }>) =>
  lazy(() => load().catch(() => ({ default: LostPart as unknown as T })));

/** As lazyPart, of what is not seen first: fetched when what is seen stands and the browser has time. */
// biome-ignore lint/suspicious/noExplicitAny: as lazy() itself takes them.
export const laterPart = <T extends ComponentType<any>>(load: () => Promise<{ default: T }>) =>
  lazyPart(() => idle().then(load));

const idle = () =>
  new Promise((done) => {
    if ("requestIdleCallback" in window) requestIdleCallback(done, { timeout: 2_000 });
    else setTimeout(done, 300);
  });

function LostPart() {
  const { t } = useTranslation();
  return (
    <Alert color="orange" role="alert">
      <div className="row">
        <span>{t("lostPart")}</span>
        <Button size="compact-md" variant="default" onClick={reload}>
          {t("newVersion.reload")}
        </Button>
      </div>
    </Alert>
  );
}
