import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import i18next from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { type Birthplace, create } from "../api/entity";
import { useSession, useToday } from "../app/session";
import { Loading } from "../app/shell";
import { type Cockpit, cockpitQuery } from "../cockpit/cockpit-query";
import { usersQuery } from "../user/users-query";
import { areaColumns, judgeAreas, standings } from "./area-rows";
import { contactColumns, judgeContacts } from "./contact-rows";
import type { PasteDraft } from "./draft";
import { goalColumns, judgeGoals } from "./goal-rows";
import { arrangeMember, judgeMembers, memberColumns, type NewMember } from "./member-rows";
import { PasteMany } from "./paste-many";
import { judgeSites, siteColumns } from "./site-rows";
import { arrived, idOfTry, writeEach } from "./write-each";

/** What an account has many of, and can be pasted. */
export type Pasted = "team" | "sites" | "areas" | "contacts" | "goals";

interface Props {
  account: string;
  draft: PasteDraft;
  onDraft: (draft: PasteDraft) => void;
  onStored?: (all: boolean) => void;
}

/** Many of one kind, pasted or typed line by line. */
export function PasteList({ kind, ...props }: Props & { kind: Pasted }) {
  const cockpit = useQuery(cockpitQuery(props.account));
  if (!cockpit.data) return <Loading />;
  const known = { ...props, cockpit: cockpit.data };
  if (kind === "team") return <PasteTeam {...known} />;
  if (kind === "contacts") return <PasteContacts {...known} />;
  if (kind === "areas") return <PasteAreas {...known} />;
  return <PasteNamed kind={kind} {...known} />;
}

type Known = Props & { cockpit: Cockpit };

function useWords(kind: Pasted) {
  const { t } = useTranslation();
  return {
    label: t(`paste.list.${kind}.label`),
    description: t(`paste.list.${kind}.description`),
    example: t(`paste.list.${kind}.example`),
  };
}

const writerTo =
  (at: Birthplace) =>
  async <T extends object>(item: T) => {
    await create(at, { ...item, id: idOfTry(at, item) });
    arrived(at, item);
  };

function PasteNamed({ kind, cockpit, account, ...props }: Known & { kind: "sites" | "goals" }) {
  const today = useToday();
  const words = useWords(kind);
  const at = `/accounts/${account}` as const;
  if (kind === "sites")
    return (
      <PasteMany
        {...words}
        {...props}
        columns={siteColumns}
        judge={judgeSites(cockpit.sites)}
        write={(items) => writeEach(items, writerTo(`${at}/sites`))}
      />
    );
  return (
    <PasteMany
      {...words}
      {...props}
      columns={goalColumns}
      judge={judgeGoals(
        cockpit.goals.map(({ goal }) => goal),
        today,
      )}
      write={(items) => writeEach(items, writerTo(`${at}/long-term-goals`))}
    />
  );
}

/** Nobody knows what we are in an area that stands there alone: that is asked once for all of them. */
function PasteAreas({ cockpit, account, ...props }: Known) {
  const { t } = useTranslation();
  const words = useWords("areas");
  const [standing, setStanding] = useState<Schemas["Standing"] | null>(null);
  return (
    <PasteMany
      {...words}
      {...props}
      columns={areaColumns}
      judge={judgeAreas(cockpit.productAreas, standing)}
      write={(items) => writeEach(items, writerTo(`/accounts/${account}/product-areas`))}
      options={(rows) =>
        rows.some((row) => row.of("standing") === "") && (
          <Select
            label={t("paste.standing")}
            w="fit-content"
            data={standings.map((value) => ({ value, label: t(`choice.Standing.${value}`) }))}
            value={standing}
            onChange={(next) => setStanding(next as typeof standing)}
          />
        )
      }
    />
  );
}

function PasteTeam({ cockpit, account, ...props }: Known) {
  const words = useWords("team");
  const users = useQuery(usersQuery);
  const administers = useSession()?.user?.role === "administrator";
  if (!users.data) return <Loading />;
  const addMember = writerTo(`/accounts/${account}/team-members`);
  const add = async (member: NewMember) => {
    const { role } = member;
    if ("user" in member) return addMember({ user: member.user, role });
    const { name, email } = member.invited;
    // Who was added as a user before the team refused them is one already.
    const present = (await data(api.GET("/api/v1/users"))).find(
      (user) => user.email.toLowerCase() === email.toLowerCase(),
    );
    const language = i18next.language === "de" ? "de" : "en";
    const user = present ?? (await create("/users", { name, email, role: "member", language }));
    return addMember({ user: user.id, role });
  };
  return (
    <PasteMany
      {...words}
      {...props}
      columns={memberColumns}
      arrange={arrangeMember}
      judge={judgeMembers({
        users: users.data,
        team: cockpit.team.map(({ person }) => person.id),
        administers,
      })}
      write={(items) => writeEach(items, add)}
    />
  );
}

function PasteContacts({ cockpit, account, ...props }: Known) {
  const words = useWords("contacts");
  const centre = useQuery({
    queryKey: ["account", account, "buying-centre"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/buying-centre", { params: { path: { account } } })),
  });
  if (!centre.data) return <Loading />;
  return (
    <PasteMany
      {...words}
      {...props}
      columns={contactColumns}
      judge={judgeContacts(
        centre.data.contacts.map(({ contact }) => contact),
        cockpit.sites,
      )}
      write={(items) => writeEach(items, writerTo(`/accounts/${account}/contacts`))}
    />
  );
}
