import { Avatar, Button, Loader, Menu, useMantineColorScheme, VisuallyHidden } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, asSeen, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { dropAllDrafts } from "../supply/grid-draft";
import { ConnectionBanner } from "./connection";
import { chooseLanguage } from "./i18n";
import { sessionQuery, useSession } from "./session";

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
  if (session.isPending) return <Loading />;
  if (!session.data?.user && !open)
    return <Navigate to="/sign-in" search={pathname === "/my-work" ? {} : { to: href }} replace />;
  return (
    <>
      <a className="skip" href="#main">
        {t("skipToContent")}
      </a>
      {session.data?.user && !open && <Header />}
      <ConnectionBanner />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
}

export function Loading() {
  const { t } = useTranslation();
  return (
    <div className="loading">
      <Loader aria-label={t("loading")} />
    </div>
  );
}

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
      <Link to="/capture" className="capture" aria-label={t("capture.title")}>
        <span aria-hidden="true">+</span> {t("capture.short")}
      </Link>
      <LanguageButton />
      {user && <UserMenu name={user.name} />}
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

function UserMenu({ name }: { name: string }) {
  const { t } = useTranslation();
  const { setColorScheme, colorScheme } = useMantineColorScheme();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = async (path: "/api/v1/session" | "/api/v1/sessions") => {
    await api.DELETE(path);
    // What was kept for reading without a network belongs to whoever was signed in.
    await caches?.delete("takt-api");
    dropAllDrafts();
    await navigate({ to: "/sign-in" });
    queries.clear();
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className="plain">
          <VisuallyHidden>{t("userMenu", { name })}</VisuallyHidden>
          <Avatar name={name} color="brand" size={34} aria-hidden="true" />
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
        <Menu.Item onClick={() => leave("/api/v1/session")}>{t("signOut")}</Menu.Item>
        <Menu.Item onClick={() => leave("/api/v1/sessions")}>{t("signOutEverywhere")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
