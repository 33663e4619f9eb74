import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { type Entity, move } from "../api/entity";
import { ofAccounts, useSend } from "../api/use-send";
import type { Texts } from "../app/i18n";
import { WriteButton, writerOf } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { ArchivedList } from "../entity/archived-list";
import type { EntityFormProps } from "../entity/entity-form";
import { type Field, optionsOf, type Values } from "../entity/fields";
import { EntityForm } from "../entity/lazy-form";
import { AssumedMark } from "../question/assumed-mark";
import { usersQuery } from "../user/users-query";
import {
  accountFields,
  contactFields,
  memberFields,
  productAreaFields,
  siteFields,
} from "./account-fields";
import { AccountPage } from "./account-page";
import { AccountProfile } from "./account-profile";
import { BuyingCentre } from "./buying-centre";
import { ContactLine } from "./contact-line";
import { nameInTeam } from "./name-in-team";
import { permissionsQuery } from "./permissions-query";
import { superiors } from "./superiors";
import { visibleQuery } from "./visible-query";

type Opened = Omit<EntityFormProps, "onClose">;

/** The kinds of entities that have a section of their own. */
type Sectioned = "/team-members" | "/sites" | "/product-areas" | "/contacts";

/** Master data, team, sites, product areas and the buying centre of an account. */
export default function SettingsPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/settings" });
  useLive(account);
  const [opened, setOpened] = useState<Opened>();
  const cockpit = useQuery(cockpitQuery(account));
  const users = useQuery(usersQuery);
  const members = useQuery({
    queryKey: ["account", account, "members"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/team-members", { params: { path: { account } } })),
  });
  const centre = useQuery({
    queryKey: ["account", account, "buying-centre"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/buying-centre", { params: { path: { account } } })),
  });
  if (!cockpit.data || !users.data || !centre.data || !members.data) return <Loading />;
  const { team, sites, productAreas } = cockpit.data;
  const people = optionsOf(users.data);
  const teamOptions = team.map(({ person }) => ({ value: person.id, label: person.name }));
  const siteOptions = optionsOf(sites);
  const known = cockpit.data.people;
  const views = new Map(centre.data.contacts.map((view) => [view.contact.id, view]));
  const section = (
    name: keyof Texts["settings"]["add"],
    collection: Sectioned,
    fields: Field[],
    initial: Values,
  ) => ({
    title: t(`settings.${name}`),
    add: t(`settings.add.${name}`),
    empty: t(`settings.empty.${name}`),
    collection,
    parent: `/accounts/${account}` as const,
    fields,
    initial,
  });

  return (
    <AccountPage account={cockpit.data.account} narrow>
      <PageTitle of={cockpit.data.account.name}>{t("settings.title")}</PageTitle>
      <MasterData
        account={cockpit.data.account}
        managers={team.filter(({ role }) => role === "manager").map(({ person }) => person.name)}
      />
      <Section
        {...section(
          "team",
          "/team-members",
          memberFields([
            ...people,
            // Who left stays named where they are a member, and can't be chosen.
            ...known
              .filter(
                ({ id }) =>
                  members.data.some(({ user }) => user === id) &&
                  !people.some(({ value }) => value === id),
              )
              .map(({ id, name }) => ({
                value: id,
                label: t("settings.left", { name }),
                disabled: true,
              })),
          ]),
          { role: "member" },
        )}
        entities={members.data}
        line={(member) => ({
          name: nameInTeam(member.user, people, known, (name) => t("settings.left", { name })),
          more: t(`choice.TeamRole.${member.role}`),
        })}
        onOpen={setOpened}
      />
      <Section
        {...section("sites", "/sites", siteFields, { kind: "plant" })}
        entities={sites}
        line={(site) => ({
          name: site.name,
          more: [
            t(`choice.SiteKind.${site.kind}`),
            site.city,
            site.purchasers !== null && t("settings.purchasers", { count: site.purchasers }),
          ]
            .filter(Boolean)
            .join(" · "),
        })}
        onOpen={setOpened}
        movable
      />
      <Section
        {...section("areas", "/product-areas", productAreaFields, { standing: "none" })}
        entities={productAreas}
        line={(area) => ({ name: area.name, more: t(`choice.Standing.${area.standing}`) })}
        onOpen={setOpened}
        movable
      />
      <Section
        {...section(
          "contacts",
          "/contacts",
          contactFields(siteOptions, teamOptions, superiors(centre.data)),
          { roles: ["user"], attitude: 0, influence: 1 },
        )}
        entities={centre.data.contacts.map(({ contact }) => contact)}
        fieldsOf={({ id }) => {
          const others = superiors(centre.data, views.get(id), (name) =>
            t("supply.archived", { name }),
          );
          return contactFields(siteOptions, teamOptions, others);
        }}
        line={(contact) => {
          const view = views.get(contact.id);
          return { name: contact.name, more: view && <ContactLine view={view} /> };
        }}
        onOpen={setOpened}
      >
        <BuyingCentre page={centre.data} />
      </Section>
      {opened && <EntityForm {...opened} onClose={() => setOpened(undefined)} />}
    </AccountPage>
  );
}

/** The account itself: how the team works with it, and the customer's profile. */
function MasterData({ account, managers }: { account: Schemas["Account"]; managers: string[] }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const permissions = useQuery(permissionsQuery(account.id));
  const visible = useQuery({ ...visibleQuery, enabled: editing });
  const accounts = optionsOf((visible.data ?? []).filter(({ id }) => id !== account.id));
  // One that is archived, or that the reader does not see, stays what it is and can't be chosen.
  const above = permissions.data?.parent;
  const parents =
    !visible.data || !account.parent || accounts.some(({ value }) => value === account.parent)
      ? accounts
      : [
          ...accounts,
          {
            value: account.parent,
            label: above ? `${above.name} ${t("group.archived")}` : t("group.unseen"),
            disabled: true,
          },
        ];
  return (
    <section className="card stack" id={account.id} tabIndex={-1}>
      <div className="row">
        <div className="grow">
          <h2>{account.name}</h2>
          <span className="muted">
            {account.code} · {account.industry} · {t("cadence", { count: account.cadence })} ·{" "}
            {t("settings.interval", { count: account.checkInInterval })}
          </span>
        </div>
        <WriteButton who="manage" variant="default" onClick={() => setEditing(true)}>
          {t("edit")}
        </WriteButton>
      </div>
      <AccountProfile account={account} managers={managers} />
      {editing && (
        <EntityForm
          title={t("settings.master")}
          collection="/accounts"
          fields={accountFields(parents)}
          entity={account}
          onClose={() => setEditing(false)}
        />
      )}
    </section>
  );
}

interface SectionProps<T> {
  title: string;
  add: string;
  empty: string;
  collection: Sectioned;
  parent: `/accounts/${string}`;
  fields: Field[];
  initial: Values;
  entities: T[];
  /** The fields of one that is there already, where they are others. */
  fieldsOf?: (entity: T) => Field[];
  line: (entity: T) => { name: string; more: ReactNode };
  onOpen: (opened: Opened) => void;
  movable?: boolean;
  children?: ReactNode;
}

/** One kind of entity as a list: open, add, order, restore. */
function Section<T extends Entity>(props: SectionProps<T>) {
  const { t } = useTranslation();
  const { title, collection, parent, fields, initial, onOpen } = props;
  const moving = useSend(
    ({ entity, position }: { entity: T; position: number }) => move(collection, entity, position),
    { refreshes: [ofAccounts] },
  );
  return (
    <section className="card stack">
      <div className="head">
        <h2>{title}</h2>
        <WriteButton
          who={writerOf(collection)}
          variant="default"
          onClick={() =>
            onOpen({
              title: props.add,
              collection,
              parent: `${parent}${collection}`,
              fields,
              initial,
            })
          }
        >
          {t("add")}
        </WriteButton>
      </div>
      {props.children}
      {props.entities.length === 0 && <p className="muted">{props.empty}</p>}
      <ul className="list">
        {props.entities.map((entity, index) => {
          const { name, more } = props.line(entity);
          return (
            <li key={entity.id} className="row">
              <button
                type="button"
                id={entity.id}
                className="plain grow"
                onClick={() =>
                  onOpen({
                    title: name,
                    collection,
                    fields: props.fieldsOf?.(entity) ?? fields,
                    entity,
                  })
                }
              >
                <b>{name}</b> <AssumedMark account={String(entity.account)} id={entity.id} />{" "}
                <span className="muted">{more}</span>
              </button>
              {props.movable && index > 0 && (
                <WriteButton
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t("moveUp", { name })}
                  onClick={() => moving.send({ entity, position: index })}
                >
                  ↑
                </WriteButton>
              )}
            </li>
          );
        })}
      </ul>
      <ArchivedList
        parent={parent}
        collections={[collection]}
        name={(entity) => props.line(entity as unknown as T).name}
      />
    </section>
  );
}
