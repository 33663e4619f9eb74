import { useQuery } from "@tanstack/react-query";
import { Navigate, Outlet, useLocation } from "@tanstack/react-router";
import { Fragment, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Frame } from "../frame/frame";
import { PageSkeleton } from "../ui/skeleton";
import { LeaveDialog } from "../unsaved/leave-dialog";
import { ConnectionBanner, NewVersionBanner } from "./connection";
import { chooseLanguage } from "./i18n";
import { useOwner } from "./owner";
import { partOver } from "./part-over";
import { sessionQuery } from "./session";

const SignInAgain = partOver(() => import("../session/sign-in-again"));

/** The page in its frame; sends strangers to the sign-in page, which has none. */
export function Shell() {
  const { t } = useTranslation();
  const { pathname, href } = useLocation();
  const session = useQuery(sessionQuery);
  const open = /^\/(sign-in|invitation|shared)/.test(pathname);
  const language = session.data?.user?.language;
  useEffect(() => {
    if (language) chooseLanguage(language);
  }, [language]);
  const { owner, away, ready, discard } = useOwner(session.data);
  if (session.isPending)
    return open ? (
      <Loading />
    ) : (
      <Frame awaited>
        <Loading />
      </Frame>
    );
  const user = session.data?.user ?? undefined;
  if (!user && !open && !away)
    return <Navigate to="/sign-in" search={pathname === "/my-work" ? {} : { to: href }} replace />;
  const page = (
    <>
      <ConnectionBanner user={open ? undefined : user?.id} />
      <NewVersionBanner />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          {/* Nothing of one person's page goes on under another one's name. */}
          <Fragment key={open ? "" : owner?.id}>{ready ? <Outlet /> : <Loading />}</Fragment>
        </Suspense>
      </main>
    </>
  );
  return (
    <>
      <a className="skip" href="#main">
        {t("skipToContent")}
      </a>
      {open ? page : <Frame user={ready && !away ? user : undefined}>{page}</Frame>}
      <LeaveDialog />
      {away && owner && session.data && (
        <SignInAgain as={owner} session={session.data} onDiscard={discard} />
      )}
    </>
  );
}

export const Loading = PageSkeleton;
