import { useMantineColorScheme } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Schemas } from "../api/client";
import { useOtherLanguage } from "../app/language";
import { partOver } from "../app/part-over";
import { keepAnswersFor } from "../app/session";
import { dropAllDrafts } from "../supply/grid-draft";
import { LazyMenu } from "../ui/lazy-menu";
import { PersonMark } from "../ui/person";
import { anyUnsaved, forgetUnsaved } from "../unsaved/unsaved";
import classes from "./frame.module.css";
import { useFrame } from "./frame-context";

const SignOutDialog = partOver(() => import("./sign-out-dialog"));

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
        <SignOutDialog
          waiting={asked.waiting}
          onStay={() => setAsked(undefined)}
          onLeave={() => leave(asked.path)}
        />
      )}
      <LazyMenu
        position={folded ? "right-end" : "top-start"}
        button={
          <button type="button" className={`${classes.item} ${classes.person}`}>
            <PersonMark name={name} beside />
            <span className="sr-only">{t("userMenu", { name })}</span>
            <span className={classes.label} aria-hidden="true">
              {name}
              {task && <small>{task}</small>}
            </span>
          </button>
        }
        entries={[
          { label: t("profile.title"), link: { to: "/profile" } },
          { label: t("language.switch"), lang: language.other, onClick: language.choose },
          {
            label: t(colorScheme === "dark" ? "lightMode" : "darkMode"),
            onClick: () => setColorScheme(colorScheme === "dark" ? "light" : "dark"),
          },
          { label: t("signOut"), apart: true, onClick: () => ask("/api/v1/session") },
          { label: t("signOutEverywhere"), onClick: () => ask("/api/v1/sessions") },
        ]}
      />
    </>
  );
}
