import { Avatar, Menu, useMantineColorScheme, VisuallyHidden } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "../api/client";
import { useOtherLanguage } from "../app/language";
import { keepAnswersFor } from "../app/session";
import { dropAllDrafts } from "../supply/grid-draft";
import { anyUnsaved, forgetUnsaved } from "../unsaved/unsaved";
import classes from "./frame.module.css";
import { useFrame } from "./frame-context";

const SignOutDialog = lazy(() => import("./sign-out-dialog"));

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

/** Profile, language, look, and the way out. */
export function UserMenu({ user: { id, name, function: task } }: { user: Schemas["User"] }) {
  const { t } = useTranslation();
  const { folded } = useFrame();
  const { setColorScheme, colorScheme } = useMantineColorScheme();
  const language = useOtherLanguage();
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
        <Suspense fallback={null}>
          <SignOutDialog
            waiting={asked.waiting}
            onStay={() => setAsked(undefined)}
            onLeave={() => leave(asked.path)}
          />
        </Suspense>
      )}
      <Menu position={folded ? "right-end" : "top-start"}>
        <Menu.Target>
          <button type="button" className={`${classes.item} ${classes.person}`}>
            <Avatar name={name} color="brand" size={28} aria-hidden="true" />
            <VisuallyHidden>{t("userMenu", { name })}</VisuallyHidden>
            <span className={classes.label} aria-hidden="true">
              {name}
              {task && <small>{task}</small>}
            </span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to="/profile">
            {t("profile.title")}
          </Menu.Item>
          <Menu.Item lang={language.other} onClick={language.choose}>
            {t("language.switch")}
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
