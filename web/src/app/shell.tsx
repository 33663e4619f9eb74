import { Button, Menu, Modal, useMantineColorScheme, VisuallyHidden } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { Fragment, lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { contributedQuery } from "../account/contributed-query";
import { api, asSeen, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { dropAllDrafts } from "../supply/grid-draft";
import { PersonMark } from "../ui/person";
import { PageSkeleton } from "../ui/skeleton";
import { LeaveDialog } from "../unsaved/leave-dialog";
import { anyUnsaved, forgetUnsaved } from "../unsaved/unsaved";
import { ConnectionBanner, NewVersionBanner } from "./connection";
import { chooseLanguage } from "./i18n";
import { useOwner } from "./owner";
import { keepAnswersFor, type SessionView, sessionQuery, useSession } from "./session";

const SignInAgain = lazy(() => import("../session/sign-in-again"));
const Palette = lazy(() => import("../palette/palette"));

/** Header with navigation, and the page below it; sends strangers to the sign-in page. */
export function Shell() {
  const { t } = useTranslation();
  const { pathname, href } = useLocation();
  const session = useQuery(sessionQuery);
  const open = pathname.startsWith("/sign-in") || pathname.startsWith("/invitation");
  const language = session.data?.user?.language;
  useEffect(() => {
    if (language) chooseLanguage(language);
  }, [language]);
  const { owner, away, ready, discard } = useOwner(session.data);
  if (session.isPending) return <Loading />;
  if (!session.data?.user && !open && !away)
    return <Navigate to="/sign-in" search={pathname === "/my-work" ? {} : { to: href }} replace />;
  return (
    <>
      <a className="skip" href="#main">
        {t("skipToContent")}
      </a>
      {session.data?.user && !open && <Header />}
      <ConnectionBanner user={open ? undefined : session.data?.user?.id} />
      <NewVersionBanner />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          {/* Nothing of one person's page goes on under another one's name. */}
          <Fragment key={open ? "" : owner?.id}>{ready ? <Outlet /> : <Loading />}</Fragment>
        </Suspense>
      </main>
      <LeaveDialog />
      <Suspense fallback={null}>{session.data?.user && !open && <Palette />}</Suspense>
      {away && owner && session.data && (
        <Suspense fallback={null}>
          <SignInAgain as={owner} session={session.data} onDiscard={discard} />
        </Suspense>
      )}
    </>
  );
}

export const Loading = PageSkeleton;

type OutboxButton = typeof import("../outbox/outbox-button").OutboxButton;

/** Fetched once the page stands, because it is seldom seen; again, where there was no network for it. */
function Outbox({ user }: { user: string }) {
  const [Button, setButton] = useState<OutboxButton>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const load = () =>
      import("../outbox/outbox-button").then(
        (module) => setButton(() => module.OutboxButton),
        () => {
          timer = setTimeout(load, 20_000);
        },
      );
    timer = setTimeout(load, 1500);
    return () => clearTimeout(timer);
  }, []);
  return Button && <Button user={user} />;
}

function Header() {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const user = session?.user;
  // Whoever only reads is not offered to write; without an answer nobody knows.
  const writesNowhere = useQuery({ ...contributedQuery, enabled: !!user }).data?.length === 0;
  return (
    <header className="header">
      <Link to="/accounts" className="brand">
        Takt
      </Link>
      <nav aria-label={t("nav.main")}>
        <Link to="/my-work">{t("nav.myWork")}</Link>
        <Link to="/accounts">{t("nav.accounts")}</Link>
        <Link to="/signals">{t("inbox.title")}</Link>
        <Link to="/portfolio">{t("portfolio.title")}</Link>
        {user?.role === "administrator" && <Link to="/users">{t("nav.users")}</Link>}
      </nav>
      <span className="grow" />
      {user && <Outbox user={user.id} />}
      {!writesNowhere && (
        <Link to="/capture" className="capture" aria-label={t("capture.title")}>
          <span aria-hidden="true">+</span> {t("capture.short")}
        </Link>
      )}
      <LanguageButton />
      {user && <UserMenu user={user} />}
    </header>
  );
}

/** Switches between German and English. */
export function LanguageButton() {
  const { t, i18n } = useTranslation();
  const user = useSession()?.user;
  const other = i18n.language === "de" ? "en" : "de";
  const choosing = useSend(
    (me: Schemas["User"]) =>
      data(api.PATCH("/api/v1/users/{id}", { params: asSeen(me), body: { language: other } })),
    { refreshes: [{ queryKey: ["session"] }] },
  );
  const choose = async () => {
    if (user) await choosing.send(user);
    await chooseLanguage(other);
  };
  return (
    <Button
      variant="subtle"
      size="compact-md"
      lang={other}
      aria-label={t("language.switch")}
      onClick={choose}
    >
      {other.toUpperCase()}
    </Button>
  );
}

type User = NonNullable<SessionView["user"]>;

/** This session, or all of theirs. */
type SessionPath = "/api/v1/session" | "/api/v1/sessions";

/** What of `user` waits to be sent; nothing where that can't be looked up. */
async function countWaiting(user: string): Promise<number> {
  try {
    const { waiting } = await import("../outbox/outbox");
    return (await waiting(user)).length;
  } catch {
    return 0;
  }
}

function UserMenu({ user: { id, name } }: { user: User }) {
  const { t } = useTranslation();
  const { setColorScheme, colorScheme } = useMantineColorScheme();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<{ path: SessionPath; waiting: number }>();
  const ask = async (path: SessionPath) => {
    const waiting = await countWaiting(id);
    if (waiting > 0 || anyUnsaved()) setAsked({ path, waiting });
    else await leave(path);
  };
  const leave = async (path: SessionPath) => {
    await api.DELETE(path);
    await keepAnswersFor("");
    dropAllDrafts();
    forgetUnsaved();
    await navigate({ to: "/sign-in" });
    queries.clear();
  };
  return (
    <>
      {asked && (
        <Modal
          opened
          onClose={() => setAsked(undefined)}
          title={t("signOutAsk.title")}
          closeButtonProps={{ "aria-label": t("close") }}
        >
          <div className="stack">
            {asked.waiting > 0 && <p>{t("signOutAsk.waiting", { count: asked.waiting })}</p>}
            {anyUnsaved() && <p>{t("signOutAsk.unsaved")}</p>}
            <div className="row">
              <Button data-autofocus onClick={() => setAsked(undefined)}>
                {t("signOutAsk.stay")}
              </Button>
              <Button color="red" variant="light" onClick={() => leave(asked.path)}>
                {t("signOut")}
              </Button>
            </div>
          </div>
        </Modal>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className="plain">
            <VisuallyHidden>{t("userMenu", { name })}</VisuallyHidden>
            <PersonMark name={name} size="l" beside />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{name}</Menu.Label>
          <Menu.Item component={Link} to="/profile">
            {t("profile.title")}
          </Menu.Item>
          <Menu.Item onClick={() => setColorScheme(colorScheme === "dark" ? "light" : "dark")}>
            {colorScheme === "dark" ? t("lightMode") : t("darkMode")}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => ask("/api/v1/session")}>{t("signOut")}</Menu.Item>
          <Menu.Item onClick={() => ask("/api/v1/sessions")}>{t("signOutEverywhere")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
