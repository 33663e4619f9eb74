import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SettingsTabs } from "../account/place-tabs";
import { api, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { NotFound } from "../app/page-problem";
import { PageTitle } from "../app/page-title";
import { sessionQuery, useToday } from "../app/session";
import { Loading } from "../app/shell";
import { ArchivedList } from "../entity/archived-list";
import { EntityForm } from "../entity/lazy-form";
import { fits, wordsOf } from "../palette/folded";
import { toast } from "../ui/toast";
import { hadLink } from "./access-words";
import { DeactivateDialog } from "./deactivate-dialog";
import { InviteDialog } from "./invite-dialog";
import { userFields } from "./user-fields";
import { UserTable } from "./user-table";
import { accessStates, userStatesQuery, usersQuery } from "./users-query";

type User = Schemas["User"];

/** Somebody's link on its way: asked for, or made already. */
interface Inviting {
  user: Pick<User, "id" | "name" | "email">;
  anew: boolean;
  link?: string;
  /** A link that they had before is void by this one. */
  replaces?: boolean;
}

/** The administrator's list of users: who has come in, add, invite, change, deactivate. */
export default function UsersPage() {
  const { t, i18n } = useTranslation();
  const session = useQuery(sessionQuery).data;
  const today = useToday();
  const { state: wanted } = useSearch({ from: "/users" });
  const navigate = useNavigate();
  const [words, setWords] = useState("");
  const [edited, setEdited] = useState<User | "new">();
  const [inviting, setInviting] = useState<Inviting>();
  const [leaving, setLeaving] = useState<User>();
  const users = useQuery(usersQuery).data;
  const administers = session?.user?.role === "administrator";
  const states = useQuery({ ...userStatesQuery, enabled: administers }).data;
  const inviteBy = useSend(
    ({ id, mail }: { id: string; mail: boolean }) =>
      data(
        api.POST("/api/v1/users/{id}/invitation", { params: { path: { id }, query: { mail } } }),
      ),
    { refreshes: [{ queryKey: userStatesQuery.queryKey }] },
  );
  if (!session || !users) return <Loading />;
  // Where the session ended, the page waits for its next one.
  if (session.user && !administers) return <NotFound />;
  if (!states) return <Loading />;

  const lines = users.flatMap((user) => {
    const access = states.find((state) => state.user === user.id);
    return access ? [{ user, access }] : [];
  });
  const searched = wordsOf(words);
  const shown = lines.filter(
    ({ user, access }) =>
      (!wanted || access.state === wanted) &&
      fits([user.name, user.email, user.function].join(" "), searched),
  );
  const count = (state: (typeof accessStates)[number]) =>
    lines.filter(({ access }) => access.state === state).length;

  const mail = async ({ user }: Inviting) => {
    const { mailedTo } = await inviteBy.send({ id: user.id, mail: true });
    setInviting(undefined);
    toast({ id: user.id, message: t("users.mailed", { email: mailedTo ?? user.email }) });
  };
  const makeLink = async (whose: Inviting) => {
    const before = states.find(({ user }) => user === whose.user.id);
    const { path } = await inviteBy.send({ id: whose.user.id, mail: false });
    setInviting({ ...whose, link: location.origin + path, replaces: hadLink(before) });
  };
  const invite = (whose: Inviting) => (session.mailsLinks ? setInviting(whose) : makeLink(whose));

  return (
    <div className="page">
      <div className="row">
        <PageTitle grow>{t("nav.users")}</PageTitle>
        <Button onClick={() => setEdited("new")}>{t("users.add")}</Button>
      </div>
      <SettingsTabs />
      <div className="row">
        <TextInput
          aria-label={t("search")}
          placeholder={t("search")}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <div className="scroll">
          <SegmentedControl
            aria-label={t("users.filter")}
            value={wanted ?? "all"}
            onChange={(value) =>
              navigate({
                to: "/users",
                search: { state: accessStates.find((state) => state === value) },
                replace: true,
              })
            }
            data={[
              { value: "all", label: `${t("all")} ${lines.length}` },
              ...accessStates
                .filter((state) => state === wanted || count(state) > 0)
                .map((state) => ({
                  value: state,
                  label: `${t(`choice.AccessState.${state}`)} ${count(state)}`,
                })),
            ]}
          />
        </div>
      </div>
      {shown.length === 0 ? (
        <p className="muted">{t("nothingFound")}</p>
      ) : (
        <UserTable
          lines={shown}
          today={today}
          me={session.user?.id}
          mails={session.mailsLinks}
          onEdit={setEdited}
          onMail={(user, anew) => mail({ user, anew })}
          onLink={(user, anew) => makeLink({ user, anew })}
          onDeactivate={setLeaving}
        />
      )}
      <p className="muted">{t("users.hereWhat")}</p>
      <ArchivedList collections={["/users"]} />
      {edited && (
        <EntityForm
          title={t(edited === "new" ? "users.add" : "users.edit")}
          collection="/users"
          parent="/users"
          fields={userFields}
          entity={edited === "new" ? undefined : edited}
          initial={{ role: "member", language: i18n.language }}
          canArchive={false}
          onClose={() => setEdited(undefined)}
          onSaved={({ id, name, email }) =>
            edited === "new" &&
            invite({ user: { id, name: String(name), email: String(email) }, anew: false })
          }
        />
      )}
      {inviting && (
        <InviteDialog
          {...inviting}
          link={inviting.link}
          replaces={inviting.replaces ?? false}
          onMail={() => mail(inviting)}
          onLink={() => makeLink(inviting)}
          onClose={() => setInviting(undefined)}
        />
      )}
      {leaving && <DeactivateDialog user={leaving} onClose={() => setLeaving(undefined)} />}
    </div>
  );
}
