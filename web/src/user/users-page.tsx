import { Button, CopyButton, Modal, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SettingsTabs } from "../account/place-tabs";
import { api, data, type Schemas } from "../api/client";
import { NotFound } from "../app/page-problem";
import { PageTitle } from "../app/page-title";
import { sessionQuery } from "../app/session";
import { Loading } from "../app/shell";
import { ArchivedList } from "../entity/archived-list";
import { EntityForm } from "../entity/lazy-form";
import { OrganisationCard } from "../organisation/organisation-card";
import { userFields } from "./user-fields";
import { usersQuery } from "./users-query";

/** The administrator's list of users: add, invite, change, archive. */
export default function UsersPage() {
  const { t, i18n } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const [edited, setEdited] = useState<Schemas["User"] | "new">();
  const [link, setLink] = useState<{ to: string; name: string }>();
  const users = useQuery(usersQuery);
  if (!users.data || !session) return <Loading />;
  // Where the session ended, the page waits for its next one.
  if (session.user && session.user.role !== "administrator") return <NotFound />;

  const invite = async ({ id, name }: { id: string; name: string }) => {
    const { path } = await data(
      api.POST("/api/v1/users/{id}/invitation", { params: { path: { id } } }),
    );
    setLink({ to: location.origin + path, name });
  };

  return (
    <div className="page">
      <SettingsTabs />
      <div className="row">
        <PageTitle grow>{t("nav.users")}</PageTitle>
        <Button onClick={() => setEdited("new")}>{t("users.add")}</Button>
      </div>
      <OrganisationCard />
      <ul className="list card">
        {users.data.map((user) => (
          <li key={user.id} className="row">
            <button type="button" className="plain grow" onClick={() => setEdited(user)}>
              <b>{user.name}</b>
              <div className="muted">
                {user.email} · {t(`choice.OrganisationRole.${user.role}`)}
              </div>
            </button>
            <Button variant="default" onClick={() => invite(user)}>
              {t("users.invite")}
            </Button>
          </li>
        ))}
      </ul>
      <ArchivedList collections={["/users"]} />
      {edited && (
        <EntityForm
          title={t(edited === "new" ? "users.add" : "users.edit")}
          collection="/users"
          parent="/users"
          fields={userFields}
          entity={edited === "new" ? undefined : edited}
          initial={{ role: "member", language: i18n.language }}
          onClose={() => setEdited(undefined)}
          onSaved={(saved) =>
            edited === "new" && invite({ id: saved.id, name: String(saved.name) })
          }
        />
      )}
      {link && (
        <Modal
          opened
          onClose={() => setLink(undefined)}
          title={t("users.linkFor", { name: link.name })}
          closeButtonProps={{ "aria-label": t("close") }}
        >
          <div className="stack">
            <TextInput readOnly label={t("users.link")} value={link.to} />
            <CopyButton value={link.to}>
              {({ copied, copy }) => (
                <Button onClick={copy}>{t(copied ? "copied" : "copy")}</Button>
              )}
            </CopyButton>
          </div>
        </Modal>
      )}
    </div>
  );
}
